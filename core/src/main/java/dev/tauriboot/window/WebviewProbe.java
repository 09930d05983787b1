package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * Looks into a webview from outside, for tests and tours. A {@link Webview} with an
 * engine implements it. Methods may be called on any thread and wait for their outcome.
 *
 * @since 0.1.0
 */
public interface WebviewProbe {

	/**
	 * Run a script in the document and take its value.
	 * @param script the script; its last expression is the value
	 * @return a text, number or boolean; the JSON text of anything else; {@code null} for
	 * {@code null} and {@code undefined}, with which an engine may confuse the text
	 * "undefined"
	 * @throws IllegalStateException if the script throws, with what it has thrown
	 */
	@Nullable Object evaluate(String script);

	/**
	 * Take a picture of what the webview shows. The window must be visible.
	 * @return a PNG image
	 */
	byte[] screenshot();

}
