/**
 * What the plugins that speak to servers share: one client with one pool of connections.
 */
@NullMarked
package dev.tauriboot.plugin.net;

import org.jspecify.annotations.NullMarked;
