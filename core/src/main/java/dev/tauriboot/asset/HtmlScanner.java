package dev.tauriboot.asset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds start tags in an HTML text as the tokenizer of the HTML standard would, without
 * building a tree. Only offsets are recorded, so a document can be added to without being
 * written anew.
 */
final class HtmlScanner {

	private static final Set<String> RAW_TEXT = Set.of("script", "style", "title", "textarea", "iframe", "noembed",
			"noframes", "xmp");

	private final String html;

	private final List<HtmlTag> tags = new ArrayList<>();

	private int position;

	private int headPosition = -1;

	private HtmlScanner(String html) {
		this.html = html;
		scan();
	}

	static HtmlScanner scan(String html) {
		return new HtmlScanner(html);
	}

	List<HtmlTag> tags() {
		return this.tags;
	}

	/**
	 * Where to put the first element of the head, whether the document has a head tag or
	 * leaves it out.
	 * @return the offset
	 */
	int headPosition() {
		return this.headPosition;
	}

	private void scan() {
		String text = this.html;
		if (text.startsWith("\uFEFF")) {
			this.position = 1;
		}
		while (this.position < text.length()) {
			char c = text.charAt(this.position);
			if (c != '<') {
				if (!isSpace(c)) {
					headNoLaterThan(this.position);
				}
				this.position++;
			}
			else {
				markup();
			}
		}
		headNoLaterThan(text.length());
	}

	private void markup() {
		String text = this.html;
		int start = this.position;
		if (text.startsWith("<!--", start)) {
			this.position = endOfComment(start + 4);
		}
		else if (text.startsWith("<!", start) || text.startsWith("<?", start)) {
			this.position = after(">", start + 2);
		}
		else if (text.startsWith("</", start) && letterAt(start + 2)) {
			headNoLaterThan(start);
			this.position = start + 2;
			attributes(endOfName());
		}
		else if (text.startsWith("</", start) && start + 2 < text.length()) {
			this.position = after(">", start + 2);
		}
		else if (letterAt(start + 1)) {
			startTag(start);
		}
		else {
			headNoLaterThan(start);
			this.position = start + 1;
		}
	}

	private void startTag(int start) {
		this.position = start + 1;
		int nameEnd = endOfName();
		String name = this.html.substring(start + 1, nameEnd).toLowerCase(Locale.ROOT);
		Map<String, String> attributes = attributes(nameEnd);
		if (attributes == null) {
			headNoLaterThan(start);
			return;
		}
		int end = this.position;
		if (name.equals("head")) {
			headNoLaterThan(end);
		}
		else if (!name.equals("html")) {
			headNoLaterThan(start);
		}
		int textEnd = end;
		if (name.equals("plaintext")) {
			textEnd = this.html.length();
			this.position = textEnd;
		}
		else if (RAW_TEXT.contains(name)) {
			textEnd = name.equals("script") ? endOfScript(end) : endTag(name, end);
			this.position = textEnd;
		}
		this.tags.add(new HtmlTag(name, attributes, start, nameEnd, end, textEnd));
	}

	private int endOfName() {
		int end = this.position;
		while (end < this.html.length() && !isSpace(this.html.charAt(end)) && this.html.charAt(end) != '/'
				&& this.html.charAt(end) != '>') {
			end++;
		}
		return end;
	}

	// Leaves the position after the tag; null if the text ends inside it, for then there
	// is no tag.
	private @Nullable Map<String, String> attributes(int from) {
		Map<String, String> attributes = new LinkedHashMap<>();
		String text = this.html;
		int length = text.length();
		int i = from;
		while (i < length) {
			char c = text.charAt(i);
			if (c == '>') {
				this.position = i + 1;
				return attributes;
			}
			if (isSpace(c) || c == '/') {
				i++;
				continue;
			}
			int nameStart = i++;
			while (i < length && !isSpace(text.charAt(i)) && "/>=".indexOf(text.charAt(i)) < 0) {
				i++;
			}
			String name = text.substring(nameStart, i).toLowerCase(Locale.ROOT);
			int next = skipSpace(i);
			String value = "";
			if (next < length && text.charAt(next) == '=') {
				int valueStart = skipSpace(next + 1);
				i = endOfValue(valueStart);
				value = value(valueStart, i);
			}
			attributes.putIfAbsent(name, value);
		}
		this.position = length;
		return null;
	}

	private int endOfValue(int start) {
		String text = this.html;
		if (start >= text.length()) {
			return text.length();
		}
		char quote = text.charAt(start);
		if (quote == '"' || quote == '\'') {
			return after(String.valueOf(quote), start + 1);
		}
		int end = start;
		while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '>') {
			end++;
		}
		return end;
	}

	private String value(int start, int end) {
		boolean quoted = start < end && (this.html.charAt(start) == '"' || this.html.charAt(start) == '\'');
		return quoted ? this.html.substring(start + 1, Math.max(start + 1, end - 1)) : this.html.substring(start, end);
	}

	private int endOfComment(int start) {
		if (this.html.startsWith(">", start)) {
			return start + 1;
		}
		if (this.html.startsWith("->", start)) {
			return start + 2;
		}
		int plain = this.html.indexOf("-->", start);
		int bang = this.html.indexOf("--!>", start);
		if (bang >= 0 && (plain < 0 || bang < plain)) {
			return bang + 4;
		}
		return (plain < 0) ? this.html.length() : plain + 3;
	}

	// Inside "<!-- <script" an end tag belongs to the inner script: the standard's double
	// escaped state.
	private int endOfScript(int start) {
		String text = this.html;
		boolean escaped = false;
		boolean inner = false;
		for (int i = start; i < text.length(); i++) {
			if (escaped && text.startsWith("-->", i)) {
				escaped = false;
				inner = false;
			}
			else if (!escaped && text.startsWith("<!--", i)) {
				escaped = true;
				// The dashes of the opening may be those of the end: "<!-->" and
				// "<!--->".
				i += 1;
			}
			else if (escaped && !inner && named("<script", i)) {
				inner = true;
			}
			else if (named("</script", i)) {
				if (!inner) {
					return i;
				}
				inner = false;
			}
		}
		return text.length();
	}

	private int endTag(String name, int start) {
		for (int i = this.html.indexOf("</", start); i >= 0; i = this.html.indexOf("</", i + 2)) {
			if (named("</" + name, i)) {
				return i;
			}
		}
		return this.html.length();
	}

	private boolean named(String opening, int at) {
		int end = at + opening.length();
		return this.html.regionMatches(true, at, opening, 0, opening.length()) && end < this.html.length()
				&& (isSpace(this.html.charAt(end)) || this.html.charAt(end) == '/' || this.html.charAt(end) == '>');
	}

	private int after(String text, int from) {
		int found = this.html.indexOf(text, from);
		return (found < 0) ? this.html.length() : found + text.length();
	}

	private int skipSpace(int from) {
		int i = from;
		while (i < this.html.length() && isSpace(this.html.charAt(i))) {
			i++;
		}
		return i;
	}

	private void headNoLaterThan(int offset) {
		if (this.headPosition < 0) {
			this.headPosition = offset;
		}
	}

	private boolean letterAt(int at) {
		if (at >= this.html.length()) {
			return false;
		}
		char c = (char) (this.html.charAt(at) | 0x20);
		return c >= 'a' && c <= 'z';
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
	}

}
