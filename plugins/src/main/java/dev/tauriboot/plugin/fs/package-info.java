/**
 * The plugin {@code fs}: files and folders for pages, within path scopes.
 */
@NullMarked
package dev.tauriboot.plugin.fs;

import org.jspecify.annotations.NullMarked;
