package dev.tauriboot.demo.notes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a title and an excerpt out of Markdown.
 */
final class NoteText {

	private static final int EXCERPT = 140;

	private static final Pattern HEADING = Pattern.compile("^#{1,6}[ \\t]+(.+?)[ \\t]*#*$", Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");

	private static final Pattern MARKS = Pattern.compile("[*`~|>#]+|^\\s*(?:[-+]|\\d+[.)])\\s+|^\\s*[-=]{3,}\\s*$",
			Pattern.MULTILINE);

	private NoteText() {
	}

	static String title(String content, String fileName) {
		Matcher heading = HEADING.matcher(content);
		String title = heading.find() ? plain(heading.group(1)) : "";
		return title.isEmpty() ? fileName.replaceFirst("\\.[^.]+$", "") : title;
	}

	static String excerpt(String content) {
		// Only the beginning: long notes would otherwise be searched to their end.
		String start = HEADING.matcher(content.substring(0, Math.min(content.length(), 8 * EXCERPT))).replaceFirst("");
		String plain = plain(start);
		return (plain.length() > EXCERPT) ? plain.substring(0, EXCERPT).strip() + "…" : plain;
	}

	private static String plain(String markdown) {
		return MARKS.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll(" ").replaceAll("\\s+", " ").strip();
	}

}
