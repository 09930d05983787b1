/**
 * Auto-configuration of the browser runtime.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.browser;

import org.jspecify.annotations.NullMarked;
