/**
 * The plugin {@code store}: values by key, kept in files.
 */
@NullMarked
package dev.tauriboot.plugin.store;

import org.jspecify.annotations.NullMarked;
