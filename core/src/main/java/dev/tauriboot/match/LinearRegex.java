package dev.tauriboot.match;

import org.springframework.util.Assert;

/**
 * A regular expression that is matched in time proportional to the text, whatever the
 * expression: all ways to match are followed at once, none is tried again. The syntax is
 * that of Rust's expressions, hence without back references and look-around: {@code \d},
 * {@code \w} and {@code \s} are Unicode classes, a dot is anything but a line feed,
 * {@code $} is the very end. Flags {@code i}, {@code m} and {@code s} are known, groups
 * capture nothing. There is one look-ahead, <code>(?!\.)</code>, for globs to tell dot
 * files. Immutable and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class LinearRegex {

	private final String text;

	private final RegexProgram program;

	private LinearRegex(String text, RegexProgram program) {
		this.text = text;
		this.program = program;
	}

	/**
	 * Compile an expression.
	 * @param expression the expression
	 * @return the compiled expression
	 * @throws IllegalArgumentException if it is malformed, too large, or uses what is not
	 * supported; the message says what and where
	 */
	public static LinearRegex of(String expression) {
		Assert.notNull(expression, "'expression' must not be null");
		return new LinearRegex(expression, RegexProgram.of(new RegexParser(expression).parse()));
	}

	/**
	 * Make an expression of a literal text.
	 * @param literal the text
	 * @return an expression that matches the text only
	 */
	public static String quote(String literal) {
		StringBuilder quoted = new StringBuilder(literal.length() + 8);
		literal.codePoints().forEach((c) -> append(quoted, c));
		return quoted.toString();
	}

	private static void append(StringBuilder quoted, int c) {
		if (c < 128 && !Character.isLetterOrDigit(c)) {
			quoted.append("\\x{").append(Integer.toHexString(c)).append('}');
		}
		else {
			quoted.appendCodePoint(c);
		}
	}

	/**
	 * Whether a text matches as a whole.
	 * @param text the text
	 * @return whether all of it matches
	 */
	public boolean matches(String text) {
		return this.program.matches(text);
	}

	/**
	 * Whether some part of a text matches.
	 * @param text the text
	 * @return whether a match is found
	 */
	public boolean find(String text) {
		return this.program.find(text);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LinearRegex regex && this.text.equals(regex.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * The expression as written.
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
