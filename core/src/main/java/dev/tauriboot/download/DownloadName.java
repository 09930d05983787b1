package dev.tauriboot.download;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Names of files that strangers propose, made such that they are names of plain files on
 * every platform, and not hidden ones.
 */
final class DownloadName {

	static final String NONE = "download";

	private static final int MAX_BYTES = 200;

	private static final Pattern DEVICE = Pattern
		.compile("(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

	private DownloadName() {
	}

	/**
	 * Choose a name.
	 * @param proposed what page or server propose, or {@code null}
	 * @param url whose last part is the name if nothing is proposed
	 */
	static String of(@Nullable String proposed, String url) {
		String name = (proposed != null) ? safe(proposed) : "";
		if (name.isEmpty() && url.matches("(?s)https?://[^/]+/.*")) {
			name = safe(decoded(url.split("[?#]", 2)[0]));
		}
		return name.isEmpty() ? NONE : name;
	}

	private static String decoded(String url) {
		String last = url.substring(url.lastIndexOf('/') + 1);
		try {
			return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return last;
		}
	}

	private static String safe(String text) {
		String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
		StringBuilder name = new StringBuilder();
		last.codePoints().forEach((c) -> {
			if (isOrdinary(c)) {
				name.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c);
			}
		});
		String trimmed = name.toString().replaceFirst("^[.\\s]+", "").replaceFirst("[.\\s]+$", "");
		String bounded = shortened(trimmed);
		return DEVICE.matcher(bounded).matches() ? "_" + bounded : bounded;
	}

	// Characters without a picture, and those that turn the direction of writing, make a
	// name look like another.
	private static boolean isOrdinary(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.PRIVATE_USE && type != Character.UNASSIGNED && type != Character.LINE_SEPARATOR
				&& type != Character.PARAGRAPH_SEPARATOR;
	}

	private static String shortened(String name) {
		if (bytes(name) <= MAX_BYTES) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String extension = (dot > 0 && bytes(name.substring(dot)) <= 20) ? name.substring(dot) : "";
		String stem = name.substring(0, name.length() - extension.length());
		while (bytes(stem) > MAX_BYTES - bytes(extension)) {
			stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
		}
		return stem.stripTrailing() + extension;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
