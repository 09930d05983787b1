/**
 * The plugin {@code clipboard-manager}: the clipboard of the desktop.
 */
@NullMarked
package dev.tauriboot.plugin.clipboardmanager;

import org.jspecify.annotations.NullMarked;
