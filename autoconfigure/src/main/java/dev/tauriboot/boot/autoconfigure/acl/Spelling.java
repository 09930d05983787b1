package dev.tauriboot.boot.autoconfigure.acl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a misspelled text may have been meant to be.
 */
final class Spelling {

	private Spelling() {
	}

	/**
	 * The nearest of several texts.
	 * @param text the text
	 * @param candidates what it may have been meant to be
	 * @return the nearest, or {@code null} if none is near: more than a third of the
	 * letters would have to change
	 */
	static @Nullable String nearest(String text, Collection<String> candidates) {
		String nearest = null;
		int least = Math.max(2, text.length() / 3) + 1;
		for (String candidate : candidates) {
			int distance = distance(text, candidate);
			if (distance < least && !candidate.isEmpty()) {
				nearest = candidate;
				least = distance;
			}
		}
		return nearest;
	}

	/**
	 * Sort texts, the nearest first.
	 * @param text the text
	 * @param candidates the texts
	 * @return the sorted texts
	 */
	static List<String> byNearness(String text, Collection<String> candidates) {
		return candidates.stream()
			.distinct()
			.sorted(Comparator.<String>comparingInt((candidate) -> distance(text, candidate))
				.thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	/**
	 * How many letters must be put in, left out, replaced or swapped with their
	 * neighbours to make one text of the other. Letter case does not count.
	 * @param left a text
	 * @param right another
	 * @return the number of changes
	 */
	static int distance(String left, String right) {
		String a = left.toLowerCase(Locale.ROOT);
		String b = right.toLowerCase(Locale.ROOT);
		int[][] rows = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				rows[i][j] = (i == 0 || j == 0) ? i + j : changes(rows, a, b, i, j);
			}
		}
		return rows[a.length()][b.length()];
	}

	private static int changes(int[][] rows, String a, String b, int i, int j) {
		int replaced = rows[i - 1][j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
		int changes = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(changes, rows[i - 2][j - 2] + 1) : changes;
	}

}
