/**
 * The plugin {@code websocket}: web sockets of pages, opened by the application.
 */
@NullMarked
package dev.tauriboot.plugin.websocket;

import org.jspecify.annotations.NullMarked;
