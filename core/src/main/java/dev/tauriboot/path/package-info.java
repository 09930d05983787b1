/**
 * Base directories by name, and glob patterns over paths.
 */
@NullMarked
package dev.tauriboot.path;

import org.jspecify.annotations.NullMarked;
