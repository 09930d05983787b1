/**
 * The plugin {@code global-shortcut}: keys that reach the application wherever the focus
 * is.
 */
@NullMarked
package dev.tauriboot.plugin.globalshortcut;

import org.jspecify.annotations.NullMarked;
