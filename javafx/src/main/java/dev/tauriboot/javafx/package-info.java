/**
 * Windows of JavaFX WebViews behind the ports of the core.
 */
@NullMarked
package dev.tauriboot.javafx;

import org.jspecify.annotations.NullMarked;
