/**
 * URLs as browsers read them, and patterns over them.
 */
@NullMarked
package dev.tauriboot.url;

import org.jspecify.annotations.NullMarked;
