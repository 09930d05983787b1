package dev.tauriboot.window;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

/**
 * A webview: what shows a document in a window. A window may have several, above each
 * other in the order they were added. A command method may declare it as a parameter to
 * get the one that calls. Methods may be called on any thread and wait for the window's
 * own thread where they return something. On a webview that is closed they do nothing.
 *
 * @since 0.1.0
 */
public interface Webview extends WebviewBounds {

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

	/**
	 * Show the webview in its window.
	 */
	void show();

	/**
	 * Hide the webview. Its page lives on.
	 */
	void hide();

	/**
	 * Whether the webview is shown in its window, which may itself be hidden.
	 * @return {@code false} while it is hidden
	 */
	boolean isVisible();

	/**
	 * Let the keyboard be the webview's as long as its window has the focus.
	 */
	void focus();

	/**
	 * Whether what the user types goes to the webview.
	 * @return {@code true} if so
	 */
	boolean isFocused();

	/**
	 * How large its page is shown.
	 * @return the factor, 1 for the natural size
	 */
	double zoom();

	/**
	 * Change how large its page is shown.
	 * @param zoom the factor, above 0
	 */
	void setZoom(double zoom);

	/**
	 * Change what is seen where the page has no background.
	 * @param color the colour, {@code null} for that of the window
	 */
	void setBackgroundColor(@Nullable Color color);

	/**
	 * Forget what pages have stored: cookies, and what the origin of the document has in
	 * local storage, session storage and databases.
	 */
	void clearAllBrowsingData();

	/**
	 * Let the user print the document.
	 * @throws UnsupportedWindowOperationException if the runtime cannot
	 */
	void print();

	/**
	 * Move the webview to another window, where it keeps its position and size. Does
	 * nothing if it is there already.
	 * @param window the other window, of the same runtime
	 * @throws IllegalStateException if it is the webview that a webview window consists
	 * of, which shares its label
	 */
	void reparent(Window window);

	/**
	 * Close the webview. Its window stays, also without any.
	 */
	void close();

	/**
	 * Whether the webview and its window are one to others, as the first webview of a
	 * window is: their labels are the same.
	 * @return {@code true} if so
	 */
	default boolean isWebviewWindow() {
		return label().equals(window().label());
	}

}
