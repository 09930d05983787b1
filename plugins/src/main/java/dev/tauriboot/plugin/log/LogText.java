package dev.tauriboot.plugin.log;

/**
 * Makes texts of pages fit for one line of a log: no page can forge a second line, move
 * the cursor of a terminal or turn the direction of what is read.
 *
 * @since 0.1.0
 */
public final class LogText {

	private LogText() {
	}

	/**
	 * A text on one line. Line breaks, tabs and what else is not seen are escaped, as
	 * {@code \n} and <code>&#92;u001b</code>.
	 * @param text the text
	 * @param max the most characters of it to keep
	 * @return the text, with an ellipsis if it was longer
	 */
	public static String line(String text, int max) {
		int length = Math.min(text.length(), max);
		StringBuilder line = new StringBuilder(length + 1);
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\n' -> line.append("\\n");
				case '\r' -> line.append("\\r");
				case '\t' -> line.append("\\t");
				default -> append(line, text, i);
			}
		}
		return ((text.length() > max) ? line.append('…') : line).toString();
	}

	private static void append(StringBuilder line, String text, int index) {
		char c = text.charAt(index);
		boolean hidden = switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			case Character.SURROGATE -> isAlone(text, index);
			default -> false;
		};
		if (hidden) {
			line.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
		}
		else {
			line.append(c);
		}
	}

	private static boolean isAlone(String text, int index) {
		char c = text.charAt(index);
		return Character.isHighSurrogate(c)
				? index + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
				: index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
	}

}
