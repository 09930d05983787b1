/**
 * The plugin {@code window-state}: windows open where they were closed.
 */
@NullMarked
package dev.tauriboot.plugin.windowstate;

import org.jspecify.annotations.NullMarked;
