package dev.tauriboot.javafx;

import org.springframework.http.server.reactive.HttpHandler;

/**
 * What answers the URLs of one authority.
 *
 * @param handler the handler
 * @param pathPrefix what to put before each path, empty for nothing
 */
record LocalServer(HttpHandler handler, String pathPrefix) {

}
