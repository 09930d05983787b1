/**
 * Benchmarks: in a window, of the pipeline alone, and of the start.
 */
@NullMarked
package dev.tauriboot.benchmarks;

import org.jspecify.annotations.NullMarked;
