package dev.tauriboot.javafx;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * URLs as engines write them. They leave characters in paths and queries that {@link URI}
 * refuses; those are escaped, nothing else is changed.
 */
final class Uris {

	private Uris() {
	}

	static URI lenient(String url) {
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			StringBuilder text = new StringBuilder(url.length() + 16);
			url.codePoints().forEach((c) -> {
				if (c > 0x20 && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0) {
					text.append((char) c);
				}
				else {
					for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
						text.append(String.format("%%%02X", b & 0xff));
					}
				}
			});
			return URI.create(withoutStrayPercents(text.toString()));
		}
	}

	static String withoutStrayPercents(String url) {
		return url.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
	}

}
