/**
 * The plugin {@code webview}: section 10.8 of the wire contract.
 */
@NullMarked
package dev.tauriboot.plugin.webview;

import org.jspecify.annotations.NullMarked;
