/**
 * Channels: ordered streams from a command to the page that called it.
 */
@NullMarked
package dev.tauriboot.channel;

import org.jspecify.annotations.NullMarked;
