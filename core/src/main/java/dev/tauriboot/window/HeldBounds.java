package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where a {@link HeldWindow} is and how large. The scale is 1, and there are no borders.
 */
abstract class HeldBounds extends HeldView implements WindowBounds {

	private final WindowListener listener;

	private final Screens screens;

	private volatile SizeConstraints sizeConstraints;

	private volatile PhysicalSize size;

	private volatile PhysicalPosition position;

	HeldBounds(WindowOptions options, WindowListener listener, Screens screens) {
		super(options.label(), options.visible(), options.traits().backgroundColor());
		Assert.notNull(listener, "'listener' must not be null");
		Assert.notNull(screens, "'screens' must not be null");
		this.listener = listener;
		this.screens = screens;
		this.sizeConstraints = options.sizeConstraints();
		this.size = firstSize(options);
		this.position = options.center() ? centered(screens.primary()) : PhysicalPosition
			.of((options.x() != null) ? options.x() : 0, (options.y() != null) ? options.y() : 0, 1);
	}

	private PhysicalSize firstSize(WindowOptions options) {
		PhysicalSize size = allowed(options.width(), options.height());
		Monitor monitor = this.screens.primary();
		PhysicalSize margin = options.traits().preventOverflow();
		if (margin == null || monitor == null) {
			return size;
		}
		PhysicalSize area = monitor.workArea().size();
		return new PhysicalSize(Math.min(size.width(), Math.max(1, area.width() - margin.width())),
				Math.min(size.height(), Math.max(1, area.height() - margin.height())));
	}

	private PhysicalSize allowed(double width, double height) {
		SizeConstraints constraints = this.sizeConstraints;
		return PhysicalSize.of(constraints.width(width), constraints.height(height), 1);
	}

	WindowListener listener() {
		return this.listener;
	}

	Screens screens() {
		return this.screens;
	}

	@Override
	public PhysicalSize innerSize() {
		return this.size;
	}

	@Override
	public PhysicalSize outerSize() {
		return this.size;
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		resize(width, height);
	}

	private void resize(double width, double height) {
		PhysicalSize size = allowed(width, height);
		if (!size.equals(this.size)) {
			this.size = size;
			this.listener.resized(label(), size.width(), size.height());
		}
	}

	@Override
	public SizeConstraints sizeConstraints() {
		return this.sizeConstraints;
	}

	@Override
	public void setSizeConstraints(SizeConstraints constraints) {
		Assert.notNull(constraints, "'constraints' must not be null");
		this.sizeConstraints = constraints;
		resize(this.size.width(), this.size.height());
	}

	@Override
	public PhysicalPosition innerPosition() {
		return this.position;
	}

	@Override
	public PhysicalPosition outerPosition() {
		return this.position;
	}

	@Override
	public void setPosition(double x, double y) {
		moveTo(PhysicalPosition.of(x, y, 1));
	}

	void moveTo(PhysicalPosition position) {
		if (!position.equals(this.position)) {
			this.position = position;
			this.listener.moved(label(), position.x(), position.y());
		}
	}

	@Override
	public void center() {
		moveTo(centered(currentMonitor()));
	}

	private PhysicalPosition centered(@Nullable Monitor monitor) {
		if (monitor == null) {
			return new PhysicalPosition(0, 0);
		}
		Monitor.Area area = monitor.workArea();
		return new PhysicalPosition(area.position().x() + (area.size().width() - this.size.width()) / 2,
				area.position().y() + (area.size().height() - this.size.height()) / 2);
	}

	@Override
	public @Nullable Monitor currentMonitor() {
		PhysicalPosition position = this.position;
		Monitor monitor = this.screens.at(position.x() + this.size.width() / 2.0,
				position.y() + this.size.height() / 2.0);
		return (monitor != null) ? monitor : this.screens.primary();
	}

	@Override
	public void startDragging() {
		// There is no button that could be pressed.
	}

	@Override
	public void startResizeDragging(ResizeDirection direction) {
		Assert.notNull(direction, "'direction' must not be null");
	}

	@Override
	public double scaleFactor() {
		return 1;
	}

}
