/**
 * Auto-configuration of the isolation pattern.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.isolation;

import org.jspecify.annotations.NullMarked;
