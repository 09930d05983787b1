package dev.tauriboot.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads scope entries from plain data (acl 9.1). An entry that cannot be read is an
 * error, for nobody can tell what it was to allow or to deny.
 */
final class ScopeData {

	private ScopeData() {
	}

	/**
	 * Read each entry.
	 */
	static <T> List<T> read(Collection<?> entries, Function<@Nullable Object, T> reader) {
		List<T> read = new ArrayList<>(entries.size());
		for (Object entry : entries) {
			try {
				read.add(reader.apply(entry));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("error deserializing scope: " + ex.getMessage(), ex);
			}
		}
		return read;
	}

	/**
	 * The text that an entry is, or has under a key.
	 */
	static String text(@Nullable Object entry, String key) {
		Object value = (entry instanceof Map<?, ?> map) ? map.get(key) : entry;
		if (value instanceof String text && !text.isEmpty()) {
			return text;
		}
		throw new IllegalArgumentException("expected a text or {%s: <text>}, found %s".formatted(key, describe(entry)));
	}

	/**
	 * The map that an entry is.
	 */
	static Map<?, ?> map(@Nullable Object entry, String form) {
		if (entry instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalArgumentException("expected %s, found %s".formatted(form, describe(entry)));
	}

	/**
	 * The text under a key.
	 * @return the text, or {@code null} if there is none
	 */
	static @Nullable String optionalText(Map<?, ?> entry, String key) {
		Object value = entry.get(key);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw new IllegalArgumentException("expected a text for `%s`, found %s".formatted(key, describe(value)));
	}

	/**
	 * The truth value under a key.
	 * @return the value, false if there is none
	 */
	static boolean flag(Map<?, ?> entry, String key) {
		Object value = entry.get(key);
		if (value == null || value instanceof Boolean) {
			return Boolean.TRUE.equals(value);
		}
		throw new IllegalArgumentException("expected true or false for `%s`, found %s".formatted(key, describe(value)));
	}

	static String describe(@Nullable Object value) {
		if (value instanceof String text) {
			return text.isEmpty() ? "an empty text" : "`" + text + "`";
		}
		return String.valueOf(value);
	}

}
