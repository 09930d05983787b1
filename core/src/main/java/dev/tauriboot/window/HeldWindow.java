package dev.tauriboot.window;

import dev.tauriboot.Label;

import org.springframework.util.Assert;

/**
 * Base of windows that hold their state and do not show it, as there is no native window
 * to. State changes tell the listener as those of a shown window do. The scale is 1.
 *
 * @since 0.1.0
 */
public abstract class HeldWindow implements Window {

	private final Label label;

	private final boolean decorated;

	private final WindowListener listener;

	private volatile String title;

	private volatile PhysicalSize size;

	private volatile PhysicalPosition position;

	private volatile boolean visible;

	private volatile boolean focused;

	private volatile boolean maximized;

	private volatile boolean minimized;

	private volatile boolean fullscreen;

	private volatile boolean resizable;

	private volatile boolean alwaysOnTop;

	/**
	 * Create the window.
	 * @param options its first state
	 * @param listener told of changes
	 */
	protected HeldWindow(WindowOptions options, WindowListener listener) {
		Assert.notNull(options, "'options' must not be null");
		Assert.notNull(listener, "'listener' must not be null");
		this.label = options.label();
		this.decorated = options.decorations();
		this.listener = listener;
		this.title = options.title();
		this.size = new PhysicalSize(pixels(options.width()), pixels(options.height()));
		this.position = new PhysicalPosition((options.x() != null) ? pixels(options.x()) : 0,
				(options.y() != null) ? pixels(options.y()) : 0);
		this.visible = options.visible();
		this.focused = options.visible() && options.focus();
		this.maximized = options.maximized();
		this.fullscreen = options.fullscreen();
		this.resizable = options.resizable();
		this.alwaysOnTop = options.alwaysOnTop();
	}

	private static int pixels(double logical) {
		return (int) Math.round(logical);
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public String title() {
		return this.title;
	}

	@Override
	public void setTitle(String title) {
		Assert.notNull(title, "'title' must not be null");
		this.title = title;
	}

	@Override
	public PhysicalSize innerSize() {
		return this.size;
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		PhysicalSize size = new PhysicalSize(pixels(width), pixels(height));
		if (!size.equals(this.size)) {
			this.size = size;
			this.listener.resized(this.label, size.width(), size.height());
		}
	}

	@Override
	public PhysicalPosition outerPosition() {
		return this.position;
	}

	@Override
	public void setPosition(double x, double y) {
		PhysicalPosition position = new PhysicalPosition(pixels(x), pixels(y));
		if (!position.equals(this.position)) {
			this.position = position;
			this.listener.moved(this.label, position.x(), position.y());
		}
	}

	@Override
	public void center() {
		setPosition(0, 0);
	}

	@Override
	public double scaleFactor() {
		return 1;
	}

	@Override
	public void show() {
		this.visible = true;
	}

	@Override
	public void hide() {
		this.visible = false;
		setFocused(false);
	}

	@Override
	public boolean isVisible() {
		return this.visible;
	}

	@Override
	public void focus() {
		this.minimized = false;
		setFocused(this.visible);
	}

	private void setFocused(boolean focused) {
		if (this.focused != focused) {
			this.focused = focused;
			this.listener.focused(this.label, focused);
		}
	}

	@Override
	public boolean isFocused() {
		return this.focused;
	}

	@Override
	public void maximize() {
		this.maximized = true;
	}

	@Override
	public void unmaximize() {
		this.maximized = false;
	}

	@Override
	public boolean isMaximized() {
		return this.maximized;
	}

	@Override
	public void minimize() {
		this.minimized = true;
		setFocused(false);
	}

	@Override
	public void unminimize() {
		this.minimized = false;
	}

	@Override
	public boolean isMinimized() {
		return this.minimized;
	}

	@Override
	public void setFullscreen(boolean fullscreen) {
		this.fullscreen = fullscreen;
	}

	@Override
	public boolean isFullscreen() {
		return this.fullscreen;
	}

	@Override
	public void setResizable(boolean resizable) {
		this.resizable = resizable;
	}

	@Override
	public boolean isResizable() {
		return this.resizable;
	}

	@Override
	public void setAlwaysOnTop(boolean alwaysOnTop) {
		this.alwaysOnTop = alwaysOnTop;
	}

	@Override
	public boolean isAlwaysOnTop() {
		return this.alwaysOnTop;
	}

	@Override
	public boolean isDecorated() {
		return this.decorated;
	}

	@Override
	public void close() {
		if (!this.listener.closeRequested(this.label)) {
			destroy();
		}
	}

}
