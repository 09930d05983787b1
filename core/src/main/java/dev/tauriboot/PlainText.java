package dev.tauriboot;

import org.springframework.util.Assert;

/**
 * Makes texts that pages may have written fit to be logged and shown.
 *
 * @since 0.1.0
 */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * A text on one line, without what a terminal or a reader could be misled by.
	 * @param text the text
	 * @param max the most characters to keep
	 * @return the text, with an ellipsis if it was longer
	 */
	public static String of(String text, int max) {
		Assert.notNull(text, "'text' must not be null");
		StringBuilder plain = new StringBuilder(Math.min(text.length(), max + 1));
		for (int i = 0; i < text.length() && i < max; i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				plain.append(' ');
			}
			else {
				plain.append(isPlain(c) ? c : '?');
			}
		}
		return ((text.length() > max) ? plain.append('…') : plain).toString();
	}

	private static boolean isPlain(char c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
