package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a window, and what it tells. A stage cannot change its style, so a window
 * that gains or loses its borders moves to another stage. Lives on the JavaFX application
 * thread.
 */
final class FxFrame {

	private final WindowOptions options;

	private final Label label;

	private final WindowListener listener;

	private final Runnable closeRequested;

	private final @Nullable FxFrame parent;

	private final List<FxFrame> children = new ArrayList<>();

	private final Scene scene;

	private final FxBounds bounds;

	private final FxLater resized = new FxLater(this::tellSize);

	private final FxLater moved = new FxLater(this::tellPosition);

	private Stage stage;

	private FxStageListeners listeners = new FxStageListeners();

	private final FxMinimizing minimizing = new FxMinimizing();

	// The stage is as a window before left it.
	private final boolean kept;

	private boolean decorated;

	private boolean destroyed;

	FxFrame(WindowOptions options, Scene scene, @Nullable FxFrame parent, @Nullable FxLeftWindow left,
			WindowListener listener, Runnable closeRequested) {
		this.options = options;
		this.label = options.label();
		this.listener = listener;
		this.closeRequested = closeRequested;
		this.parent = parent;
		this.scene = scene;
		this.decorated = options.decorations();
		this.kept = left != null && left.isFor(options);
		this.stage = stage(left);
		if (left != null && this.kept) {
			this.bounds = new FxBounds(this::current, scene, left.constraints(), left.width(), left.height(),
					this.resized::ask);
			left.arrange(this.stage, scene);
		}
		else {
			this.bounds = new FxBounds(this::current, scene, options.sizeConstraints(), scene.getWidth(),
					scene.getHeight(), this.resized::ask);
			arrange();
		}
		if (parent != null) {
			parent.children.add(this);
		}
		this.bounds.watch();
	}

	private void arrange() {
		this.stage.setTitle(this.options.title());
		this.stage.setResizable(this.options.resizable());
		this.stage.setAlwaysOnTop(this.options.alwaysOnTop());
		this.stage.setMaximized(this.options.maximized());
		this.stage.setFullScreen(this.options.fullscreen());
		this.stage.setScene(this.scene);
		if (this.options.x() != null && !this.options.center()) {
			this.stage.setX(this.options.x());
		}
		if (this.options.y() != null && !this.options.center()) {
			this.stage.setY(this.options.y());
		}
		if (this.stage.isShowing()) {
			this.bounds.resize(this.bounds.width(), this.bounds.height());
		}
	}

	private Stage stage(@Nullable FxLeftWindow left) {
		Stage before = (left != null) ? left.stage(style(), this.parent != null) : null;
		Stage stage = (before != null) ? before : new Stage(style());
		if (this.parent != null) {
			stage.initOwner(this.parent.stage);
		}
		listenTo(stage);
		return stage;
	}

	private void listenTo(Stage stage) {
		this.listeners.remove();
		this.listeners = new FxStageListeners();
		stage.setFullScreenExitHint("");
		// Escape is the page's.
		stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
		stage.setOnCloseRequest((event) -> {
			event.consume();
			this.closeRequested.run();
		});
		stage.setOnShown((event) -> this.bounds.limit());
		this.listeners.onInvalid(stage.xProperty(), this.moved::ask);
		this.listeners.onInvalid(stage.yProperty(), this.moved::ask);
		this.listeners.onChange(stage.focusedProperty(), (focused) -> {
			if (stage == this.stage && focused) {
				FxFocus.gained(this);
			}
			else if (stage == this.stage) {
				FxFocus.lost(this);
			}
		});
		this.listeners.onChange(stage.iconifiedProperty(), (iconified) -> {
			if (stage == this.stage && iconified) {
				FxFocus.lost(this);
				this.minimizing.done(stage);
			}
		});
		this.listeners.onInvalid(stage.outputScaleXProperty(), () -> scaled(stage));
	}

	private StageStyle style() {
		if (!this.decorated) {
			return this.options.traits().transparent() ? StageStyle.TRANSPARENT : StageStyle.UNDECORATED;
		}
		return this.options.traits().is(WindowFlag.SKIP_TASKBAR) ? StageStyle.UTILITY : StageStyle.DECORATED;
	}

	Stage current() {
		return this.stage;
	}

	FxBounds bounds() {
		return this.bounds;
	}

	// Width and height change one after the other, as x and y do: both are told at once.
	private void tellSize() {
		if (!this.bounds.reopen() && !this.destroyed) {
			PhysicalSize size = this.bounds.innerSize();
			this.listener.resized(this.label, size.width(), size.height());
		}
	}

	private void tellPosition() {
		if (!this.destroyed) {
			PhysicalPosition position = this.bounds.outerPosition();
			this.listener.moved(this.label, position.x(), position.y());
		}
	}

	// The scale of the height changes after that of the width.
	private void scaled(Stage stage) {
		Platform.runLater(() -> {
			if (stage == this.stage && !this.destroyed) {
				PhysicalSize size = this.bounds.innerSize();
				this.listener.scaleChanged(this.label, stage.getOutputScaleX(), size.width(), size.height());
			}
		});
	}

	void open() {
		if (this.kept) {
			if (this.stage.isFocused()) {
				FxFocus.gained(this);
			}
			return;
		}
		if (!this.options.visible()) {
			this.stage.hide();
			return;
		}
		FxFrame before = this.options.focus() ? null : FxFocus.current();
		show();
		if (this.options.center()) {
			this.bounds.center();
		}
		// A stage takes the focus when it is shown, whoever had it gets it back.
		if (before != null) {
			before.focus();
		}
	}

	void tellFocus(boolean focused) {
		this.listener.focused(this.label, focused);
	}

	void minimize() {
		this.minimizing.minimize(this.stage);
	}

	void restore() {
		this.minimizing.restore(this.stage);
	}

	void focus() {
		restore();
		this.stage.toFront();
		this.stage.requestFocus();
		if (this.stage.isFocused()) {
			FxFocus.gained(this);
		}
	}

	void show() {
		if (this.destroyed || this.stage.isShowing()) {
			return;
		}
		double width = this.bounds.width();
		double height = this.bounds.height();
		this.stage.show();
		this.bounds.opened(width, height);
	}

	void hide() {
		if (this.stage.isShowing()) {
			// A stage whose position nobody has set opens somewhere else the next time.
			this.stage.setX(this.stage.getX());
			this.stage.setY(this.stage.getY());
			this.stage.hide();
		}
	}

	boolean isDecorated() {
		return this.decorated;
	}

	/**
	 * Move to a stage with borders, or without.
	 */
	void decorate(boolean decorated) {
		if (this.decorated != decorated && !this.destroyed) {
			this.decorated = decorated;
			restage();
		}
	}

	private void restage() {
		Stage before = this.stage;
		boolean showing = before.isShowing();
		double x = before.getX();
		double y = before.getY();
		Stage next = stage(null);
		copyState(before, next);
		next.setIconified(before.isIconified());
		next.setX(x);
		next.setY(y);
		this.stage = next;
		next.setScene(this.scene);
		if (showing) {
			show();
		}
		// A stage takes those it owns with it when it goes.
		List.copyOf(this.children).forEach(FxFrame::restage);
		before.setOnCloseRequest(null);
		before.hide();
	}

	static void copyState(Stage from, Stage to) {
		to.setTitle(from.getTitle());
		to.getIcons().setAll(from.getIcons());
		to.setResizable(from.isResizable());
		to.setAlwaysOnTop(from.isAlwaysOnTop());
		to.setMaximized(from.isMaximized());
		to.setFullScreen(from.isFullScreen());
	}

	/**
	 * End. The windows that belong to this one are closed by their own frames.
	 */
	boolean destroy() {
		if (this.destroyed) {
			return false;
		}
		this.destroyed = true;
		FxFocus.lost(this);
		if (this.parent != null) {
			this.parent.children.remove(this);
		}
		return true;
	}

	/**
	 * Hide the stage for good. Some platforms of JavaFX keep the one that had the focus
	 * last: it must not lead to what it has shown.
	 */
	void strip() {
		this.listeners.remove();
		this.stage.setOnCloseRequest(null);
		this.stage.setOnShown(null);
		this.stage.hide();
		this.stage.setScene(null);
	}

	/**
	 * Leave the stage to the next window of this label, as it stands. A stage that
	 * belongs to another goes: only its place is left.
	 */
	FxLeftWindow leave(String url) {
		this.listeners.remove();
		return FxLeftWindow.of(this.options.withUrl(url), this.options.url(), this.stage, style(), this.parent != null,
				this.bounds.constraints(), this.bounds.width(), this.bounds.height());
	}

	boolean isDestroyed() {
		return this.destroyed;
	}

}
