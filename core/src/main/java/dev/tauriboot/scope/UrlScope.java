package dev.tauriboot.scope;

import java.util.Collection;
import java.util.List;

import dev.tauriboot.acl.RemoteUrlPattern;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs a page may have fetched (acl 9.4). A denial beats every grant, and empty
 * means nothing. Ask again for the target of each redirect. Immutable.
 *
 * @since 0.1.0
 */
public final class UrlScope {

	private final List<RemoteUrlPattern> allowed;

	private final List<RemoteUrlPattern> denied;

	private UrlScope(List<RemoteUrlPattern> allowed, List<RemoteUrlPattern> denied) {
		this.allowed = allowed;
		this.denied = denied;
	}

	/**
	 * Read a scope.
	 * @param allow URL patterns as texts, or maps with one under {@code url}
	 * @param deny the same for URLs that are denied
	 * @return the scope
	 * @throws IllegalArgumentException if an entry is malformed
	 */
	public static UrlScope of(Collection<?> allow, Collection<?> deny) {
		return new UrlScope(ScopeData.read(allow, UrlScope::pattern), ScopeData.read(deny, UrlScope::pattern));
	}

	private static RemoteUrlPattern pattern(@Nullable Object entry) {
		String pattern = ScopeData.text(entry, "url");
		try {
			return RemoteUrlPattern.of(pattern);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"`%s` is not a valid URL pattern: %s".formatted(pattern, ex.getMessage()), ex);
		}
	}

	/**
	 * Make sure that a URL may be fetched.
	 * @param url the URL, from a page or from a redirect
	 * @return the URL as it was understood, which is the one to fetch
	 * @throws ScopeException if it may not
	 */
	public WebUrl check(String url) {
		WebUrl parsed = WebUrl.parse(url);
		if (parsed == null) {
			throw new ScopeException("url not allowed on the configured scope: " + url);
		}
		switch (parsed.protocol()) {
			case "data" -> {
				return parsed;
			}
			case "http", "https" -> {
				if (!isAllowed(parsed)) {
					throw new ScopeException("url not allowed on the configured scope: " + parsed);
				}
				return parsed;
			}
			default -> throw new ScopeException("scheme %s not supported".formatted(parsed.protocol()));
		}
	}

	private boolean isAllowed(WebUrl url) {
		// A dot more at the end of the host is no way around a denial.
		return !matches(this.denied, url) && !matches(this.denied, url.withoutTrailingDot())
				&& matches(this.allowed, url);
	}

	private static boolean matches(List<RemoteUrlPattern> patterns, WebUrl url) {
		for (RemoteUrlPattern pattern : patterns) {
			if (pattern.matches(url)) {
				return true;
			}
		}
		return false;
	}

}
