package dev.tauriboot.path;

import java.io.File;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A glob over whole paths (acl 12.2): {@code *} and {@code ?} stay within a component,
 * {@code **} is any number of them, {@code [abc]}, {@code [a-z]} and {@code [!…]} are one
 * character. The case of ASCII letters does not count. Immutable.
 *
 * @since 0.1.0
 */
public final class PathGlob {

	private static final String NO_DOT = "(?!\\.)";

	private final String text;

	private final Pattern pattern;

	private PathGlob(String text, Pattern pattern) {
		this.text = text;
		this.pattern = pattern;
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
		return new PathGlob(text, new Compiler(text, literalLeadingDot).compile());
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
		return this.pattern.matcher(unified).matches();
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static final class Compiler {

		private final String glob;

		private final String dot;

		private final StringBuilder regex = new StringBuilder();

		private int position;

		private boolean componentStart = true;

		Compiler(String glob, boolean literalLeadingDot) {
			this.glob = glob;
			this.dot = literalLeadingDot ? NO_DOT : "";
		}

		Pattern compile() {
			while (this.position < this.glob.length()) {
				char c = this.glob.charAt(this.position);
				switch (c) {
					case '*' -> star();
					case '?' -> {
						this.regex.append(this.componentStart ? this.dot : "").append("[^/]");
						this.position++;
					}
					case '[' -> range();
					default -> {
						this.regex.append(Pattern.quote(String.valueOf(c)));
						this.position++;
					}
				}
				this.componentStart = c == '/';
			}
			return Pattern.compile(this.regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
		}

		private void star() {
			int end = this.position;
			while (end < this.glob.length() && this.glob.charAt(end) == '*') {
				end++;
			}
			int stars = end - this.position;
			if (stars > 2) {
				throw error(this.position + 2, "wildcards are either regular `*` or recursive `**`");
			}
			if (stars == 1) {
				this.regex.append(this.componentStart ? this.dot : "").append("[^/]*");
				this.position = end;
				return;
			}
			boolean last = end == this.glob.length();
			if (!this.componentStart || !(last || this.glob.charAt(end) == '/')) {
				throw error(this.componentStart ? end : this.position,
						"recursive wildcards must form a single path component");
			}
			String component = this.dot + "[^/]+";
			if (last) {
				this.regex.append("(?:").append(component).append("/)*+").append(component);
				this.position = end;
			}
			else {
				this.regex.append("(?:").append(component).append("/)*");
				this.position = end + 1;
				// The slash went with the stars, and a component starts behind it.
				while (this.glob.startsWith("**/", this.position)) {
					this.position += 3;
				}
				this.componentStart = true;
				next();
			}
		}

		// Goes on at once, so that the sign after "**/" counts as the first of its
		// component.
		private void next() {
			if (this.position < this.glob.length() && "*?[".indexOf(this.glob.charAt(this.position)) >= 0) {
				switch (this.glob.charAt(this.position)) {
					case '*' -> star();
					case '[' -> range();
					default -> {
						this.regex.append(this.dot).append("[^/]");
						this.position++;
					}
				}
			}
		}

		private void range() {
			int start = this.position;
			boolean negated = this.glob.startsWith("!", start + 1);
			int first = start + (negated ? 2 : 1);
			int end = this.glob.indexOf(']', first + 1);
			if (end < 0) {
				throw error(start, "invalid range pattern");
			}
			// A range never matches a dot that leads a component, even where it names one
			// (acl row 114).
			this.regex.append(this.componentStart ? this.dot : "").append("(?!/)[").append(negated ? "^" : "");
			for (int i = first; i < end; i++) {
				char c = this.glob.charAt(i);
				if (i + 2 < end && this.glob.charAt(i + 1) == '-') {
					if (c <= this.glob.charAt(i + 2)) {
						this.regex.append(quoted(c)).append('-').append(quoted(this.glob.charAt(i + 2)));
					}
					i += 2;
				}
				else {
					this.regex.append(quoted(c));
				}
			}
			this.regex.append(']');
			this.position = end + 1;
		}

		private static String quoted(char c) {
			return String.format("\\u%04x", (int) c);
		}

		private IllegalArgumentException error(int at, String what) {
			return new IllegalArgumentException("Pattern syntax error near position " + at + ": " + what);
		}

	}

}
