package dev.tauriboot.acl;

import dev.tauriboot.url.UrlPattern;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over the URLs of pages that are not the application's own (acl 11).
 * Immutable, and equal to others written alike.
 *
 * @since 0.1.0
 */
public final class RemoteUrlPattern {

	private final UrlPattern pattern;

	private RemoteUrlPattern(UrlPattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Read a pattern.
	 * @param pattern the text
	 * @return the pattern
	 * @throws IllegalArgumentException if it is malformed; the message is what is wrong
	 */
	public static RemoteUrlPattern of(String pattern) {
		return new RemoteUrlPattern(UrlPattern.of(pattern));
	}

	/**
	 * The URL as browsers print it, such as {@code http://localhost/} for
	 * {@code http://localhost}.
	 * @param url a URL
	 * @return the same in normal form, or {@code null} if it cannot be read
	 */
	public static @Nullable String normalize(String url) {
		WebUrl parsed = WebUrl.parse(url);
		return (parsed != null) ? parsed.toString() : null;
	}

	/**
	 * Whether a URL matches. To ask several patterns about one URL, read it once and use
	 * {@link #matches(WebUrl)}.
	 * @param url the URL
	 * @return whether it matches; one that cannot be read matches nothing
	 */
	public boolean matches(String url) {
		WebUrl parsed = WebUrl.parse(url);
		return parsed != null && matches(parsed);
	}

	/**
	 * Whether a URL matches.
	 * @param url the URL
	 * @return whether it matches
	 */
	public boolean matches(WebUrl url) {
		return this.pattern.matches(url);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RemoteUrlPattern remote && this.pattern.equals(remote.pattern);
	}

	@Override
	public int hashCode() {
		return this.pattern.hashCode();
	}

	/**
	 * The pattern as written.
	 */
	@Override
	public String toString() {
		return this.pattern.toString();
	}

}
