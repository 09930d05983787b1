/**
 * Events between pages and beans, and who receives which.
 */
@NullMarked
package dev.tauriboot.event;

import org.jspecify.annotations.NullMarked;
