package dev.tauriboot.window;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

/**
 * A webview: what shows a document in a window. A command method may declare it as a
 * parameter to get the one that calls. Methods may be called on any thread.
 *
 * @since 0.1.0
 */
public interface Webview {

	/**
	 * The label, unique among the application's webviews.
	 * @return the label
	 */
	Label label();

	/**
	 * The window that hosts this webview now.
	 * @return the window
	 */
	Window window();

	/**
	 * The URL of the document shown.
	 * @return the URL, empty before the first load
	 */
	String url();

	/**
	 * The connected document.
	 * @return the page, or {@code null} while none is connected
	 */
	@Nullable Page page();

	/**
	 * Load another document.
	 * @param url an absolute URL, or a path within the application
	 */
	void navigate(String url);

	/**
	 * Load the current document again.
	 */
	void reload();

	/**
	 * Run a script in the document, in order with other scripts given so. Never build the
	 * text from data: send data by events or channels.
	 * @param script the script
	 */
	void eval(String script);

}
