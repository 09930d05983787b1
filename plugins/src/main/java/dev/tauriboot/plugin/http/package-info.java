/**
 * The plugin {@code http}: requests of pages, made by the application.
 */
@NullMarked
package dev.tauriboot.plugin.http;

import org.jspecify.annotations.NullMarked;
