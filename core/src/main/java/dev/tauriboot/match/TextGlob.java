package dev.tauriboot.match;

import java.util.List;

import dev.tauriboot.match.GlobSyntax.Sign;
import org.jspecify.annotations.Nullable;

/**
 * A glob over a whole text (acl 12.1), in which a star matches slashes too. Case counts,
 * dots are nothing special. Immutable, and equal to others written alike.
 *
 * @since 0.1.0
 */
public final class TextGlob {

	private final String text;

	private final @Nullable LinearRegex regex;

	private TextGlob(String text, @Nullable LinearRegex regex) {
		this.text = text;
		this.regex = regex;
	}

	/**
	 * Read a glob.
	 * @param glob the text
	 * @return the glob
	 * @throws IllegalArgumentException if it is malformed, with the position
	 */
	public static TextGlob of(String glob) {
		List<Sign> signs;
		try {
			signs = GlobSyntax.parse(glob);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("failed to run glob: " + ex.getMessage(), ex);
		}
		StringBuilder regex = new StringBuilder("(?s)");
		boolean literal = true;
		for (Sign sign : signs) {
			literal &= sign instanceof Sign.Literal;
			append(regex, sign);
		}
		return new TextGlob(glob, literal ? null : LinearRegex.of(regex.toString()));
	}

	private static void append(StringBuilder regex, Sign sign) {
		if (sign instanceof Sign.Literal literal) {
			regex.append(LinearRegex.quote(Character.toString(literal.character())));
		}
		else if (sign instanceof Sign.One) {
			regex.append('.');
		}
		else if (sign instanceof Sign.Some) {
			regex.append(".*");
		}
		else if (sign instanceof Sign.Components components) {
			regex.append(components.last() ? ".*" : "(?:.*/)?");
		}
		else if (sign instanceof Sign.Range range) {
			regex.append(range.regex(false));
		}
	}

	/**
	 * Whether a text matches.
	 * @param candidate the text
	 * @return whether the whole of it matches
	 */
	public boolean matches(String candidate) {
		return (this.regex != null) ? this.regex.matches(candidate) : this.text.equals(candidate);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TextGlob glob && this.text.equals(glob.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * The glob as written.
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
