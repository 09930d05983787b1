package dev.tauriboot.window;

import java.util.List;

import dev.tauriboot.Label;

/**
 * A window. A command method may declare it as a parameter to get the one that hosts the
 * calling webview. Methods may be called on any thread and wait for the window's own
 * thread where they return something.
 *
 * @since 0.1.0
 */
public interface Window {

	/**
	 * The label, unique among the application's windows.
	 * @return the label
	 */
	Label label();

	/**
	 * The webviews in this window.
	 * @return the webviews, one as a rule
	 */
	List<Webview> webviews();

	/**
	 * The title.
	 * @return the title
	 */
	String title();

	/**
	 * Change the title.
	 * @param title the new title
	 */
	void setTitle(String title);

	/**
	 * Ask the window to close, as the user does by its close button: a page that listens
	 * to the close request may keep it open.
	 */
	void close();

	/**
	 * Close the window without asking.
	 */
	void destroy();

}
