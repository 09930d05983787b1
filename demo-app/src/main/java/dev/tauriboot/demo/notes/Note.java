package dev.tauriboot.demo.notes;

import java.time.Instant;

/**
 * A note as the editor shows it.
 *
 * @param path path within the folder, with forward slashes
 * @param title first heading, or the file's name
 * @param modified when the file was last changed
 * @param content the Markdown text
 * @since 0.1.0
 */
public record Note(String path, String title, Instant modified, String content) {

	/**
	 * The same note as a line of the list.
	 * @return the summary
	 */
	public NoteSummary summary() {
		return new NoteSummary(this.path, this.title, this.modified, NoteText.excerpt(this.content));
	}

}
