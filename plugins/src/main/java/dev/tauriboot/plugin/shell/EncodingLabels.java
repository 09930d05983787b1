package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The labels by which the web knows encodings. Some mean another one than the JVM's of
 * that name.
 */
final class EncodingLabels {

	/** Has no charset: bytes above 7F are characters from U+F780. */
	static final String USER_DEFINED = "x-user-defined";

	private static final Map<String, String> CHARSETS = read();

	private EncodingLabels() {
	}

	/**
	 * The name of the charset that a label means.
	 * @return the name, or {@code null} if there is none, or none in this JVM
	 */
	static @Nullable String charset(String label) {
		String name = CHARSETS.get(label.strip().toLowerCase(Locale.ROOT));
		return (name != null && (name.equals(USER_DEFINED) || Charset.isSupported(name))) ? name : null;
	}

	private static Map<String, String> read() {
		try {
			Map<String, String> charsets = new HashMap<>();
			new ClassPathResource("encodings.txt", EncodingLabels.class).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.forEach((line) -> {
					String[] words = line.split(" ");
					for (int i = 1; i < words.length; i++) {
						charsets.put(words[i], words[0]);
					}
				});
			return charsets;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
