package dev.tauriboot.plugin.http;

import dev.tauriboot.plugin.net.NetworkClient;

import org.springframework.util.Assert;

/**
 * What the application lets pages do beyond asking for URLs in scope.
 *
 * @param scopeRedirects whether a redirection must be in scope, too
 * @param unsafeHeaders whether pages may set headers that browsers keep to themselves
 * @param dangerousSettings whether pages may have certificates accepted that are invalid
 * @param userAgent how requests are signed that do not say
 * @since 0.1.0
 */
public record FetchOptions(boolean scopeRedirects, boolean unsafeHeaders, boolean dangerousSettings, String userAgent) {

	/** What is safe. */
	public static final FetchOptions DEFAULT = new FetchOptions(true, false, false, NetworkClient.USER_AGENT);

	public FetchOptions {
		Assert.hasText(userAgent, "'userAgent' must not be empty");
	}

}
