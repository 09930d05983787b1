package dev.tauriboot.javafx;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.HttpHandler;

/**
 * What answers the URLs of one authority.
 *
 * @param handler the handler
 * @param pathPrefix what to put before each path, empty for nothing
 * @param downloads saves what the engine cannot show, or {@code null} for nothing
 */
record LocalServer(HttpHandler handler, String pathPrefix, @Nullable FxDownloads downloads) {

}
