package dev.tauriboot.window;

/**
 * Where a webview is within its window, and how large. Getters give physical pixels,
 * setters take logical ones: {@link WindowBounds#scaleFactor()} physical pixels make a
 * logical one.
 *
 * @since 0.1.0
 */
public interface WebviewBounds {

	/**
	 * The position within the content of the window. A menu bar is no part of that.
	 * @return the position in physical pixels
	 */
	PhysicalPosition position();

	/**
	 * The size.
	 * @return the size in physical pixels
	 */
	PhysicalSize size();

	/**
	 * Move the webview.
	 * @param x logical pixels from the left of the window's content
	 * @param y logical pixels from the top of the window's content
	 */
	void setPosition(double x, double y);

	/**
	 * Resize the webview.
	 * @param width the width in logical pixels, 0 or more
	 * @param height the height in logical pixels, 0 or more
	 */
	void setSize(double width, double height);

	/**
	 * Whether the webview keeps its share of the window when that is resized.
	 * @return {@code true} if so
	 */
	boolean isAutoResize();

	/**
	 * Let the webview keep its share of the window when that is resized, or its size.
	 * @param autoResize whether to keep the share
	 */
	void setAutoResize(boolean autoResize);

}
