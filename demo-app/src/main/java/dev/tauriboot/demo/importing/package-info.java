/**
 * Import of folders with progress.
 */
@NullMarked
package dev.tauriboot.demo.importing;

import org.jspecify.annotations.NullMarked;
