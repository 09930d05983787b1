/**
 * What travels in an invoke, free of any transport: bodies, responses and errors.
 */
@NullMarked
package dev.tauriboot.ipc;

import org.jspecify.annotations.NullMarked;
