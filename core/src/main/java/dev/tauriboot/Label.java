package dev.tauriboot;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Identifier of a window or of a webview: Unicode letters and digits and {@code - / : _},
 * at least one character.
 *
 * @param value the text of the label
 * @since 0.1.0
 * @see <a href="https://v2.tauri.app/reference/javascript/api/namespacewindow/">Window
 * labels</a>
 */
public record Label(String value) {

	public Label {
		Assert.notNull(value, "'value' must not be null");
		Assert.isTrue(isValid(value), () -> "label '" + value
				+ "' must have at least one character and only letters, digits, '-', '/', ':' and '_'");
	}

	/**
	 * Create a label.
	 * @param value the text
	 * @return the label
	 * @throws IllegalArgumentException if a character is not allowed
	 */
	public static Label of(String value) {
		return new Label(value);
	}

	/**
	 * Whether a text can be a label.
	 * @param value the text, may be {@code null}
	 * @return {@code true} if {@link #of(String)} accepts it
	 */
	public static boolean isValid(@Nullable String value) {
		return value != null && !value.isEmpty() && isName(value);
	}

	/**
	 * Whether every character may stand in the name of a window, webview or event.
	 * @param value the text
	 * @return {@code true} for letters, digits and {@code - / : _} only, so for the empty
	 * text too
	 */
	public static boolean isName(String value) {
		for (int i = 0; i < value.length();) {
			int c = value.codePointAt(i);
			if (!Character.isLetterOrDigit(c) && c != '-' && c != '/' && c != ':' && c != '_') {
				return false;
			}
			i += Character.charCount(c);
		}
		return true;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
