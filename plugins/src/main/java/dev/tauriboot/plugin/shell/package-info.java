/**
 * The plugin {@code shell}: programs that run beside the application.
 */
@NullMarked
package dev.tauriboot.plugin.shell;

import org.jspecify.annotations.NullMarked;
