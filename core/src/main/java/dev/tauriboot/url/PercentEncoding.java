package dev.tauriboot.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What the parts of a URL escape, beside control characters and what is not ASCII.
 */
enum PercentEncoding {

	OPAQUE_PATH(""), FRAGMENT(" \"<>`"), QUERY(" \"#<>"), SPECIAL_QUERY(" \"#<>'"), PATH(" \"#<>?^`{}"),
	USER(" \"#<>?^`{}/:;=@[\\]|");

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private final String escaped;

	PercentEncoding(String escaped) {
		this.escaped = escaped;
	}

	String encode(String text) {
		int start = 0;
		while (start < text.length() && isPlain(text.charAt(start))) {
			start++;
		}
		if (start == text.length()) {
			return text;
		}
		StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, start);
		for (byte each : text.substring(start).getBytes(StandardCharsets.UTF_8)) {
			if (isPlain((char) (each & 0xFF))) {
				encoded.append((char) each);
			}
			else {
				HEX.toHexDigits(encoded.append('%'), each);
			}
		}
		return encoded.toString();
	}

	private boolean isPlain(char c) {
		return c >= ' ' && c < 0x7F && this.escaped.indexOf(c) < 0;
	}

}
