package dev.tauriboot.runtime;

import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

/**
 * What {@code alert}, {@code confirm} and {@code prompt} of a page show. The page's
 * script stands still until a method returns, so does the window's thread on which it is
 * called: one that asks the user has to keep the window's events going.
 *
 * @since 0.1.0
 */
public interface PageDialogs {

	/**
	 * Tell the user something.
	 * @param webview the asking webview
	 * @param message the page's text
	 */
	void alert(Webview webview, String message);

	/**
	 * Ask the user yes or no.
	 * @param webview the asking webview
	 * @param message the page's text
	 * @return whether the user agrees
	 */
	boolean confirm(Webview webview, String message);

	/**
	 * Ask the user for a text.
	 * @param webview the asking webview
	 * @param message the page's text
	 * @param defaultValue what to propose
	 * @return the text, or {@code null} if the user gives none
	 */
	@Nullable String prompt(Webview webview, String message, String defaultValue);

	/**
	 * Dialogs for where nobody can see any: each is dismissed at once and logged.
	 * @return the dialogs
	 */
	static PageDialogs dismissing() {
		return DismissingDialogs.INSTANCE;
	}

}
