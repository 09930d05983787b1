package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.net.CookieJar;
import dev.tauriboot.plugin.net.NetworkClient;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code http}.
 *
 * @param enabled whether pages find the plugin
 * @param scopeRedirects whether a redirection must be in the scope of the page, too
 * @param unsafeHeaders whether pages may set headers that browsers keep to themselves
 * @param dangerousSettings whether pages may have invalid certificates accepted
 * @param cookies whether cookies are kept, those with a date also from one start to the
 * next
 * @param userAgent name that requests are signed with that do not say
 * @param maxConnections how many connections to a server there are at most, web sockets
 * of the plugin websocket by themselves
 * @param maxQueuedRequests how many requests to a server may wait for a connection, those
 * of the plugins upload and websocket included
 * @param maxCookies how many cookies are kept; the oldest is forgotten for a new one
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.http")
public record TauriHttpProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean scopeRedirects,
		@DefaultValue("false") boolean unsafeHeaders, @DefaultValue("false") boolean dangerousSettings,
		@DefaultValue("true") boolean cookies, @DefaultValue(NetworkClient.USER_AGENT) String userAgent,
		@DefaultValue("" + NetworkClient.DEFAULT_MAX_CONNECTIONS) int maxConnections,
		@DefaultValue("" + NetworkClient.DEFAULT_MAX_QUEUED) int maxQueuedRequests,
		@DefaultValue("" + CookieJar.DEFAULT_MAX_COOKIES) int maxCookies) {
}
