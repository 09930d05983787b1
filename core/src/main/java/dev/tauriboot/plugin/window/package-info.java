/**
 * The plugin {@code window}, and what the plugin {@code webview} does with whole windows.
 */
@NullMarked
package dev.tauriboot.plugin.window;

import org.jspecify.annotations.NullMarked;
