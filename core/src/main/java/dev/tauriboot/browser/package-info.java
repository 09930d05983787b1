/**
 * A runtime whose windows are tabs of the user's browser, served on the loopback
 * interface.
 */
@NullMarked
package dev.tauriboot.browser;

import org.jspecify.annotations.NullMarked;
