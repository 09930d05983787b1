package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowIcon;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A JavaFX stage with any number of webviews as a {@link dev.tauriboot.window.Window}.
 * What JavaFX cannot do is refused.
 */
final class FxWindow extends FxStagedWindow {

	private final FxWindows windows;

	private final FxEnvironment environment;

	private final WindowListener listener;

	private final WindowOptions options;

	private final @Nullable FxWindow parent;

	// The window that had this label in the context before.
	private final @Nullable FxLeftWindow left;

	private final List<FxWindow> children = new ArrayList<>();

	private final FxContent content = new FxContent();

	private final Scene scene;

	private final FxFrame frame;

	private final FxCursor cursor = new FxCursor();

	private final FxDragging dragging;

	private final FxFlags flags;

	private dev.tauriboot.window.@Nullable Color backgroundColor;

	FxWindow(FxWindows windows, FxEnvironment environment, WindowOptions options, @Nullable FxWindow parent) {
		super(environment.mainThread());
		this.windows = windows;
		this.environment = environment;
		this.listener = environment.listener();
		this.options = options;
		this.parent = parent;
		this.left = FxLeftWindows.take(options.label());
		this.flags = new FxFlags(options);
		PhysicalSize most = mostContent(options);
		SizeConstraints constraints = options.sizeConstraints();
		this.scene = new Scene(this.content, Math.min(constraints.width(options.width()), most.width()),
				Math.min(constraints.height(options.height()), most.height()));
		this.frame = new FxFrame(options, this.scene, (parent != null) ? parent.frame : null, this.left, this.listener,
				this::userCloses);
		this.dragging = new FxDragging(this.scene, this.frame::current, this.frame.bounds()::constraints);
		this.cursor.watch(this.content);
		this.cursor.setVisible(is(WindowFlag.CURSOR_VISIBLE));
		this.content.views().setDisable(!is(WindowFlag.ENABLED));
		paint(options.traits().backgroundColor());
		if (parent != null) {
			parent.children.add(this);
		}
		if (options.traits().webview()) {
			attach(new FxWebview(environment, WebviewOptions.of(options), this));
		}
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

	private void paint(dev.tauriboot.window.@Nullable Color color) {
		this.backgroundColor = color;
		boolean transparent = this.options.traits().transparent() && !this.options.decorations();
		this.scene.setFill(FxPictures.color(color, transparent ? Color.TRANSPARENT : Color.WHITE));
		this.content.webviews().forEach(FxWebview::paint);
	}

	/**
	 * What is seen through webviews without a colour of their own.
	 */
	Color fill() {
		return FxPictures.color(this.backgroundColor, Color.WHITE);
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
		for (FxWebview webview : this.content.webviews()) {
			webview.navigate((this.left != null) ? this.left.urlFor(this.options) : this.options.url());
		}
		this.frame.open();
	}

	@Override
	FxFrame frame() {
		return this.frame;
	}

	FxContent content() {
		return this.content;
	}

	double contentWidth() {
		return this.frame.bounds().width();
	}

	double contentHeight() {
		return Math.max(0, this.frame.bounds().height() - this.content.barHeight());
	}

	/**
	 * Take a webview in, on the JavaFX application thread.
	 */
	void attach(FxWebview webview) {
		this.content.add(webview);
		this.cursor.watch(webview.view());
		webview.paint();
	}

	/**
	 * Let a webview go.
	 * @return whether it was here
	 */
	boolean detach(FxWebview webview) {
		this.cursor.forget(webview.view());
		return this.content.remove(webview);
	}

	@Override
	public Label label() {
		return this.options.label();
	}

	@Override
	public List<Webview> webviews() {
		return List.copyOf(this.content.webviews());
	}

	@Override
	public Webview addWebview(WebviewOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return mainThread().call(() -> {
			checkOpen();
			this.windows.checkWebviewLabel(options.label());
			FxWebview webview = new FxWebview(this.environment, options, this);
			attach(webview);
			webview.navigate(options.url());
			if (options.focus()) {
				webview.focus();
			}
			this.listener.webviewCreated(options.label());
			return webview;
		});
	}

	void checkOpen() {
		Assert.state(!this.frame.isDestroyed(), () -> "window '" + label() + "' is closed");
	}

	@Override
	public void startDragging() {
		mainThread().execute(() -> this.dragging.start(null));
	}

	@Override
	public void startResizeDragging(ResizeDirection direction) {
		Assert.notNull(direction, "'direction' must not be null");
		mainThread().execute(() -> this.dragging.start(direction));
	}

	@Override
	public boolean is(WindowFlag flag) {
		Assert.notNull(flag, "'flag' must not be null");
		return (flag == WindowFlag.DECORATIONS) ? mainThread().call(this.frame::isDecorated) : this.flags.is(flag);
	}

	@Override
	public void set(WindowFlag flag, boolean value) {
		Assert.notNull(flag, "'flag' must not be null");
		switch (flag) {
			case DECORATIONS -> mainThread().execute(() -> this.frame.decorate(value));
			case ENABLED -> change(flag, value, () -> this.content.views().setDisable(!value));
			case CURSOR_VISIBLE -> change(flag, value, () -> this.cursor.setVisible(value));
			case CLOSABLE -> this.flags.set(flag, value);
			default -> {
				if (value != is(flag)) {
					throw FxPlatform.cannot(flag.command());
				}
			}
		}
	}

	private void change(WindowFlag flag, boolean value, Runnable work) {
		this.flags.set(flag, value);
		mainThread().execute(work);
	}

	@Override
	public Theme theme() {
		return mainThread().call(FxTheme::current);
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
		Image image = FxPictures.picture(icon);
		mainThread().execute(() -> stage().getIcons().setAll(image));
	}

	@Override
	public void setBackgroundColor(dev.tauriboot.window.@Nullable Color color) {
		mainThread().execute(() -> paint(color));
	}

	@Override
	public void setCursorIcon(CursorIcon icon) {
		Assert.notNull(icon, "'icon' must not be null");
		mainThread().execute(() -> this.cursor.setIcon(icon));
	}

	@Override
	public void show(WindowHint hint) {
		Assert.notNull(hint, "'hint' must not be null");
		if (!this.environment.launcherIcon().show(hint) && !hint.isNeutral()) {
			throw FxPlatform.cannot(hint.command());
		}
	}

	@Override
	public void close() {
		mainThread().execute(() -> {
			if (!this.frame.isDestroyed() && !this.listener.closeRequested(label())) {
				destroy();
			}
		});
	}

	/**
	 * End, and leave the stage to a window of this label in another context.
	 */
	void leave() {
		if (this.frame.isDestroyed()) {
			return;
		}
		String url = this.options.url();
		for (FxWebview webview : this.content.webviews()) {
			String shown = webview.leave();
			url = (shown != null && webview.label().equals(label())) ? shown : url;
		}
		FxLeftWindows.leave(this.frame.leave(url));
		this.frame.destroy();
		this.content.webviews().forEach(FxWebview::end);
		this.windows.closed(label());
	}

	@Override
	public void destroy() {
		mainThread().execute(() -> {
			if (this.frame.destroy()) {
				List.copyOf(this.children).forEach(FxWindow::destroy);
				if (this.parent != null) {
					this.parent.children.remove(this);
				}
				this.content.webviews().forEach(FxWebview::end);
				this.frame.strip();
				this.windows.closed(label());
			}
		});
	}

}
