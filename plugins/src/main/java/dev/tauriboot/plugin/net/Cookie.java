package dev.tauriboot.plugin.net;

import java.time.Instant;
import java.util.Locale;

import dev.tauriboot.url.WebUrl;
import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a jar keeps it (RFC 6265).
 *
 * @param name its name
 * @param value its value
 * @param domain the host, or the domain, that gets it
 * @param hostOnly whether only that host does
 * @param path where it is sent
 * @param secure whether it needs TLS
 * @param httpOnly whether it is kept from scripts
 * @param expires its end in seconds, or {@code null} for that of the session
 * @param created when it was first set, in milliseconds
 */
record Cookie(String name, String value, String domain, boolean hostOnly, String path, boolean secure, boolean httpOnly,
		@Nullable Long expires, long created) {

	private static final int LIMIT = 4096;

	/**
	 * Read a cookie.
	 * @return the cookie, or {@code null} if the server must not set it
	 */
	static @Nullable Cookie of(WebUrl url, String header, Instant now) {
		io.netty.handler.codec.http.cookie.Cookie read = ClientCookieDecoder.LAX.decode(header);
		if (read == null || read.name().length() + read.value().length() > LIMIT) {
			return null;
		}
		String host = host(url);
		String domain = domain(read.domain());
		boolean hostOnly = domain.isEmpty() || domain.equals(host);
		if (!hostOnly && (!isBelow(host, domain) || domain.indexOf('.') < 0)) {
			return null;
		}
		boolean tls = url.protocol().equals("https");
		String path = (read.path() != null && read.path().startsWith("/")) ? read.path() : folder(url.pathname());
		boolean forHost = !domain.isEmpty() || !path.equals("/");
		if ((read.isSecure() && !tls) || (read.name().startsWith("__Secure-") && !read.isSecure())
				|| (read.name().startsWith("__Host-") && (!read.isSecure() || forHost))) {
			return null;
		}
		Long expires = (read.maxAge() != io.netty.handler.codec.http.cookie.Cookie.UNDEFINED_MAX_AGE)
				? now.getEpochSecond() + Math.min(Math.max(read.maxAge(), 0), Integer.MAX_VALUE) : null;
		return new Cookie(read.name(), read.value(), (hostOnly && domain.isEmpty()) ? host : domain, domain.isEmpty(),
				path, read.isSecure(), read.isHttpOnly(), expires, now.toEpochMilli());
	}

	static String host(WebUrl url) {
		return url.withoutTrailingDot().hostname();
	}

	private static String domain(@Nullable String attribute) {
		String domain = (attribute != null) ? attribute.strip().toLowerCase(Locale.ROOT) : "";
		return domain.startsWith(".") ? domain.substring(1) : domain;
	}

	private static boolean isBelow(String host, String domain) {
		return host.endsWith("." + domain) && !NetUtil.isValidIpV4Address(host) && !host.startsWith("[");
	}

	private static String folder(String path) {
		int slash = path.lastIndexOf('/');
		return (slash <= 0) ? "/" : path.substring(0, slash);
	}

	boolean isFor(WebUrl url) {
		String host = host(url);
		boolean hostFits = host.equals(this.domain) || (!this.hostOnly && isBelow(host, this.domain));
		return hostFits && (!this.secure || url.protocol().equals("https")) && isPathOf(url.pathname());
	}

	private boolean isPathOf(String requested) {
		return requested.startsWith(this.path) && (requested.length() == this.path.length() || this.path.endsWith("/")
				|| requested.charAt(this.path.length()) == '/');
	}

	boolean isExpired(Instant now) {
		return this.expires != null && this.expires <= now.getEpochSecond();
	}

	boolean isSame(Cookie other) {
		return this.name.equals(other.name) && this.domain.equals(other.domain) && this.path.equals(other.path)
				&& this.hostOnly == other.hostOnly;
	}

	Cookie createdAt(long created) {
		return new Cookie(this.name, this.value, this.domain, this.hostOnly, this.path, this.secure, this.httpOnly,
				this.expires, created);
	}

}
