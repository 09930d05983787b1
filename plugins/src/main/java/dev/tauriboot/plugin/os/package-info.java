/**
 * The plugin {@code os}: what the application runs on.
 */
@NullMarked
package dev.tauriboot.plugin.os;

import org.jspecify.annotations.NullMarked;
