/**
 * The application as a whole, as commands and beans see it.
 */
@NullMarked
package dev.tauriboot.app;

import org.jspecify.annotations.NullMarked;
