/**
 * The plugin {@code positioner}: windows at the edges of the screen, or at the tray.
 */
@NullMarked
package dev.tauriboot.plugin.positioner;

import org.jspecify.annotations.NullMarked;
