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
 * @since 0.1.0
 */
public record WindowOptions(Label label, String url, String title, double width, double height,
		@Nullable Double minWidth, @Nullable Double minHeight, @Nullable Double maxWidth, @Nullable Double maxHeight,
		@Nullable Double x, @Nullable Double y, boolean center, boolean resizable, boolean maximized,
		boolean fullscreen, boolean visible, boolean decorations, boolean alwaysOnTop, boolean focus) {

	public WindowOptions {
		Assert.notNull(label, "'label' must not be null");
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(title, "'title' must not be null");
		Assert.isTrue(width > 0 && height > 0, () -> "window '" + label + "' must have a width and height above 0");
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
				this.fullscreen, this.visible, this.decorations, this.alwaysOnTop, this.focus);
	}

}
