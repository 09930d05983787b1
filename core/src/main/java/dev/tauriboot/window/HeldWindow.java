package dev.tauriboot.window;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Base of windows that hold their state and do not show it, as there is no native window
 * to. State changes tell the listener as those of a shown window do. The scale is 1, and
 * there are no borders. Whatever a desktop could show of a window is held too, so that
 * nothing is refused.
 *
 * @since 0.1.0
 */
public abstract class HeldWindow implements Window {

	private final Label label;

	private final WindowListener listener;

	private final Screens screens;

	private final Set<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);

	private final Map<Class<?>, WindowHint> hints = new ConcurrentHashMap<>();

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

	private volatile SizeConstraints sizeConstraints;

	private volatile @Nullable Theme theme;

	private volatile @Nullable WindowIcon icon;

	private volatile @Nullable Color backgroundColor;

	private volatile CursorIcon cursorIcon = CursorIcon.DEFAULT;

	/**
	 * Create the window.
	 * @param options its first state
	 * @param listener told of changes
	 * @param screens the monitors it could be on
	 */
	protected HeldWindow(WindowOptions options, WindowListener listener, Screens screens) {
		Assert.notNull(options, "'options' must not be null");
		Assert.notNull(listener, "'listener' must not be null");
		Assert.notNull(screens, "'screens' must not be null");
		this.screens = screens;
		this.label = options.label();
		this.flags.addAll(options.traits().flags());
		this.flags.remove(WindowFlag.DECORATIONS);
		if (options.decorations()) {
			this.flags.add(WindowFlag.DECORATIONS);
		}
		this.theme = options.traits().theme();
		this.backgroundColor = options.traits().backgroundColor();
		this.sizeConstraints = options.sizeConstraints();
		this.listener = listener;
		this.title = options.title();
		this.size = firstSize(options);
		this.position = options.center() ? centered() : new PhysicalPosition(
				(options.x() != null) ? pixels(options.x()) : 0, (options.y() != null) ? pixels(options.y()) : 0);
		this.visible = options.visible();
		this.maximized = options.maximized();
		this.fullscreen = options.fullscreen();
		this.resizable = options.resizable();
		this.alwaysOnTop = options.alwaysOnTop();
	}

	private PhysicalSize firstSize(WindowOptions options) {
		PhysicalSize size = new PhysicalSize(pixels(this.sizeConstraints.width(options.width())),
				pixels(this.sizeConstraints.height(options.height())));
		Monitor monitor = this.screens.primary();
		PhysicalSize margin = options.traits().preventOverflow();
		if (margin == null || monitor == null) {
			return size;
		}
		PhysicalSize area = monitor.workArea().size();
		return new PhysicalSize(Math.min(size.width(), Math.max(1, area.width() - margin.width())),
				Math.min(size.height(), Math.max(1, area.height() - margin.height())));
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
	public PhysicalSize outerSize() {
		return this.size;
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		resize(width, height);
	}

	private void resize(double width, double height) {
		SizeConstraints constraints = this.sizeConstraints;
		PhysicalSize size = new PhysicalSize(pixels(constraints.width(width)), pixels(constraints.height(height)));
		if (!size.equals(this.size)) {
			this.size = size;
			this.listener.resized(this.label, size.width(), size.height());
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
		moveTo(new PhysicalPosition(pixels(x), pixels(y)));
	}

	private void moveTo(PhysicalPosition position) {
		if (!position.equals(this.position)) {
			this.position = position;
			this.listener.moved(this.label, position.x(), position.y());
		}
	}

	@Override
	public void center() {
		moveTo(centered());
	}

	private PhysicalPosition centered() {
		Monitor monitor = currentMonitor();
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
		Monitor monitor = (position != null)
				? this.screens.at(position.x() + this.size.width() / 2.0, position.y() + this.size.height() / 2.0)
				: null;
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

	/**
	 * Another window takes the focus.
	 */
	protected void blur() {
		setFocused(false);
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
	public void setFullscreenOn(PhysicalPosition position) {
		Assert.notNull(position, "'position' must not be null");
		Monitor monitor = this.screens.at(position.x(), position.y());
		Assert.isTrue(monitor != null, "there is no monitor at that position");
		moveTo(monitor.position());
		this.fullscreen = true;
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
	public boolean is(WindowFlag flag) {
		Assert.notNull(flag, "'flag' must not be null");
		synchronized (this.flags) {
			return this.flags.contains(flag);
		}
	}

	@Override
	public void set(WindowFlag flag, boolean value) {
		Assert.notNull(flag, "'flag' must not be null");
		synchronized (this.flags) {
			if (value) {
				this.flags.add(flag);
			}
			else {
				this.flags.remove(flag);
			}
		}
	}

	@Override
	public Theme theme() {
		Theme theme = this.theme;
		return (theme != null) ? theme : Theme.LIGHT;
	}

	@Override
	public void setTheme(@Nullable Theme theme) {
		Theme before = theme();
		this.theme = theme;
		if (before != theme()) {
			this.listener.themeChanged(this.label, theme() == Theme.DARK);
		}
	}

	@Override
	public void setIcon(WindowIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		this.icon = icon;
	}

	/**
	 * The picture of the window.
	 * @return the picture, or {@code null} if it was not given one
	 */
	public @Nullable WindowIcon icon() {
		return this.icon;
	}

	@Override
	public void setBackgroundColor(@Nullable Color color) {
		this.backgroundColor = color;
	}

	/**
	 * What is seen where the page has no background.
	 * @return the colour, or {@code null} for the default
	 */
	public @Nullable Color backgroundColor() {
		return this.backgroundColor;
	}

	@Override
	public void setCursorIcon(CursorIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		this.cursorIcon = icon;
	}

	/**
	 * The shape of the pointer.
	 * @return the shape, {@link CursorIcon#DEFAULT} if it is left to the page
	 */
	public CursorIcon cursorIcon() {
		return this.cursorIcon;
	}

	@Override
	public void show(WindowHint hint) {
		Assert.notNull(hint, "'hint' must not be null");
		this.hints.put(hint.getClass(), hint);
	}

	/**
	 * What the desktop was last asked to show of the window.
	 * @param <T> the kind of hint
	 * @param kind the kind of hint
	 * @return the hint, or {@code null} if there was none
	 */
	public <T extends WindowHint> @Nullable T hint(Class<T> kind) {
		return kind.cast(this.hints.get(kind));
	}

	@Override
	public void close() {
		if (!this.listener.closeRequested(this.label)) {
			destroy();
		}
	}

}
