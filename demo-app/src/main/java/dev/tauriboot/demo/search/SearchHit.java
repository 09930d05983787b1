package dev.tauriboot.demo.search;

import java.util.List;

/**
 * A note that a search found.
 *
 * @param path path of the note
 * @param title title of the note
 * @param snippet the text around the first match
 * @param ranges where in the snippet the words searched for begin
 * @since 0.1.0
 */
public record SearchHit(String path, String title, String snippet, List<Range> ranges) {

	/**
	 * A part of the snippet, in UTF-16 code units as in Java and JavaScript.
	 *
	 * @param start its first character
	 * @param end the character after its last
	 */
	public record Range(int start, int end) {
	}

}
