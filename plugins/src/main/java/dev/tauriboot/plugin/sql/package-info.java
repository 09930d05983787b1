/**
 * The plugin {@code sql}: databases by connection string.
 */
@NullMarked
package dev.tauriboot.plugin.sql;

import org.jspecify.annotations.NullMarked;
