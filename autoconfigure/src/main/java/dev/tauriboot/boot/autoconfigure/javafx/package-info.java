/**
 * Auto-configuration of the JavaFX runtime.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.javafx;

import org.jspecify.annotations.NullMarked;
