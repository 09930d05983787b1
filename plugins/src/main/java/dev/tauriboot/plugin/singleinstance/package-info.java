/**
 * The plugin {@code single-instance}: one process of the application for each user.
 */
@NullMarked
package dev.tauriboot.plugin.singleinstance;

import org.jspecify.annotations.NullMarked;
