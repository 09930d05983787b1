package dev.tauriboot.window;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
public abstract class HeldWindow extends HeldBounds implements Window {

	private final Set<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);

	private final Map<Class<?>, WindowHint> hints = new ConcurrentHashMap<>();

	private volatile String title;

	private volatile boolean focused;

	private volatile boolean maximized;

	private volatile boolean minimized;

	private volatile boolean fullscreen;

	private volatile boolean resizable;

	private volatile boolean alwaysOnTop;

	private volatile @Nullable Theme theme;

	private volatile @Nullable WindowIcon icon;

	private volatile CursorIcon cursorIcon = CursorIcon.DEFAULT;

	/**
	 * Create the window.
	 * @param options its first state
	 * @param listener told of changes
	 * @param screens the monitors it could be on
	 */
	protected HeldWindow(WindowOptions options, WindowListener listener, Screens screens) {
		super(options, listener, screens);
		this.flags.addAll(options.traits().flags());
		this.flags.remove(WindowFlag.DECORATIONS);
		if (options.decorations()) {
			this.flags.add(WindowFlag.DECORATIONS);
		}
		this.theme = options.traits().theme();
		this.title = options.title();
		this.maximized = options.maximized();
		this.fullscreen = options.fullscreen();
		this.resizable = options.resizable();
		this.alwaysOnTop = options.alwaysOnTop();
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
	public void hide() {
		super.hide();
		setFocused(false);
	}

	@Override
	public void focus() {
		this.minimized = false;
		setFocused(isVisible());
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
			listener().focused(label(), focused);
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
		Monitor monitor = screens().at(position.x(), position.y());
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
			listener().themeChanged(label(), theme() == Theme.DARK);
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
		if (!listener().closeRequested(label())) {
			destroy();
		}
	}

}
