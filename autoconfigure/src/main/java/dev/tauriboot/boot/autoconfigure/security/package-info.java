/**
 * Auto-configuration of the security chain of the IPC.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
