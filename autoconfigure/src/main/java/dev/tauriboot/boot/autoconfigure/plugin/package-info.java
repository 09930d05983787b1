/**
 * Auto-configuration for the plugins, one class each.
 */
@NullMarked
package dev.tauriboot.boot.autoconfigure.plugin;

import org.jspecify.annotations.NullMarked;
