/**
 * Changes of the folder made by anybody.
 */
@NullMarked
package dev.tauriboot.demo.watch;

import org.jspecify.annotations.NullMarked;
