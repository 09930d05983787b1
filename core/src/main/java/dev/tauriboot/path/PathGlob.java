package dev.tauriboot.path;

import java.io.File;

import dev.tauriboot.match.GlobSyntax;
import dev.tauriboot.match.GlobSyntax.Sign;
import dev.tauriboot.match.LinearRegex;

import org.springframework.util.Assert;

/**
 * A glob over whole paths (acl 12.2): {@code *} and {@code ?} stay within a component,
 * {@code **} is any number of them, {@code [abc]}, {@code [a-z]} and {@code [!…]} are one
 * character. The case of ASCII letters does not count. Matched in linear time. Immutable.
 *
 * @since 0.1.0
 */
public final class PathGlob {

	private static final String NO_DOT = "(?!\\.)";

	private final String text;

	private final LinearRegex regex;

	private PathGlob(String text, LinearRegex regex) {
		this.text = text;
		this.regex = regex;
	}

	/**
	 * Read a glob.
	 * @param glob the text
	 * @param literalLeadingDot whether a leading dot of a component must be literal in
	 * the glob
	 * @return the glob
	 * @throws IllegalArgumentException if it is malformed, with the position
	 */
	public static PathGlob of(String glob, boolean literalLeadingDot) {
		Assert.notNull(glob, "'glob' must not be null");
		String text = (File.separatorChar == '\\') ? glob.replace('\\', '/') : glob;
		return new PathGlob(text, LinearRegex.of(regex(text, literalLeadingDot)));
	}

	/**
	 * Make a literal text fit into a glob.
	 * @param path the text
	 * @return a glob that matches the text only
	 */
	public static String escape(String path) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			escaped.append((c == '*' || c == '?' || c == '[' || c == ']') ? "[" + c + "]" : String.valueOf(c));
		}
		return escaped.toString();
	}

	/**
	 * Whether a path matches.
	 * @param path the path, with the separators of this platform
	 * @return whether the whole of it matches
	 */
	public boolean matches(String path) {
		String unified = (File.separatorChar == '\\') ? path.replace('\\', '/') : path;
		return this.regex.matches(unified);
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static String regex(String glob, boolean literalLeadingDot) {
		StringBuilder regex = new StringBuilder("(?s)");
		boolean first = true;
		for (Sign sign : GlobSyntax.parse(glob)) {
			// Not even a range that names the dot matches one that leads a component (acl
			// row 114).
			String dot = (first && literalLeadingDot) ? NO_DOT : "";
			first = sign instanceof Sign.Components;
			if (sign instanceof Sign.Literal literal) {
				first = literal.character() == '/';
				append(regex, literal.character());
			}
			else if (sign instanceof Sign.One) {
				regex.append(dot).append("[^/]");
			}
			else if (sign instanceof Sign.Some) {
				regex.append(dot).append("[^/]*");
			}
			else if (sign instanceof Sign.Range range) {
				regex.append(dot).append('[').append(range.regex(true)).append("&&[^/]]");
			}
			else if (sign instanceof Sign.Components components) {
				String component = dot + "[^/]+";
				regex.append("(?:").append(component).append("/)*").append(components.last() ? component : "");
			}
		}
		return regex.toString();
	}

	private static void append(StringBuilder regex, int c) {
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
			regex.append('[').append((char) (c | ' ')).append((char) (c & ~' ')).append(']');
		}
		else {
			regex.append(LinearRegex.quote(Character.toString(c)));
		}
	}

}
