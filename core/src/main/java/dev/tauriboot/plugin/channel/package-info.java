/**
 * The command by which a page fetches large messages of a channel.
 */
@NullMarked
package dev.tauriboot.plugin.channel;

import org.jspecify.annotations.NullMarked;
