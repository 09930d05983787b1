package dev.tauriboot.match;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a regular expression is made of.
 */
sealed interface RegexNode {

	/**
	 * One code point.
	 *
	 * @param members which ones
	 */
	record One(IntPredicate members) implements RegexNode {
	}

	/**
	 * One after the other.
	 *
	 * @param parts the parts, none for the empty text
	 */
	record Sequence(List<RegexNode> parts) implements RegexNode {
	}

	/**
	 * Any one of several.
	 *
	 * @param branches at least one
	 */
	record Choice(List<RegexNode> branches) implements RegexNode {
	}

	/**
	 * A part several times.
	 *
	 * @param part the part
	 * @param least how often at least
	 * @param most how often at most, or -1 for any number
	 */
	record Repeat(RegexNode part, int least, int most) implements RegexNode {
	}

	/**
	 * A condition on the place between two code points.
	 *
	 * @param condition the condition
	 */
	record Place(PlaceTest condition) implements RegexNode {
	}

	/**
	 * A condition on a place.
	 */
	@FunctionalInterface
	interface PlaceTest {

		boolean holds(int before, int after);

	}

	/**
	 * Conditions on a place. A code point of -1 stands for the end of the text.
	 */
	enum PlaceKind implements PlaceTest {

		START, END, LINE_START, LINE_END, WORD_BOUNDARY, NO_WORD_BOUNDARY;

		@Override
		public boolean holds(int before, int after) {
			return switch (this) {
				case START -> before < 0;
				case END -> after < 0;
				case LINE_START -> before < 0 || before == '\n';
				case LINE_END -> after < 0 || after == '\n';
				case WORD_BOUNDARY -> isWord(before) != isWord(after);
				case NO_WORD_BOUNDARY -> isWord(before) == isWord(after);
			};
		}

		private static boolean isWord(int c) {
			return c >= 0 && CharClasses.WORD.test(c);
		}

	}

}
