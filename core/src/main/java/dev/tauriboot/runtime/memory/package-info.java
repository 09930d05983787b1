/**
 * A runtime without a toolkit: windows exist in memory only.
 */
@NullMarked
package dev.tauriboot.runtime.memory;

import org.jspecify.annotations.NullMarked;
