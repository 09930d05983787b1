/**
 * The plugin {@code process}: the end of the application and its restart.
 */
@NullMarked
package dev.tauriboot.plugin.process;

import org.jspecify.annotations.NullMarked;
