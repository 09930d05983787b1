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
public interface Window extends WindowBounds, WindowLook {

	/**
	 * The label, unique among the application's windows.
	 * @return the label
	 */
	Label label();

	/**
	 * The webviews in this window.
	 * @return the webviews, one as a rule, in the order they were added
	 */
	List<Webview> webviews();

	/**
	 * Add a webview to this window, above those that it has.
	 * @param options what it shows, and where
	 * @return the webview
	 * @throws IllegalStateException if a webview has that label, or this window is gone
	 */
	Webview addWebview(WebviewOptions options);

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
	 * Show the window.
	 */
	void show();

	/**
	 * Hide the window. Its page lives on.
	 */
	void hide();

	/**
	 * Whether the window is shown, minimized or not.
	 * @return {@code false} while it is hidden
	 */
	boolean isVisible();

	/**
	 * Bring the window to the front and give it the focus.
	 */
	void focus();

	/**
	 * Whether the window has the focus.
	 * @return {@code true} if so
	 */
	boolean isFocused();

	/**
	 * Let the window fill its screen.
	 */
	void maximize();

	/**
	 * Give the window back the size it had before {@link #maximize()}.
	 */
	void unmaximize();

	/**
	 * Whether the window is maximized.
	 * @return {@code true} if so
	 */
	boolean isMaximized();

	/**
	 * Turn the window into an icon.
	 */
	void minimize();

	/**
	 * Turn the icon into a window.
	 */
	void unminimize();

	/**
	 * Whether the window is minimized.
	 * @return {@code true} if so
	 */
	boolean isMinimized();

	/**
	 * Let the window cover the whole screen, or no longer.
	 * @param fullscreen whether to
	 */
	void setFullscreen(boolean fullscreen);

	/**
	 * Let the window cover a whole screen.
	 * @param position a point on that screen, in physical pixels
	 * @throws IllegalArgumentException if there is no screen at that point
	 */
	void setFullscreenOn(PhysicalPosition position);

	/**
	 * Whether the window covers the whole screen.
	 * @return {@code true} if so
	 */
	boolean isFullscreen();

	/**
	 * Let the user resize the window, or not.
	 * @param resizable whether to
	 */
	void setResizable(boolean resizable);

	/**
	 * Whether the user can resize the window.
	 * @return {@code true} if so
	 */
	boolean isResizable();

	/**
	 * Keep the window above others, or not.
	 * @param alwaysOnTop whether to
	 */
	void setAlwaysOnTop(boolean alwaysOnTop);

	/**
	 * Whether the window stays above others.
	 * @return {@code true} if so
	 */
	boolean isAlwaysOnTop();

	/**
	 * Whether the window has a title bar and borders.
	 * @return {@code true} if so
	 */
	default boolean isDecorated() {
		return is(WindowFlag.DECORATIONS);
	}

	/**
	 * Whether the window is something that {@link WindowFlag} names.
	 * @param flag what
	 * @return {@code true} if so
	 */
	boolean is(WindowFlag flag);

	/**
	 * Make the window something, or not.
	 * @param flag what
	 * @param value whether it is to be that
	 * @throws UnsupportedWindowOperationException if it would be a change and the runtime
	 * cannot make it
	 */
	void set(WindowFlag flag, boolean value);

	/**
	 * Ask the window to close, as the user does by its close button. Whoever listens to
	 * the request may keep it open, see {@link WindowListener#closeRequested}.
	 */
	void close();

	/**
	 * Close the window without asking. A second call does nothing.
	 */
	void destroy();

}
