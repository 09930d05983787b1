package dev.tauriboot.window;

/**
 * Where a webview is within the content of its window: at a place in logical pixels, or
 * at a share of the content, which grows with it.
 *
 * @param x from the left, in pixels or as a share from 0 to 1
 * @param y from the top, in pixels or as a share
 * @param width the width, in pixels or as a share
 * @param height the height, in pixels or as a share
 * @param relative whether these are shares
 * @since 0.1.0
 */
public record WebviewPlacement(double x, double y, double width, double height, boolean relative) {

	/** All of the window's content, whatever its size. */
	public static final WebviewPlacement FILLING = new WebviewPlacement(0, 0, 1, 1, true);

	/**
	 * A place that does not change with the window.
	 * @param x logical pixels from the left
	 * @param y logical pixels from the top
	 * @param width the width in logical pixels
	 * @param height the height in logical pixels
	 * @return the placement
	 */
	public static WebviewPlacement at(double x, double y, double width, double height) {
		return new WebviewPlacement(x, y, width, height, false);
	}

	/**
	 * The same place in pixels.
	 * @param contentWidth the width of the window's content
	 * @param contentHeight the height of the window's content
	 * @return a placement that is not relative
	 */
	public WebviewPlacement in(double contentWidth, double contentHeight) {
		return this.relative ? at(this.x * contentWidth, this.y * contentHeight, this.width * contentWidth,
				this.height * contentHeight) : this;
	}

	/**
	 * The same place, changing with the window or not.
	 * @param relative whether it does
	 * @param contentWidth the width of the window's content
	 * @param contentHeight the height of the window's content
	 * @return the placement
	 */
	public WebviewPlacement withRelative(boolean relative, double contentWidth, double contentHeight) {
		if (relative == this.relative) {
			return this;
		}
		if (!relative) {
			return in(contentWidth, contentHeight);
		}
		double width = Math.max(1, contentWidth);
		double height = Math.max(1, contentHeight);
		return new WebviewPlacement(this.x / width, this.y / height, this.width / width, this.height / height, true);
	}

	/**
	 * The same size elsewhere.
	 * @param x logical pixels from the left
	 * @param y logical pixels from the top
	 * @param contentWidth the width of the window's content
	 * @param contentHeight the height of the window's content
	 * @return the placement, relative if this one is
	 */
	public WebviewPlacement movedTo(double x, double y, double contentWidth, double contentHeight) {
		WebviewPlacement now = in(contentWidth, contentHeight);
		return at(x, y, now.width, now.height).withRelative(this.relative, contentWidth, contentHeight);
	}

	/**
	 * The same place with another size.
	 * @param width the width in logical pixels
	 * @param height the height in logical pixels
	 * @param contentWidth the width of the window's content
	 * @param contentHeight the height of the window's content
	 * @return the placement, relative if this one is
	 */
	public WebviewPlacement resizedTo(double width, double height, double contentWidth, double contentHeight) {
		WebviewPlacement now = in(contentWidth, contentHeight);
		return at(now.x, now.y, width, height).withRelative(this.relative, contentWidth, contentHeight);
	}

}
