/**
 * The vocabulary: names, labels and origins, as values that validate themselves.
 */
@NullMarked
package dev.tauriboot;

import org.jspecify.annotations.NullMarked;
