/**
 * The plugin {@code log}: lines of pages in the application's log, and the other way.
 */
@NullMarked
package dev.tauriboot.plugin.log;

import org.jspecify.annotations.NullMarked;
