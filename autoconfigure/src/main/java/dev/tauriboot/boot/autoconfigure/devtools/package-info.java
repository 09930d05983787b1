/**
 * Auto-configuration of development with restarts.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.devtools;

import org.jspecify.annotations.NullMarked;
