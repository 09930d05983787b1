/**
 * Auto-configuration of the IPC, the windows and their life cycle.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
