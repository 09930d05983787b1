/**
 * The doors: each turns what a page sent into one exchange for the IPC filter chain, and
 * encodes the response.
 */
@NullMarked
package dev.tauriboot.door;

import org.jspecify.annotations.NullMarked;
