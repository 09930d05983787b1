/**
 * The actuator endpoint of a Tauri application.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
