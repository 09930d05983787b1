package dev.tauriboot.window;

import org.springframework.util.Assert;

/**
 * Base of webviews in a {@link HeldWindow}: they hold their state and show nothing.
 *
 * @since 0.1.0
 */
public abstract class HeldWebview extends HeldView implements Webview {

	private volatile HeldWindow window;

	private volatile WebviewPlacement placement;

	private volatile double zoom = 1;

	/**
	 * Create the webview.
	 * @param window the window that holds it
	 * @param options its first state
	 */
	protected HeldWebview(HeldWindow window, WebviewOptions options) {
		super(options.label(), true, options.backgroundColor());
		Assert.notNull(window, "'window' must not be null");
		this.window = window;
		PhysicalSize content = window.innerSize();
		this.placement = options.placementIn(content.width(), content.height());
	}

	@Override
	public HeldWindow window() {
		return this.window;
	}

	/**
	 * Belong to another window.
	 * @param window the other window
	 */
	protected void moveTo(HeldWindow window) {
		WebviewPlacement now = now();
		PhysicalSize content = window.innerSize();
		boolean relative = this.placement.relative();
		this.window = window;
		this.placement = now.withRelative(relative, content.width(), content.height());
	}

	private WebviewPlacement now() {
		PhysicalSize content = this.window.innerSize();
		return this.placement.in(content.width(), content.height());
	}

	@Override
	public PhysicalPosition position() {
		WebviewPlacement now = now();
		return PhysicalPosition.of(now.x(), now.y(), 1);
	}

	@Override
	public PhysicalSize size() {
		WebviewPlacement now = now();
		return PhysicalSize.of(now.width(), now.height(), 1);
	}

	@Override
	public void setPosition(double x, double y) {
		PhysicalSize content = this.window.innerSize();
		this.placement = this.placement.movedTo(x, y, content.width(), content.height());
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width >= 0 && height >= 0, "'width' and 'height' must not be negative");
		PhysicalSize content = this.window.innerSize();
		this.placement = this.placement.resizedTo(width, height, content.width(), content.height());
	}

	@Override
	public boolean isAutoResize() {
		return this.placement.relative();
	}

	@Override
	public void setAutoResize(boolean autoResize) {
		PhysicalSize content = this.window.innerSize();
		this.placement = this.placement.withRelative(autoResize, content.width(), content.height());
	}

	@Override
	public double zoom() {
		return this.zoom;
	}

	@Override
	public void setZoom(double zoom) {
		Assert.isTrue(zoom > 0, "'zoom' must be above 0");
		this.zoom = zoom;
	}

}
