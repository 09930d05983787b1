package dev.tauriboot.demo.notes;

import java.time.Instant;

/**
 * A note as a line of the list.
 *
 * @param path path within the folder, with forward slashes
 * @param title first heading, or the file's name
 * @param modified when the file was last changed
 * @param excerpt the beginning of the text
 * @since 0.1.0
 */
public record NoteSummary(String path, String title, Instant modified, String excerpt) {
}
