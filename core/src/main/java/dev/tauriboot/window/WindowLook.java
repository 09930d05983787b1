package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * How a window looks. What a runtime cannot do is refused by an
 * {@link UnsupportedWindowOperationException}.
 *
 * @since 0.1.0
 */
public interface WindowLook {

	/**
	 * The theme in effect.
	 * @return the theme
	 */
	Theme theme();

	/**
	 * Change the theme.
	 * @param theme the theme, {@code null} for that of the system
	 */
	void setTheme(@Nullable Theme theme);

	/**
	 * Change the picture of the window.
	 * @param icon the picture
	 */
	void setIcon(WindowIcon icon);

	/**
	 * Change what is seen where the page has no background.
	 * @param color the colour, {@code null} for the default
	 */
	void setBackgroundColor(@Nullable Color color);

	/**
	 * Change the shape of the pointer over the window.
	 * @param icon the shape; {@link CursorIcon#DEFAULT} leaves it to the page
	 */
	void setCursorIcon(CursorIcon icon);

	/**
	 * Move the pointer.
	 * @param x logical pixels from the left of the content
	 * @param y logical pixels from the top of the content
	 */
	void setCursorPosition(double x, double y);

	/**
	 * Have the desktop show something of the window.
	 * @param hint what
	 */
	void show(WindowHint hint);

}
