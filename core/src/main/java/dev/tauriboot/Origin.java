package dev.tauriboot;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Origin of a page: scheme, host and port, parsed and compared whole, never by prefix.
 *
 * @param scheme lower-case scheme
 * @param host lower-case host
 * @param port the port, the scheme's default filled in, -1 where the scheme has none
 * @since 0.1.0
 */
public record Origin(String scheme, String host, int port) {

	/**
	 * Parse the origin of a URL.
	 * @param url an absolute URL, or {@code null}
	 * @return the origin, or {@code null} if the text is no absolute URL with a host
	 */
	public static @Nullable Origin of(@Nullable String url) {
		if (url == null) {
			return null;
		}
		try {
			return of(URI.create(url));
		}
		catch (IllegalArgumentException ex) {
			return ofOpaqueTail(url);
		}
	}

	/**
	 * The origin of a URI.
	 * @param uri the URI
	 * @return the origin, or {@code null} if it has no scheme or no host
	 */
	public static @Nullable Origin of(URI uri) {
		if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
			return null;
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		int port = (uri.getPort() >= 0) ? uri.getPort() : defaultPort(scheme);
		return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
	}

	// Engines report URLs whose query or fragment java.net.URI refuses. Only what stands
	// before the path decides the origin.
	private static @Nullable Origin ofOpaqueTail(String url) {
		int authority = url.indexOf("://");
		if (authority <= 0) {
			return null;
		}
		int end = authority + 3;
		while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
			end++;
		}
		if (end == url.length()) {
			return null;
		}
		return of(url.substring(0, end));
	}

	private static int defaultPort(String scheme) {
		return switch (scheme) {
			case "http", "ws" -> 80;
			case "https", "wss" -> 443;
			default -> -1;
		};
	}

	@Override
	public String toString() {
		boolean plain = this.port < 0 || this.port == defaultPort(this.scheme);
		return this.scheme + "://" + this.host + (plain ? "" : ":" + this.port);
	}

}
