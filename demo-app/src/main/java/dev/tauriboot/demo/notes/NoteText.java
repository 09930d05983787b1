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

	private static final Pattern INLINE = Pattern.compile("[*`]+|~~");

	// Rulers, those of tables too, and fences of code go with their whole line.
	private static final Pattern BLOCK = Pattern
		.compile("^[ \\t]*(?:[|:=-][ |:=-]{2,}|`{3}.*)$|[|>#]+|^\\s*(?:[-+*]|\\d+[.)])\\s+", Pattern.MULTILINE);

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
		String text = BLOCK.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll(" ");
		return INLINE.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
	}

}
