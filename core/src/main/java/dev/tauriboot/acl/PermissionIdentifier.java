package dev.tauriboot.acl;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Name of a permission, a set or a default as a capability writes it: {@code base},
 * {@code plugin:base} or {@code core:plugin:base} (acl 3). At most 116 bytes.
 *
 * @param value the whole text
 * @param prefix the part before the last colon, which names the manifest, {@code null}
 * for the application's own
 * @param base the part behind it
 * @since 0.1.0
 */
public record PermissionIdentifier(String value, @Nullable String prefix, String base) {

	private static final String FORBIDDEN_PREFIX = "tauri-plugin-";

	private static final String CORE_PREFIX = "core:";

	private static final int MAX_LENGTH = 116;

	private static final String FORMAT = "identifiers can only include lowercase ASCII, hyphens which are not "
			+ "leading or trailing, and a single colon if using a prefix";

	/**
	 * Parse an identifier.
	 * @param value the text
	 * @return the identifier
	 * @throws IllegalArgumentException if it is none, saying why
	 */
	public static PermissionIdentifier of(String value) {
		Assert.notNull(value, "'value' must not be null");
		String problem = problem(value);
		if (problem != null) {
			throw new IllegalArgumentException(problem);
		}
		int colon = value.lastIndexOf(':');
		return (colon < 0) ? new PermissionIdentifier(value, null, value)
				: new PermissionIdentifier(value, value.substring(0, colon), value.substring(colon + 1));
	}

	/**
	 * What is wrong with a text.
	 * @param value the text
	 * @return the first fault in the order of acl 3, or {@code null} if it is an
	 * identifier
	 */
	public static @Nullable String problem(String value) {
		if (value.startsWith(FORBIDDEN_PREFIX)) {
			return "identifiers cannot start with " + FORBIDDEN_PREFIX;
		}
		if (value.isEmpty()) {
			return "identifiers cannot be empty";
		}
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		if (length > MAX_LENGTH) {
			return "identifiers cannot be longer than " + MAX_LENGTH + ", found " + length;
		}
		if (!isAlphanumeric(value.charAt(0))) {
			return FORMAT;
		}
		String body = bodyProblem(value);
		if (body != null) {
			return body;
		}
		if (value.endsWith(":")) {
			return "identifiers cannot have a prefix without a base";
		}
		return value.endsWith("-") ? "identifiers cannot have a trailing hyphen" : null;
	}

	private static @Nullable String bodyProblem(String value) {
		boolean core = value.startsWith(CORE_PREFIX);
		boolean colonSeen = false;
		for (int i = 1; i < value.length(); i++) {
			char c = value.charAt(i);
			char before = value.charAt(i - 1);
			if (c == ':') {
				if (before == '-' || (core && before == ':')) {
					return FORMAT;
				}
				if (colonSeen && !core) {
					return "identifiers can only include a single separator '58'";
				}
				colonSeen = true;
			}
			else if (c == '-') {
				if (before == '-' || before == ':') {
					return FORMAT;
				}
			}
			else if (!isAlphanumeric(c)) {
				return FORMAT;
			}
		}
		return null;
	}

	private static boolean isAlphanumeric(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

	@Override
	public String toString() {
		return this.value;
	}

}
