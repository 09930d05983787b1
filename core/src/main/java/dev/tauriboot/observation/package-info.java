/**
 * What Micrometer gets to see of an invoke.
 */
@NullMarked
package dev.tauriboot.observation;

import org.jspecify.annotations.NullMarked;
