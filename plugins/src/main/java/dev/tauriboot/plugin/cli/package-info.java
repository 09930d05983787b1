/**
 * The plugin {@code cli}: the arguments that the application was started with.
 */
@NullMarked
package dev.tauriboot.plugin.cli;

import org.jspecify.annotations.NullMarked;
