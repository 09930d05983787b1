package dev.tauriboot.match;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Splits a glob into its signs (acl 12), for those who give them a meaning.
 *
 * @since 0.1.0
 */
public final class GlobSyntax {

	private GlobSyntax() {
	}

	/**
	 * Read the signs of a glob.
	 * @param glob the text
	 * @return the signs
	 * @throws IllegalArgumentException if it is malformed, with the position
	 */
	public static List<Sign> parse(String glob) {
		Assert.notNull(glob, "'glob' must not be null");
		int[] text = glob.codePoints().toArray();
		List<Sign> signs = new ArrayList<>();
		int position = 0;
		while (position < text.length) {
			switch (text[position]) {
				case '*' -> position = stars(text, position, signs);
				case '[' -> position = range(text, position, signs);
				case '?' -> {
					signs.add(new Sign.One());
					position++;
				}
				default -> signs.add(new Sign.Literal(text[position++]));
			}
		}
		return signs;
	}

	private static int stars(int[] text, int start, List<Sign> signs) {
		int end = start;
		while (end < text.length && text[end] == '*') {
			end++;
		}
		if (end - start > 2) {
			throw error(start + 2, "wildcards are either regular `*` or recursive `**`");
		}
		if (end - start == 1) {
			signs.add(new Sign.Some());
			return end;
		}
		if (start > 0 && text[start - 1] != '/') {
			throw error(start - 1, "recursive wildcards must form a single path component");
		}
		if (end < text.length && text[end] != '/') {
			throw error(end, "recursive wildcards must form a single path component");
		}
		boolean last = end == text.length;
		Sign previous = signs.isEmpty() ? null : signs.get(signs.size() - 1);
		if (previous instanceof Sign.Components) {
			signs.remove(signs.size() - 1);
		}
		signs.add(new Sign.Components(last));
		return last ? end : end + 1;
	}

	private static int range(int[] text, int start, List<Sign> signs) {
		boolean negated = start + 1 < text.length && text[start + 1] == '!';
		int first = start + (negated ? 2 : 1);
		int end = first + 1;
		while (end < text.length && text[end] != ']') {
			end++;
		}
		if (end >= text.length) {
			throw error(start, "invalid range pattern");
		}
		List<int[]> ranges = new ArrayList<>();
		int i = first;
		while (i < end) {
			boolean wide = i + 2 < end && text[i + 1] == '-';
			ranges.add(new int[] { text[i], text[wide ? i + 2 : i] });
			i += wide ? 3 : 1;
		}
		signs.add(new Sign.Range(negated, List.copyOf(ranges)));
		return end + 1;
	}

	private static IllegalArgumentException error(int position, String what) {
		return new IllegalArgumentException("Pattern syntax error near position " + position + ": " + what);
	}

	/**
	 * One sign of a glob.
	 *
	 * @since 0.1.0
	 */
	public sealed interface Sign {

		/**
		 * A character that stands for itself.
		 *
		 * @param character the code point
		 */
		record Literal(int character) implements Sign {
		}

		/**
		 * A question mark: any one character.
		 */
		record One() implements Sign {
		}

		/**
		 * A star: any characters.
		 */
		record Some() implements Sign {
		}

		/**
		 * Two stars that are a component: any number of components, together with the
		 * slash behind them.
		 *
		 * @param last whether the glob ends here
		 */
		record Components(boolean last) implements Sign {
		}

		/**
		 * One character from a range.
		 *
		 * @param negated whether those of the ranges are the ones left out
		 * @param ranges first and last code point of each; empty if the last comes first
		 */
		record Range(boolean negated, List<int[]> ranges) implements Sign {

			/**
			 * This range as a class of {@link LinearRegex}.
			 * @param ignoreCase whether the case of ASCII letters does not count
			 * @return the class
			 */
			public String regex(boolean ignoreCase) {
				StringBuilder members = new StringBuilder();
				for (int[] range : this.ranges) {
					append(members, range[0], range[1]);
					if (ignoreCase) {
						append(members, Math.max(range[0], 'a') - 32, Math.min(range[1], 'z') - 32);
						append(members, Math.max(range[0], 'A') + 32, Math.min(range[1], 'Z') + 32);
					}
				}
				if (members.isEmpty()) {
					return "[" + (this.negated ? "" : "^") + "\\x{0}-\\x{10ffff}]";
				}
				return "[" + (this.negated ? "^" : "") + members + "]";
			}

			private static void append(StringBuilder members, int from, int to) {
				if (from <= to) {
					members.append("\\x{").append(Integer.toHexString(from)).append("}-\\x{");
					members.append(Integer.toHexString(to)).append('}');
				}
			}

		}

	}

}
