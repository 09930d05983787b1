/**
 * The command by which pages let their resources go.
 */
@NullMarked
package dev.tauriboot.plugin.resources;

import org.jspecify.annotations.NullMarked;
