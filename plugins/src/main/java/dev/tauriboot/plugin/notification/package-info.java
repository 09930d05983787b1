/**
 * The plugin {@code notification}: notes that the desktop shows.
 */
@NullMarked
package dev.tauriboot.plugin.notification;

import org.jspecify.annotations.NullMarked;
