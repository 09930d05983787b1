package dev.tauriboot.security;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;

/**
 * Who calls: a webview, in a window, showing a page of an origin.
 *
 * @param window the window's label
 * @param webview the webview's label
 * @param origin the page's origin
 * @since 0.1.0
 */
public record WebviewPrincipal(Label window, Label webview, Origin origin) {
}
