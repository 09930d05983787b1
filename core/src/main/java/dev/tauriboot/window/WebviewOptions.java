package dev.tauriboot.window;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a webview shows when it is added to a window, and where.
 *
 * @param label the label, unique among the application's webviews
 * @param url path within the application, or an absolute URL
 * @param placement where in the window
 * @param autoResize whether it keeps its share of the window when that is resized
 * @param focus whether it takes the keyboard
 * @param transparent whether what is below is seen where its page has no background
 * @param backgroundColor what is seen where its page has no background, if any
 * @param dragDrop whether files dropped onto it are told by events rather than to the
 * page
 * @param zoomHotkeys whether the page is zoomed by keys
 * @param engine what its engine does otherwise than by itself
 * @since 0.1.0
 */
public record WebviewOptions(Label label, String url, WebviewPlacement placement, boolean autoResize, boolean focus,
		boolean transparent, @Nullable Color backgroundColor, boolean dragDrop, boolean zoomHotkeys,
		EngineOptions engine) {

	public WebviewOptions {
		Assert.notNull(label, "'label' must not be null");
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(placement, "'placement' must not be null");
		Assert.notNull(engine, "'engine' must not be null");
		Assert.isTrue(placement.width() >= 0 && placement.height() >= 0,
				() -> "webview '" + label + "' must not have a negative width or height");
	}

	/**
	 * A webview with every default. It fills the window.
	 * @param label its label
	 * @return the options
	 */
	public static WebviewOptions of(String label) {
		return new WebviewOptions(Label.of(label), "index.html", WebviewPlacement.FILLING, true, true, false, null,
				true, false, EngineOptions.DEFAULT);
	}

	/**
	 * The webview that a window opens with, which has its label.
	 * @param window the window's options
	 * @return the options
	 */
	public static WebviewOptions of(WindowOptions window) {
		WindowTraits traits = window.traits();
		return new WebviewOptions(window.label(), window.url(), WebviewPlacement.FILLING, true, true,
				traits.transparent() && !window.decorations(), null, traits.dragDrop(), traits.zoomHotkeys(),
				traits.engine());
	}

	/**
	 * The same webview showing something else.
	 * @param url path within the application, or an absolute URL
	 * @return the options
	 */
	public WebviewOptions withUrl(String url) {
		return new WebviewOptions(this.label, url, this.placement, this.autoResize, this.focus, this.transparent,
				this.backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview at a place that it keeps when the window is resized.
	 * @param x logical pixels from the left of the window's content
	 * @param y logical pixels from the top of the window's content
	 * @param width the width in logical pixels
	 * @param height the height in logical pixels
	 * @return the options
	 */
	public WebviewOptions at(double x, double y, double width, double height) {
		return new WebviewOptions(this.label, this.url, WebviewPlacement.at(x, y, width, height), false, this.focus,
				this.transparent, this.backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview, keeping its share of the window or its size.
	 * @param autoResize whether it keeps its share
	 * @return the options
	 */
	public WebviewOptions withAutoResize(boolean autoResize) {
		return new WebviewOptions(this.label, this.url, this.placement, autoResize, this.focus, this.transparent,
				this.backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview, taking the keyboard when it is added or not.
	 * @param focus whether it does
	 * @return the options
	 */
	public WebviewOptions withFocus(boolean focus) {
		return new WebviewOptions(this.label, this.url, this.placement, this.autoResize, focus, this.transparent,
				this.backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview with what is below seen through it, or not.
	 * @param transparent whether it is
	 * @return the options
	 */
	public WebviewOptions withTransparent(boolean transparent) {
		return new WebviewOptions(this.label, this.url, this.placement, this.autoResize, this.focus, transparent,
				this.backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview with a background.
	 * @param backgroundColor the colour, or {@code null} for that of the window
	 * @return the options
	 */
	public WebviewOptions withBackgroundColor(@Nullable Color backgroundColor) {
		return new WebviewOptions(this.label, this.url, this.placement, this.autoResize, this.focus, this.transparent,
				backgroundColor, this.dragDrop, this.zoomHotkeys, this.engine);
	}

	/**
	 * The same webview with an engine that does otherwise than by itself.
	 * @param engine what it does
	 * @return the options
	 */
	public WebviewOptions withEngine(EngineOptions engine) {
		return new WebviewOptions(this.label, this.url, this.placement, this.autoResize, this.focus, this.transparent,
				this.backgroundColor, this.dragDrop, this.zoomHotkeys, engine);
	}

	/**
	 * Where the webview is in a window of some size.
	 * @param contentWidth the width of the window's content in logical pixels
	 * @param contentHeight the height of the window's content in logical pixels
	 * @return the placement, relative if the webview keeps its share
	 */
	public WebviewPlacement placementIn(double contentWidth, double contentHeight) {
		return this.placement.withRelative(this.autoResize, contentWidth, contentHeight);
	}

}
