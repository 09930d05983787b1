package dev.tauriboot.javafx;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A JavaFX stage with one webview as a {@link Window}.
 */
final class FxWindow implements Window {

	private final FxMainThread mainThread;

	private final WindowListener listener;

	private final WindowOptions options;

	private final Runnable closed;

	private final Stage stage;

	private final Scene scene;

	private final FxWebview webview;

	private boolean resizeTold = true;

	private boolean moveTold = true;

	private boolean destroyed;

	FxWindow(FxEnvironment environment, WindowOptions options, Runnable closed) {
		this.mainThread = environment.mainThread();
		this.listener = environment.listener();
		this.options = options;
		this.closed = closed;
		this.webview = new FxWebview(environment, options.label(), this);
		this.stage = new Stage(options.decorations() ? StageStyle.DECORATED : StageStyle.UNDECORATED);
		double width = within(options.width(), options.minWidth(), options.maxWidth());
		double height = within(options.height(), options.minHeight(), options.maxHeight());
		this.webview.view().setPrefSize(width, height);
		this.scene = new Scene(this.webview.view(), width, height);
		configureStage();
	}

	private static double within(double value, @Nullable Double min, @Nullable Double max) {
		double atMost = (max != null) ? Math.min(value, max) : value;
		return (min != null) ? Math.max(atMost, min) : atMost;
	}

	private void configureStage() {
		this.stage.setTitle(this.options.title());
		this.stage.setScene(this.scene);
		this.stage.setResizable(this.options.resizable());
		this.stage.setAlwaysOnTop(this.options.alwaysOnTop());
		this.stage.setMaximized(this.options.maximized());
		this.stage.setFullScreenExitHint("");
		this.stage.setFullScreen(this.options.fullscreen());
		if (this.options.x() != null && !this.options.center()) {
			this.stage.setX(this.options.x());
		}
		if (this.options.y() != null && !this.options.center()) {
			this.stage.setY(this.options.y());
		}
		this.stage.setOnCloseRequest((event) -> {
			event.consume();
			close();
		});
		this.stage.setOnShown((event) -> limitSize());
	}

	// A stage limits its outer size, and its borders are known only once it is shown.
	private void limitSize() {
		double borderWidth = Math.max(0, this.stage.getWidth() - this.scene.getWidth());
		double borderHeight = Math.max(0, this.stage.getHeight() - this.scene.getHeight());
		if (this.options.minWidth() != null) {
			this.stage.setMinWidth(this.options.minWidth() + borderWidth);
		}
		if (this.options.minHeight() != null) {
			this.stage.setMinHeight(this.options.minHeight() + borderHeight);
		}
		if (this.options.maxWidth() != null) {
			this.stage.setMaxWidth(this.options.maxWidth() + borderWidth);
		}
		if (this.options.maxHeight() != null) {
			this.stage.setMaxHeight(this.options.maxHeight() + borderHeight);
		}
	}

	/**
	 * Load the first document and show the window, if it wants to be shown.
	 */
	void open() {
		observe();
		this.webview.navigate(this.options.url());
		if (this.options.visible()) {
			javafx.stage.Window before = this.options.focus() ? null : focusedWindow();
			this.stage.show();
			if (this.options.center()) {
				this.stage.centerOnScreen();
			}
			// A stage takes the focus when it is shown, whoever had it gets it back.
			if (before != null) {
				before.requestFocus();
			}
		}
	}

	private static javafx.stage.@Nullable Window focusedWindow() {
		return javafx.stage.Window.getWindows()
			.stream()
			.filter(javafx.stage.Window::isFocused)
			.findFirst()
			.orElse(null);
	}

	private void observe() {
		this.scene.widthProperty().addListener(this::resized);
		this.scene.heightProperty().addListener(this::resized);
		this.stage.xProperty().addListener(this::moved);
		this.stage.yProperty().addListener(this::moved);
		this.stage.focusedProperty()
			.addListener((property, before, focused) -> this.listener.focused(label(), focused));
		this.stage.outputScaleXProperty().addListener((property, before, scale) -> {
			PhysicalSize size = innerSize();
			this.listener.scaleChanged(label(), scale.doubleValue(), size.width(), size.height());
		});
	}

	// Width and height change one after the other, as x and y do: both are told at once.
	private void resized(Observable property) {
		if (this.resizeTold) {
			this.resizeTold = false;
			Platform.runLater(() -> {
				this.resizeTold = true;
				if (!this.destroyed) {
					PhysicalSize size = innerSize();
					this.listener.resized(label(), size.width(), size.height());
				}
			});
		}
	}

	private void moved(Observable property) {
		if (this.moveTold) {
			this.moveTold = false;
			Platform.runLater(() -> {
				this.moveTold = true;
				if (!this.destroyed) {
					PhysicalPosition position = outerPosition();
					this.listener.moved(label(), position.x(), position.y());
				}
			});
		}
	}

	Stage stage() {
		return this.stage;
	}

	@Override
	public Label label() {
		return this.options.label();
	}

	@Override
	public List<Webview> webviews() {
		return List.of(this.webview);
	}

	@Override
	public String title() {
		return this.mainThread.call(this.stage::getTitle);
	}

	@Override
	public void setTitle(String title) {
		Assert.notNull(title, "'title' must not be null");
		this.mainThread.execute(() -> this.stage.setTitle(title));
	}

	@Override
	public PhysicalSize innerSize() {
		return this.mainThread.call(() -> new PhysicalSize(pixels(this.scene.getWidth(), this.stage.getOutputScaleX()),
				pixels(this.scene.getHeight(), this.stage.getOutputScaleY())));
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		this.mainThread.execute(() -> {
			if (this.stage.isShowing()) {
				this.stage.setWidth(width + this.stage.getWidth() - this.scene.getWidth());
				this.stage.setHeight(height + this.stage.getHeight() - this.scene.getHeight());
			}
			else {
				this.webview.view().setPrefSize(width, height);
				this.stage.sizeToScene();
			}
		});
	}

	@Override
	public PhysicalPosition outerPosition() {
		return this.mainThread.call(() -> new PhysicalPosition(pixels(this.stage.getX(), this.stage.getOutputScaleX()),
				pixels(this.stage.getY(), this.stage.getOutputScaleY())));
	}

	private static int pixels(double logical, double scale) {
		return (int) Math.round(logical * scale);
	}

	@Override
	public void setPosition(double x, double y) {
		this.mainThread.execute(() -> {
			this.stage.setX(x);
			this.stage.setY(y);
		});
	}

	@Override
	public void center() {
		this.mainThread.execute(this.stage::centerOnScreen);
	}

	@Override
	public double scaleFactor() {
		return this.mainThread.call(this.stage::getOutputScaleX);
	}

	@Override
	public void show() {
		this.mainThread.execute(() -> {
			if (!this.destroyed) {
				this.stage.show();
			}
		});
	}

	@Override
	public void hide() {
		this.mainThread.execute(() -> {
			if (this.stage.isShowing()) {
				// A stage whose position nobody has set opens somewhere else the next
				// time.
				this.stage.setX(this.stage.getX());
				this.stage.setY(this.stage.getY());
				this.stage.hide();
			}
		});
	}

	@Override
	public boolean isVisible() {
		return this.mainThread.call(this.stage::isShowing);
	}

	@Override
	public void focus() {
		this.mainThread.execute(() -> {
			this.stage.setIconified(false);
			this.stage.toFront();
			this.stage.requestFocus();
		});
	}

	@Override
	public boolean isFocused() {
		return this.mainThread.call(this.stage::isFocused);
	}

	@Override
	public void maximize() {
		this.mainThread.execute(() -> this.stage.setMaximized(true));
	}

	@Override
	public void unmaximize() {
		this.mainThread.execute(() -> this.stage.setMaximized(false));
	}

	@Override
	public boolean isMaximized() {
		return this.mainThread.call(this.stage::isMaximized);
	}

	@Override
	public void minimize() {
		this.mainThread.execute(() -> this.stage.setIconified(true));
	}

	@Override
	public void unminimize() {
		this.mainThread.execute(() -> this.stage.setIconified(false));
	}

	@Override
	public boolean isMinimized() {
		return this.mainThread.call(this.stage::isIconified);
	}

	@Override
	public void setFullscreen(boolean fullscreen) {
		this.mainThread.execute(() -> this.stage.setFullScreen(fullscreen));
	}

	@Override
	public boolean isFullscreen() {
		return this.mainThread.call(this.stage::isFullScreen);
	}

	@Override
	public void setResizable(boolean resizable) {
		this.mainThread.execute(() -> this.stage.setResizable(resizable));
	}

	@Override
	public boolean isResizable() {
		return this.mainThread.call(this.stage::isResizable);
	}

	@Override
	public void setAlwaysOnTop(boolean alwaysOnTop) {
		this.mainThread.execute(() -> this.stage.setAlwaysOnTop(alwaysOnTop));
	}

	@Override
	public boolean isAlwaysOnTop() {
		return this.mainThread.call(this.stage::isAlwaysOnTop);
	}

	@Override
	public boolean isDecorated() {
		return this.options.decorations();
	}

	@Override
	public void close() {
		this.mainThread.execute(() -> {
			if (!this.destroyed && !this.listener.closeRequested(label())) {
				destroy();
			}
		});
	}

	@Override
	public void destroy() {
		this.mainThread.execute(() -> {
			if (!this.destroyed) {
				this.destroyed = true;
				this.webview.close();
				this.stage.hide();
				this.closed.run();
			}
		});
	}

}
