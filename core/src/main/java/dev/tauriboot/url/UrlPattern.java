package dev.tauriboot.url;

import java.util.Map;
import java.util.regex.Pattern;

import dev.tauriboot.match.LinearRegex;
import dev.tauriboot.url.PatternSplitter.State;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A pattern over URLs in the syntax of the URLPattern standard, with defaults of Tauri's
 * (acl 11): user, path, query and fragment that are not given are anything, a port that
 * is not given is the default port of the scheme. Matched in linear time. Immutable, and
 * equal to others written alike.
 *
 * @since 0.1.0
 */
public final class UrlPattern {

	private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-fA-F:.]++]");

	private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)(?:\\.|%2e){1,2}(?:/|$)",
			Pattern.CASE_INSENSITIVE);

	private final String text;

	private final Part protocol;

	private final Part username;

	private final Part password;

	private final Part hostname;

	private final Part port;

	private final Part pathname;

	private final Part search;

	private final Part hash;

	private UrlPattern(String text, Map<State, String> parts) {
		this.text = text;
		this.protocol = Part.of(parts.get(State.PROTOCOL), PatternCompiler.PROTOCOL);
		String protocol = this.protocol.literal;
		boolean special = protocol == null || WebUrl.DEFAULT_PORTS.containsKey(protocol);
		this.username = Part.of(parts.get(State.USERNAME), PatternCompiler.USERNAME);
		this.password = Part.of(parts.get(State.PASSWORD), PatternCompiler.PASSWORD);
		this.hostname = hostname(parts.get(State.HOSTNAME), protocol);
		this.port = port(parts.get(State.PORT), protocol);
		this.pathname = pathname(parts);
		this.search = Part.of(orAny(parts.get(State.SEARCH)),
				special ? PatternCompiler.SPECIAL_SEARCH : PatternCompiler.SEARCH);
		this.hash = Part.of(orAny(parts.get(State.HASH)), PatternCompiler.HASH);
	}

	/**
	 * Read a pattern.
	 * @param pattern the text
	 * @return the pattern
	 * @throws IllegalArgumentException if it is malformed, or can match nothing
	 */
	public static UrlPattern of(String pattern) {
		Assert.notNull(pattern, "'pattern' must not be null");
		return new UrlPattern(pattern, PatternSplitter.split(pattern));
	}

	private static @Nullable String orAny(@Nullable String pattern) {
		return (pattern == null || pattern.isEmpty()) ? null : pattern;
	}

	private static Part hostname(@Nullable String pattern, @Nullable String protocol) {
		if (pattern == null) {
			return Part.ANY;
		}
		boolean required = protocol != null && WebUrl.DEFAULT_PORTS.containsKey(protocol) && !protocol.equals("file");
		if (pattern.isEmpty() && required) {
			throw new IllegalArgumentException("it has no host");
		}
		String literal = ADDRESS.matcher(pattern).matches() ? pattern : PatternCompiler.literal(pattern);
		if (literal == null || literal.isEmpty()) {
			return Part.of(pattern, PatternCompiler.HOSTNAME);
		}
		WebUrl url = (literal.matches("[^/\\\\?#@]*+")) ? WebUrl.parse("http://" + literal + "/") : null;
		if (url == null || !url.port().isEmpty()) {
			throw new IllegalArgumentException("'" + literal + "' is no host");
		}
		return Part.literal(url.hostname());
	}

	private static Part port(@Nullable String pattern, @Nullable String protocol) {
		String literal = (pattern != null) ? PatternCompiler.literal(pattern) : null;
		if (literal == null || literal.isEmpty()) {
			return Part.of(pattern, PatternCompiler.PORT);
		}
		String digits = PatternCompiler.PORT.encode(literal).replaceFirst("^0+(?=.)", "");
		if (digits.length() > 5 || Integer.parseInt(digits) > 65_535) {
			throw new IllegalArgumentException("port " + literal + " is out of range");
		}
		return Part.literal(digits.equals(WebUrl.DEFAULT_PORTS.get((protocol != null) ? protocol : "")) ? "" : digits);
	}

	private static Part pathname(Map<State, String> parts) {
		String pattern = parts.get(State.PATHNAME);
		if (pattern == null || pattern.isEmpty() || pattern.equals("/")) {
			return Part.ANY;
		}
		if (DOT_SEGMENT.matcher(pattern).find()) {
			throw new IllegalArgumentException("no path has the segments . and ..");
		}
		boolean opaque = !parts.containsKey(State.HOSTNAME) && !pattern.startsWith("/");
		return Part.of(pattern, opaque ? PatternCompiler.OPAQUE_PATH : PatternCompiler.PATHNAME);
	}

	/**
	 * Whether a URL matches.
	 * @param url the URL
	 * @return whether each part of it matches as a whole
	 */
	public boolean matches(WebUrl url) {
		return this.protocol.matches(url.protocol()) && this.hostname.matches(url.hostname())
				&& this.port.matches(url.port()) && this.pathname.matches(url.pathname())
				&& this.search.matches(url.search()) && this.hash.matches(url.hash())
				&& this.username.matches(url.username()) && this.password.matches(url.password());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof UrlPattern pattern && this.text.equals(pattern.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * The pattern as written.
	 */
	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * The pattern of one part: a text, an expression, or anything.
	 *
	 * @param literal the text, if it is one
	 * @param regex the expression, if it is one
	 */
	private record Part(@Nullable String literal, @Nullable LinearRegex regex) {

		private static final Part ANY = new Part(null, null);

		static Part literal(String text) {
			return new Part(text, null);
		}

		static Part of(@Nullable String pattern, PatternCompiler compiler) {
			if (pattern == null || pattern.equals("*")) {
				return ANY;
			}
			String literal = PatternCompiler.literal(pattern);
			return (literal != null) ? literal(compiler.encode(literal)) : new Part(null, compiler.compile(pattern));
		}

		boolean matches(String text) {
			if (this.literal != null) {
				return this.literal.equals(text);
			}
			return this.regex == null || this.regex.matches(text);
		}

	}

}
