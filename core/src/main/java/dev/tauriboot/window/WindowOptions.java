package dev.tauriboot.window;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a window looks when it opens. Sizes and positions are in logical pixels. The names
 * and defaults are those of Tauri's window configuration.
 *
 * @param label the label, {@code main} if not given
 * @param url path within the application, or an absolute URL
 * @param title the title
 * @param width the width of the content
 * @param height the height of the content
 * @param minWidth the least width, if any
 * @param minHeight the least height, if any
 * @param maxWidth the greatest width, if any
 * @param maxHeight the greatest height, if any
 * @param x the left edge, if any
 * @param y the upper edge, if any
 * @param center whether to open in the middle of the screen
 * @param resizable whether the user can resize it
 * @param maximized whether it opens maximized
 * @param fullscreen whether it opens in full screen
 * @param visible whether it is shown when opened
 * @param decorations whether it has a title bar and borders
 * @param alwaysOnTop whether it stays above other windows
 * @param focus whether it takes the focus when opened
 * @param traits what else it is
 * @since 0.1.0
 */
public record WindowOptions(Label label, String url, String title, double width, double height,
		@Nullable Double minWidth, @Nullable Double minHeight, @Nullable Double maxWidth, @Nullable Double maxHeight,
		@Nullable Double x, @Nullable Double y, boolean center, boolean resizable, boolean maximized,
		boolean fullscreen, boolean visible, boolean decorations, boolean alwaysOnTop, boolean focus,
		WindowTraits traits) {

	public WindowOptions {
		Assert.notNull(label, "'label' must not be null");
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(title, "'title' must not be null");
		Assert.notNull(traits, "'traits' must not be null");
		Assert.isTrue(width > 0 && height > 0, () -> "window '" + label + "' must have a width and height above 0");
	}

	/**
	 * A window with default traits.
	 * @param label the label
	 * @param url path within the application, or an absolute URL
	 * @param title the title
	 * @param width the width of the content
	 * @param height the height of the content
	 * @param minWidth the least width, if any
	 * @param minHeight the least height, if any
	 * @param maxWidth the greatest width, if any
	 * @param maxHeight the greatest height, if any
	 * @param x the left edge, if any
	 * @param y the upper edge, if any
	 * @param center whether to open in the middle of the screen
	 * @param resizable whether the user can resize it
	 * @param maximized whether it opens maximized
	 * @param fullscreen whether it opens in full screen
	 * @param visible whether it is shown when opened
	 * @param decorations whether it has a title bar and borders
	 * @param alwaysOnTop whether it stays above other windows
	 * @param focus whether it takes the focus when opened
	 */
	public WindowOptions(Label label, String url, String title, double width, double height, @Nullable Double minWidth,
			@Nullable Double minHeight, @Nullable Double maxWidth, @Nullable Double maxHeight, @Nullable Double x,
			@Nullable Double y, boolean center, boolean resizable, boolean maximized, boolean fullscreen,
			boolean visible, boolean decorations, boolean alwaysOnTop, boolean focus) {
		this(label, url, title, width, height, minWidth, minHeight, maxWidth, maxHeight, x, y, center, resizable,
				maximized, fullscreen, visible, decorations, alwaysOnTop, focus, WindowTraits.DEFAULT);
	}

	/**
	 * A window with every default.
	 * @param label its label
	 * @return the options
	 */
	public static WindowOptions of(String label) {
		return new WindowOptions(Label.of(label), "index.html", "Tauri App", 800, 600, null, null, null, null, null,
				null, false, true, false, false, true, true, false, true);
	}

	/**
	 * The same window showing something else.
	 * @param url path within the application, or an absolute URL
	 * @return the options
	 */
	public WindowOptions withUrl(String url) {
		return new WindowOptions(this.label, url, this.title, this.width, this.height, this.minWidth, this.minHeight,
				this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable, this.maximized,
				this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus, this.traits);
	}

	/**
	 * The same window with another title.
	 * @param title the title
	 * @return the options
	 */
	public WindowOptions withTitle(String title) {
		return new WindowOptions(this.label, this.url, title, this.width, this.height, this.minWidth, this.minHeight,
				this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable, this.maximized,
				this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus, this.traits);
	}

	/**
	 * The same window with another size.
	 * @param width the width of the content
	 * @param height the height of the content
	 * @return the options
	 */
	public WindowOptions withSize(double width, double height) {
		return new WindowOptions(this.label, this.url, this.title, width, height, this.minWidth, this.minHeight,
				this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable, this.maximized,
				this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus, this.traits);
	}

	/**
	 * The same window, shown when opened or not.
	 * @param visible whether it is shown
	 * @return the options
	 */
	public WindowOptions withVisible(boolean visible) {
		return new WindowOptions(this.label, this.url, this.title, this.width, this.height, this.minWidth,
				this.minHeight, this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable,
				this.maximized, this.fullscreen, visible, this.decorations, this.alwaysOnTop, this.focus, this.traits);
	}

	/**
	 * The same window with a title bar and borders or without.
	 * @param decorations whether it has them
	 * @return the options
	 */
	public WindowOptions withDecorations(boolean decorations) {
		return new WindowOptions(this.label, this.url, this.title, this.width, this.height, this.minWidth,
				this.minHeight, this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable,
				this.maximized, this.fullscreen, this.visible, decorations, this.alwaysOnTop, this.focus, this.traits);
	}

	/**
	 * The same window, being something else besides.
	 * @param traits what else it is
	 * @return the options
	 */
	public WindowOptions withTraits(WindowTraits traits) {
		return new WindowOptions(this.label, this.url, this.title, this.width, this.height, this.minWidth,
				this.minHeight, this.maxWidth, this.maxHeight, this.x, this.y, this.center, this.resizable,
				this.maximized, this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus, traits);
	}

	/**
	 * What the user can resize the window to.
	 * @return the constraints
	 */
	public SizeConstraints sizeConstraints() {
		return new SizeConstraints(this.minWidth, this.minHeight, this.maxWidth, this.maxHeight);
	}

}
