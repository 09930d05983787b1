package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.tauriboot.Label;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * A JavaFX stage with one webview, or none, as a {@link Window}. What JavaFX cannot do is
 * refused.
 */
final class FxWindow implements Window {

	private static final Log logger = LogFactory.getLog(FxWindow.class);

	private final FxMainThread mainThread;

	private final WindowListener listener;

	private final WindowOptions options;

	private final Runnable closed;

	private final @Nullable FxWindow parent;

	private final List<FxWindow> children = new ArrayList<>();

	private final @Nullable FxWebview webview;

	private final Parent content;

	private final Scene scene;

	private final FxFrame frame;

	private final FxCursor cursor;

	private final FxDragging dragging;

	private final Set<WindowFlag> flags;

	FxWindow(FxEnvironment environment, WindowOptions options, @Nullable FxWindow parent, Runnable closed) {
		this.mainThread = environment.mainThread();
		this.listener = environment.listener();
		this.options = options;
		this.closed = closed;
		this.parent = parent;
		this.webview = options.traits().webview() ? new FxWebview(environment, options.label(), this) : null;
		this.content = (this.webview != null) ? this.webview.view() : new Pane();
		this.flags = flags(options);
		PhysicalSize most = mostContent(options);
		SizeConstraints constraints = options.sizeConstraints();
		this.scene = new Scene(this.content, Math.min(constraints.width(options.width()), most.width()),
				Math.min(constraints.height(options.height()), most.height()));
		this.frame = new FxFrame(options, this.scene, (parent != null) ? parent.frame : null, this.listener,
				this::userCloses);
		this.cursor = new FxCursor(this.content);
		this.dragging = new FxDragging(this.scene, this.frame::current, this.frame::constraints);
		paint(options.traits().backgroundColor());
		if (parent != null) {
			parent.children.add(this);
		}
		watch(options.traits());
	}

	private static Set<WindowFlag> flags(WindowOptions options) {
		Set<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);
		flags.addAll(WindowFlag.initially());
		for (WindowFlag flag : WindowFlag.values()) {
			boolean asked = options.traits().is(flag);
			if (asked == flag.isInitially()) {
				continue;
			}
			boolean possible = switch (flag) {
				case ENABLED, CLOSABLE, CURSOR_VISIBLE -> true;
				case SKIP_TASKBAR -> options.decorations();
				default -> false;
			};
			if (!possible) {
				logger.debug(LogMessage.format("Window '%s': %s", options.label(),
						FxPlatform.cannot(flag.command()).getMessage()));
			}
			else if (asked) {
				flags.add(flag);
			}
			else {
				flags.remove(flag);
			}
		}
		return flags;
	}

	private static PhysicalSize mostContent(WindowOptions options) {
		PhysicalSize margin = options.traits().preventOverflow();
		Screen screen = Screen.getPrimary();
		if (margin == null || screen == null) {
			return new PhysicalSize(Integer.MAX_VALUE, Integer.MAX_VALUE);
		}
		Rectangle2D area = screen.getVisualBounds();
		return new PhysicalSize((int) Math.max(1, area.getWidth() - margin.width() / screen.getOutputScaleX()),
				(int) Math.max(1, area.getHeight() - margin.height() / screen.getOutputScaleY()));
	}

	private void watch(WindowTraits traits) {
		this.content.setDisable(!this.flags.contains(WindowFlag.ENABLED));
		this.cursor.setVisible(this.flags.contains(WindowFlag.CURSOR_VISIBLE));
		if (this.webview != null && traits.dragDrop()) {
			FxFileDrops.watch(this.webview, this.listener);
		}
		if (this.webview != null && traits.zoomHotkeys()) {
			FxZoomKeys.watch(this.webview.view());
		}
	}

	private void paint(dev.tauriboot.window.@Nullable Color color) {
		boolean transparent = this.options.traits().transparent() && !this.options.decorations();
		Color fill = FxPictures.color(color, transparent ? Color.TRANSPARENT : Color.WHITE);
		this.scene.setFill(fill);
		if (this.webview != null) {
			this.webview.view().setPageFill(fill);
		}
	}

	private void userCloses() {
		if (is(WindowFlag.CLOSABLE) && is(WindowFlag.ENABLED)) {
			close();
		}
	}

	/**
	 * Load the first document and show the window, if it wants to be shown.
	 */
	void open() {
		if (this.webview != null) {
			this.webview.navigate(this.options.url());
		}
		this.frame.open();
	}

	Stage stage() {
		return this.frame.current();
	}

	@Override
	public Label label() {
		return this.options.label();
	}

	@Override
	public List<Webview> webviews() {
		return (this.webview != null) ? List.of(this.webview) : List.of();
	}

	@Override
	public String title() {
		return this.mainThread.call(() -> stage().getTitle());
	}

	@Override
	public void setTitle(String title) {
		Assert.notNull(title, "'title' must not be null");
		this.mainThread.execute(() -> stage().setTitle(title));
	}

	@Override
	public PhysicalSize innerSize() {
		return this.mainThread.call(this.frame::innerSize);
	}

	@Override
	public PhysicalSize outerSize() {
		return this.mainThread.call(this.frame::outerSize);
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		this.mainThread.execute(() -> this.frame.resize(width, height));
	}

	@Override
	public SizeConstraints sizeConstraints() {
		return this.mainThread.call(this.frame::constraints);
	}

	@Override
	public void setSizeConstraints(SizeConstraints constraints) {
		Assert.notNull(constraints, "'constraints' must not be null");
		this.mainThread.execute(() -> this.frame.constrain(constraints));
	}

	@Override
	public PhysicalPosition innerPosition() {
		return this.mainThread.call(this.frame::innerPosition);
	}

	@Override
	public PhysicalPosition outerPosition() {
		return this.mainThread.call(this.frame::outerPosition);
	}

	@Override
	public void setPosition(double x, double y) {
		this.mainThread.execute(() -> this.frame.move(x, y));
	}

	@Override
	public void center() {
		this.mainThread.execute(this.frame::center);
	}

	@Override
	public double scaleFactor() {
		return this.mainThread.call(() -> stage().getOutputScaleX());
	}

	@Override
	public @Nullable Monitor currentMonitor() {
		return this.mainThread.call(() -> {
			Screen screen = this.frame.screen();
			return (screen != null) ? FxScreens.monitor(screen) : null;
		});
	}

	@Override
	public void startDragging() {
		this.mainThread.execute(() -> this.dragging.start(null));
	}

	@Override
	public void startResizeDragging(ResizeDirection direction) {
		Assert.notNull(direction, "'direction' must not be null");
		this.mainThread.execute(() -> this.dragging.start(direction));
	}

	@Override
	public void show() {
		this.mainThread.execute(this.frame::show);
	}

	@Override
	public void hide() {
		this.mainThread.execute(this.frame::hide);
	}

	@Override
	public boolean isVisible() {
		return this.mainThread.call(() -> stage().isShowing());
	}

	@Override
	public void focus() {
		this.mainThread.execute(this.frame::focus);
	}

	@Override
	public boolean isFocused() {
		return this.mainThread.call(() -> FxFocus.isOn(this.frame));
	}

	@Override
	public void maximize() {
		this.mainThread.execute(() -> stage().setMaximized(true));
	}

	@Override
	public void unmaximize() {
		this.mainThread.execute(() -> stage().setMaximized(false));
	}

	@Override
	public boolean isMaximized() {
		return this.mainThread.call(() -> stage().isMaximized());
	}

	@Override
	public void minimize() {
		this.mainThread.execute(() -> stage().setIconified(true));
	}

	@Override
	public void unminimize() {
		this.mainThread.execute(() -> stage().setIconified(false));
	}

	@Override
	public boolean isMinimized() {
		return this.mainThread.call(() -> stage().isIconified());
	}

	@Override
	public void setFullscreen(boolean fullscreen) {
		this.mainThread.execute(() -> stage().setFullScreen(fullscreen));
	}

	@Override
	public void setFullscreenOn(PhysicalPosition position) {
		Assert.notNull(position, "'position' must not be null");
		this.mainThread.call(() -> {
			for (Screen screen : Screen.getScreens()) {
				if (FxScreens.monitor(screen).contains(position.x(), position.y())) {
					stage().setFullScreen(false);
					this.frame.move(screen.getBounds().getMinX(), screen.getBounds().getMinY());
					stage().setFullScreen(true);
					return screen;
				}
			}
			throw new IllegalArgumentException("there is no monitor at that position");
		});
	}

	@Override
	public boolean isFullscreen() {
		return this.mainThread.call(() -> stage().isFullScreen());
	}

	@Override
	public void setResizable(boolean resizable) {
		this.mainThread.execute(() -> stage().setResizable(resizable));
	}

	@Override
	public boolean isResizable() {
		return this.mainThread.call(() -> stage().isResizable());
	}

	@Override
	public void setAlwaysOnTop(boolean alwaysOnTop) {
		this.mainThread.execute(() -> stage().setAlwaysOnTop(alwaysOnTop));
	}

	@Override
	public boolean isAlwaysOnTop() {
		return this.mainThread.call(() -> stage().isAlwaysOnTop());
	}

	@Override
	public boolean is(WindowFlag flag) {
		Assert.notNull(flag, "'flag' must not be null");
		if (flag == WindowFlag.DECORATIONS) {
			return this.mainThread.call(this.frame::isDecorated);
		}
		synchronized (this.flags) {
			return this.flags.contains(flag);
		}
	}

	@Override
	public void set(WindowFlag flag, boolean value) {
		Assert.notNull(flag, "'flag' must not be null");
		switch (flag) {
			case DECORATIONS -> this.mainThread.execute(() -> this.frame.decorate(value));
			case ENABLED -> change(flag, value, () -> this.content.setDisable(!value));
			case CURSOR_VISIBLE -> change(flag, value, () -> this.cursor.setVisible(value));
			case CLOSABLE -> change(flag, value, () -> {
			});
			default -> {
				if (value != is(flag)) {
					throw FxPlatform.cannot(flag.command());
				}
			}
		}
	}

	private void change(WindowFlag flag, boolean value, Runnable work) {
		synchronized (this.flags) {
			if (value) {
				this.flags.add(flag);
			}
			else {
				this.flags.remove(flag);
			}
		}
		this.mainThread.execute(work);
	}

	@Override
	public Theme theme() {
		return this.mainThread.call(FxTheme::current);
	}

	@Override
	public void setTheme(@Nullable Theme theme) {
		if (theme != null && theme != theme()) {
			throw FxPlatform.cannot("set_theme");
		}
	}

	@Override
	public void setIcon(WindowIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		Image image = FxPictures.image(icon);
		this.mainThread.execute(() -> stage().getIcons().setAll(image));
	}

	@Override
	public void setBackgroundColor(dev.tauriboot.window.@Nullable Color color) {
		this.mainThread.execute(() -> paint(color));
	}

	@Override
	public void setCursorIcon(CursorIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		this.mainThread.execute(() -> this.cursor.setIcon(icon));
	}

	@Override
	public void setCursorPosition(double x, double y) {
		this.mainThread.execute(() -> new Robot().mouseMove(this.frame.contentLeft() + x, this.frame.contentTop() + y));
	}

	@Override
	public void show(WindowHint hint) {
		Assert.notNull(hint, "'hint' must not be null");
		if (!hint.isNeutral()) {
			throw FxPlatform.cannot(hint.command());
		}
	}

	@Override
	public void close() {
		this.mainThread.execute(() -> {
			if (!this.frame.isDestroyed() && !this.listener.closeRequested(label())) {
				destroy();
			}
		});
	}

	@Override
	public void destroy() {
		this.mainThread.execute(() -> {
			if (this.frame.destroy()) {
				List.copyOf(this.children).forEach(FxWindow::destroy);
				if (this.parent != null) {
					this.parent.children.remove(this);
				}
				if (this.webview != null) {
					this.webview.close();
				}
				stage().hide();
				this.closed.run();
			}
		});
	}

}
