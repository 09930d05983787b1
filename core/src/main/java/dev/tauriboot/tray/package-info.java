/**
 * Icons in the system's tray.
 */
@NullMarked
package dev.tauriboot.tray;

import org.jspecify.annotations.NullMarked;
