package dev.tauriboot.url;

import java.util.ArrayList;
import java.util.List;

/**
 * A sign of a URL pattern.
 *
 * @param kind what it is
 * @param index where it begins
 * @param value what it stands for
 */
record PatternToken(Kind kind, int index, String value) {

	/**
	 * Split a pattern into signs.
	 * @param lenient whether what is malformed becomes a sign of its own, for then it may
	 * only separate two parts
	 */
	static List<PatternToken> split(String pattern, boolean lenient) {
		List<PatternToken> tokens = new ArrayList<>();
		int index = 0;
		while (index < pattern.length()) {
			PatternToken token = next(pattern, index, lenient);
			tokens.add(token);
			index = switch (token.kind) {
				case NAME, ESCAPED -> index + 1 + token.value.length();
				case REGEX -> index + 2 + token.value.length();
				default -> index + token.value.length();
			};
		}
		tokens.add(new PatternToken(Kind.END, index, ""));
		return tokens;
	}

	private static PatternToken next(String pattern, int index, boolean lenient) {
		String sign = Character.toString(pattern.codePointAt(index));
		switch (sign) {
			case "*":
				return new PatternToken(Kind.ASTERISK, index, sign);
			case "+", "?":
				return new PatternToken(Kind.MODIFIER, index, sign);
			case "{":
				return new PatternToken(Kind.OPEN, index, sign);
			case "}":
				return new PatternToken(Kind.CLOSE, index, sign);
			case "\\":
				if (index + 1 < pattern.length()) {
					return new PatternToken(Kind.ESCAPED, index, Character.toString(pattern.codePointAt(index + 1)));
				}
				return malformed(index, sign, lenient, "nothing to escape");
			case ":":
				int end = index + 1;
				while (end < pattern.length() && isNamePart(pattern.codePointAt(end), end == index + 1)) {
					end += Character.charCount(pattern.codePointAt(end));
				}
				if (end > index + 1) {
					return new PatternToken(Kind.NAME, index, pattern.substring(index + 1, end));
				}
				return malformed(index, sign, lenient, "a name must follow the colon");
			case "(":
				int close = closing(pattern, index);
				if (close > index + 1) {
					return new PatternToken(Kind.REGEX, index, pattern.substring(index + 1, close));
				}
				return malformed(index, sign, lenient, "no expression in parentheses, or one with groups that capture");
			default:
				return new PatternToken(Kind.CHARACTER, index, sign);
		}
	}

	private static boolean isNamePart(int c, boolean first) {
		return first ? (c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c))
				: (c == '$' || Character.isUnicodeIdentifierPart(c));
	}

	// The index of the parenthesis that closes an expression, or -1.
	private static int closing(String pattern, int open) {
		int depth = 1;
		for (int i = open + 1; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			if (c >= 128 || (c == '?' && i == open + 1)) {
				return -1;
			}
			if (c == '\\') {
				i++;
			}
			else if (c == '(') {
				depth++;
				if (!pattern.startsWith("?", i + 1)) {
					return -1;
				}
			}
			else if (c == ')' && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

	private static PatternToken malformed(int index, String sign, boolean lenient, String what) {
		if (!lenient) {
			throw new IllegalArgumentException(what + ", near position " + index);
		}
		return new PatternToken(Kind.INVALID, index, sign);
	}

	/**
	 * Kinds of signs.
	 */
	enum Kind {

		OPEN, CLOSE, REGEX, NAME, CHARACTER, ESCAPED, MODIFIER, ASTERISK, END, INVALID

	}

}
