package dev.tauriboot.demo.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tauriboot.demo.search.SearchHit.Range;

/**
 * Takes texts apart into words, and finds the beginnings of words in them.
 */
final class Words {

	private static final int MAX_LENGTH = 64;

	private static final int TITLE_WEIGHT = 8;

	private static final int BEFORE = 40;

	private static final int LENGTH = 160;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private Words() {
	}

	static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(text);
		while (matcher.find()) {
			words.add(normal(matcher.group()));
		}
		return words;
	}

	static Map<String, Integer> weights(String title, String content) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		of(title).forEach((word) -> weights.merge(word, TITLE_WEIGHT, Integer::sum));
		of(content).forEach((word) -> weights.merge(word, 1, Integer::sum));
		return weights;
	}

	static SearchHit hit(String path, String title, String content, List<String> prefixes) {
		int first = firstMatch(content, prefixes);
		int start = Math.max(0, first - BEFORE);
		while (start > 0 && start < first && !Character.isWhitespace(content.charAt(start - 1))) {
			start++;
		}
		int end = Math.min(content.length(), start + LENGTH);
		String snippet = content.substring(start, end)
			.replaceAll("]\\([^)\\s]*\\)?", "")
			.replaceAll("[\\[*`]", "")
			.replaceAll("(?:[\\s#|>]|-{3,})+", " ")
			.stripTrailing();
		return new SearchHit(path, title, snippet, ranges(snippet, prefixes));
	}

	private static int firstMatch(String content, List<String> prefixes) {
		Matcher matcher = WORD.matcher(content);
		while (matcher.find()) {
			if (matchLength(matcher.group(), prefixes) > 0) {
				return matcher.start();
			}
		}
		return 0;
	}

	private static List<Range> ranges(String snippet, List<String> prefixes) {
		List<Range> ranges = new ArrayList<>();
		Matcher matcher = WORD.matcher(snippet);
		while (matcher.find()) {
			int length = matchLength(matcher.group(), prefixes);
			if (length > 0) {
				ranges.add(new Range(matcher.start(), matcher.start() + Math.min(length, matcher.group().length())));
			}
		}
		return ranges;
	}

	private static int matchLength(String word, List<String> prefixes) {
		String normal = normal(word);
		int longest = 0;
		for (String prefix : prefixes) {
			if (normal.startsWith(prefix)) {
				longest = Math.max(longest, prefix.length());
			}
		}
		return longest;
	}

	private static String normal(String word) {
		String lower = word.toLowerCase(Locale.ROOT);
		return lower.substring(0, Math.min(lower.length(), MAX_LENGTH));
	}

}
