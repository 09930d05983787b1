package dev.tauriboot.url;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * A URL in the parts that browsers split it into (acl 11.3). Scheme and host are in lower
 * case, the host in ASCII, default ports and dot segments gone, and what a part must not
 * hold is percent-encoded. A part that is missing is empty.
 *
 * @param protocol the scheme, without a colon
 * @param username the user
 * @param password the password
 * @param hostname the host
 * @param port the port, empty for the default port of the scheme
 * @param pathname the path
 * @param search the query, without a question mark
 * @param hash the fragment, without a number sign
 * @param opaque whether the path is no hierarchy, as that of {@code data:} URLs
 * @since 0.1.0
 */
public record WebUrl(String protocol, String username, String password, String hostname, String port, String pathname,
		String search, String hash, boolean opaque) {

	static final Map<String, String> DEFAULT_PORTS = Map.of("http", "80", "https", "443", "ws", "80", "wss", "443",
			"ftp", "21", "file", "");

	private static final int LIMIT = 65_536;

	private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*+");

	private static final Pattern HOST = Pattern.compile("[^\\x00-\\x20#/<>?@\\\\^`{|}\"\\x7F-\\x{10FFFF}]*+");

	private static final Pattern AUTHORITY = Pattern.compile("^([^:/\\\\?#]*+):([/\\\\]*+)([^/\\\\?#]*+)");

	private static final Pattern IGNORED = Pattern.compile("[\\t\\n\\r]");

	// Registries tell these apart from what the JDK maps them to.
	private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200C\\u200D]|%C3%9F|%E1%BA%9E|%CF%82|%E2%80%8[CD]",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Read a URL.
	 * @param url the text, absolute
	 * @return the URL, or {@code null} if it cannot be read, or not in one way only
	 */
	public static @Nullable WebUrl parse(String url) {
		Assert.notNull(url, "'url' must not be null");
		if (isTooLong(url) || isAmbiguous(url)) {
			return null;
		}
		try {
			return of(UriComponentsBuilder.fromUriString(url, ParserType.WHAT_WG).build());
		}
		catch (RuntimeException ex) {
			// The parser has several exceptions for what it does not take.
			return null;
		}
	}

	// Data is in the URL itself, and never matched against anything.
	private static boolean isTooLong(String url) {
		return url.length() > LIMIT && !url.regionMatches(true, 0, "data:", 0, 5);
	}

	private static boolean isAmbiguous(String url) {
		if (!mayBeAmbiguous(url)) {
			return false;
		}
		Matcher matcher = AUTHORITY.matcher(IGNORED.matcher(url).replaceAll(""));
		if (!matcher.find() || !AMBIGUOUS.matcher(matcher.group(3)).find()) {
			return false;
		}
		return !matcher.group(2).isEmpty()
				|| DEFAULT_PORTS.containsKey(matcher.group(1).strip().toLowerCase(Locale.ROOT));
	}

	private static boolean mayBeAmbiguous(String url) {
		for (int i = 0; i < url.length(); i++) {
			if (url.charAt(i) == '%' || url.charAt(i) > 0x7F) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable WebUrl of(UriComponents parts) {
		String protocol = Objects.requireNonNullElse(parts.getScheme(), "").toLowerCase(Locale.ROOT);
		String host = Objects.requireNonNullElse(parts.getHost(), "").toLowerCase(Locale.ROOT);
		boolean special = DEFAULT_PORTS.containsKey(protocol);
		if (!SCHEME.matcher(protocol).matches() || !HOST.matcher(host).matches()
				|| (special && host.isEmpty() && !protocol.equals("file"))) {
			return null;
		}
		String hash = PercentEncoding.FRAGMENT.encode(Objects.requireNonNullElse(parts.getFragment(), ""));
		String opaque = parts.getSchemeSpecificPart();
		if (opaque != null) {
			int query = opaque.indexOf('?');
			String path = (query >= 0) ? opaque.substring(0, query) : opaque;
			String search = (query >= 0) ? opaque.substring(query + 1) : "";
			return new WebUrl(protocol, "", "", host, "", PercentEncoding.OPAQUE_PATH.encode(path),
					PercentEncoding.QUERY.encode(search), hash, true);
		}
		String user = Objects.requireNonNullElse(parts.getUserInfo(), "");
		int colon = user.indexOf(':');
		String path = Objects.requireNonNullElse(parts.getPath(), "");
		if (special && !path.startsWith("/")) {
			// as in "file:a", which the parser leaves as it is
			path = "/" + path;
		}
		PercentEncoding query = special ? PercentEncoding.SPECIAL_QUERY : PercentEncoding.QUERY;
		return new WebUrl(protocol, PercentEncoding.USER.encode((colon >= 0) ? user.substring(0, colon) : user),
				PercentEncoding.USER.encode((colon >= 0) ? user.substring(colon + 1) : ""), host,
				(parts.getPort() >= 0) ? Integer.toString(parts.getPort()) : "", PercentEncoding.PATH.encode(path),
				query.encode(Objects.requireNonNullElse(parts.getQuery(), "")), hash, false);
	}

	/**
	 * This URL without the dot that may end its host: another text, the same machine.
	 * @return this URL if there is no such dot
	 */
	public WebUrl withoutTrailingDot() {
		if (!this.hostname.endsWith(".")) {
			return this;
		}
		return new WebUrl(this.protocol, this.username, this.password,
				StringUtils.trimTrailingCharacter(this.hostname, '.'), this.port, this.pathname, this.search, this.hash,
				this.opaque);
	}

	/**
	 * This URL without its user and password, which are for its server only.
	 * @return a URL that may be told
	 */
	public WebUrl withoutUser() {
		return new WebUrl(this.protocol, "", "", this.hostname, this.port, this.pathname, this.search, this.hash,
				this.opaque);
	}

	/**
	 * This URL without its fragment, which is for who asks only.
	 * @return a URL that may be sent
	 */
	public WebUrl withoutHash() {
		return new WebUrl(this.protocol, this.username, this.password, this.hostname, this.port, this.pathname,
				this.search, "", this.opaque);
	}

	/**
	 * The URL as browsers print it.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.protocol).append(':');
		if (!this.opaque && (!this.hostname.isEmpty() || this.protocol.equals("file"))) {
			text.append("//").append(this.username);
			text.append(this.password.isEmpty() ? "" : ":" + this.password);
			text.append((this.username.isEmpty() && this.password.isEmpty()) ? "" : "@").append(this.hostname);
			text.append(this.port.isEmpty() ? "" : ":" + this.port);
		}
		text.append(this.pathname);
		text.append(this.search.isEmpty() ? "" : "?" + this.search);
		return text.append(this.hash.isEmpty() ? "" : "#" + this.hash).toString();
	}

}
