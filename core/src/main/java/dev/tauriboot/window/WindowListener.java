package dev.tauriboot.window;

import java.util.List;

import dev.tauriboot.Label;

/**
 * Told by a runtime what happens to its windows. Called on the thread that owns the
 * windows as a rule, so it must not block. Sizes and positions are physical, see sections
 * 8.7 and 8.8 of the wire contract.
 *
 * @since 0.1.0
 */
public interface WindowListener {

	/**
	 * A window is about to be made, and may be made otherwise: in another place, say, or
	 * of another size.
	 * @param options what is asked for
	 * @return what is to be made, with the same label
	 */
	default WindowOptions opening(WindowOptions options) {
		return options;
	}

	/**
	 * There is a new window.
	 * @param window its label
	 */
	default void windowCreated(Label window) {
	}

	/**
	 * There is a new webview.
	 * @param webview its label
	 */
	default void webviewCreated(Label webview) {
	}

	/**
	 * A webview is about to load another document. All listeners are asked.
	 * @param webview its label
	 * @param url the document's URL
	 * @return whether it may
	 */
	default boolean navigating(Label webview, String url) {
		return true;
	}

	/**
	 * The inner size of a window has changed.
	 * @param window its label
	 * @param width the new width
	 * @param height the new height
	 */
	default void resized(Label window, int width, int height) {
	}

	/**
	 * The outer position of a window has changed.
	 * @param window its label
	 * @param x the new position from the left
	 * @param y the new position from the top
	 */
	default void moved(Label window, int x, int y) {
	}

	/**
	 * A window has got or lost the focus.
	 * @param window its label
	 * @param focused whether it has it
	 */
	default void focused(Label window, boolean focused) {
	}

	/**
	 * A window is on a screen of another scale.
	 * @param window its label
	 * @param scaleFactor the new scale
	 * @param width the new inner width
	 * @param height the new inner height
	 */
	default void scaleChanged(Label window, double scaleFactor, int width, int height) {
	}

	/**
	 * The theme of a window has changed.
	 * @param window its label
	 * @param dark whether it is dark now
	 */
	default void themeChanged(Label window, boolean dark) {
	}

	/**
	 * A window is asked to close, by the user or by {@link Window#close()}. All listeners
	 * are asked.
	 * @param window its label
	 * @return whether the window stays open; who says so destroys it later, or not
	 */
	default boolean closeRequested(Label window) {
		return false;
	}

	/**
	 * A window is gone. Its label can be used again.
	 * @param window its label
	 */
	default void destroyed(Label window) {
	}

	/**
	 * Files are dragged onto a webview.
	 * @param webview the webview
	 * @param paths the files
	 * @param x the position of the pointer in the webview, in physical pixels
	 * @param y the position of the pointer in the webview, in physical pixels
	 */
	default void dragEntered(Webview webview, List<String> paths, double x, double y) {
	}

	/**
	 * Files are dragged over a webview.
	 * @param webview the webview
	 * @param x the position of the pointer in the webview, in physical pixels
	 * @param y the position of the pointer in the webview, in physical pixels
	 */
	default void dragOver(Webview webview, double x, double y) {
	}

	/**
	 * The user has dropped files onto a webview, and so given them to its page. Whoever
	 * keeps a page from files lets it have these.
	 * @param webview the webview
	 * @param paths the files
	 * @param x the position of the pointer in the webview, in physical pixels
	 * @param y the position of the pointer in the webview, in physical pixels
	 */
	default void dropped(Webview webview, List<String> paths, double x, double y) {
	}

	/**
	 * Dragged files have left a webview.
	 * @param webview the webview
	 */
	default void dragLeft(Webview webview) {
	}

}
