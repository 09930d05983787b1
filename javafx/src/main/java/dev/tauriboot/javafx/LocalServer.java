package dev.tauriboot.javafx;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.HttpHandler;

/**
 * What answers the URLs of one authority.
 *
 * @param handler the handler
 * @param downloads saves what the engine cannot show, or {@code null} for nothing
 */
record LocalServer(HttpHandler handler, @Nullable FxDownloads downloads) {

}
