/**
 * The plugin {@code upload}: files to and from servers.
 */
@NullMarked
package dev.tauriboot.plugin.upload;

import org.jspecify.annotations.NullMarked;
