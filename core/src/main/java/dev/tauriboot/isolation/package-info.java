/**
 * The isolation pattern: a hook in a frame of its own sees every message of a page, and
 * only what it lets through is encrypted and so accepted.
 */
@NullMarked
package dev.tauriboot.isolation;

import org.jspecify.annotations.NullMarked;
