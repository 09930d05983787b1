package dev.tauriboot.acl.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The documents of a file with manifests and whose they are, found without parsing YAML,
 * which takes long in a program that has just started. It knows the plain form that such
 * files have; of any other it says that it does not.
 */
final class ManifestScan {

	private static final Pattern PLUGIN = Pattern
		.compile("plugin:[ \\t]+(?:\"([A-Za-z0-9:-]+)\"|'([A-Za-z0-9:-]+)'|([A-Za-z0-9:-]+))[ \\t]*(?:[ \\t]#.*)?");

	private final List<Document> documents = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private int line;

	private @Nullable String key;

	private int keyLine;

	private boolean empty = true;

	private ManifestScan() {
	}

	/**
	 * Find the documents of a file.
	 * @param content the file's text
	 * @return the documents, or {@code null} if only a parser could tell
	 */
	static @Nullable List<Document> of(String content) {
		return hasUnusualCharacters(content) ? null : new ManifestScan().scan(content);
	}

	// Line ends that a parser would heed and this does not, tabs and marks of byte order.
	private static boolean hasUnusualCharacters(String content) {
		for (int i = 0; i < content.length(); i++) {
			char c = content.charAt(i);
			if ((c < ' ' && c != '\n') || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
				return true;
			}
		}
		return false;
	}

	private @Nullable List<Document> scan(String content) {
		int start = 0;
		while (start < content.length()) {
			int end = content.indexOf('\n', start);
			end = (end < 0) ? content.length() : end;
			if (!add(content.substring(start, end))) {
				return null;
			}
			start = end + 1;
		}
		return finish() ? this.documents : null;
	}

	private boolean add(String line) {
		this.line++;
		if (line.startsWith("---") || line.startsWith("...") || line.startsWith("%")) {
			// The lines before stay as empty ones, so that a parser counts as they stand.
			boolean fits = line.equals("---") && finish();
			this.text.append("\n".repeat(this.line));
			return fits;
		}
		this.text.append(line).append('\n');
		if (line.startsWith("plugin:") || line.startsWith("has-manifest:")) {
			Matcher matcher = PLUGIN.matcher(line);
			if (this.key != null || !matcher.matches()) {
				return false;
			}
			this.key = (matcher.group(1) != null) ? matcher.group(1)
					: (matcher.group(2) != null) ? matcher.group(2) : matcher.group(3);
			this.keyLine = this.line;
		}
		this.empty = this.empty && (line.isBlank() || line.startsWith("#"));
		return true;
	}

	private boolean finish() {
		if (this.key != null) {
			this.documents.add(new Document(this.key, this.text.toString(), this.keyLine));
		}
		boolean fits = this.key != null || this.empty;
		this.text.setLength(0);
		this.key = null;
		this.empty = true;
		return fits;
	}

	/**
	 * A document that was found.
	 *
	 * @param key the plugin it is for
	 * @param text the text, with empty lines for what stands before it
	 * @param line the line that says so, counted from one
	 */
	record Document(String key, String text, int line) {
	}

}
