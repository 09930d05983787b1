package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a window: its place, its size and its borders. A stage cannot change its
 * style, so a window that gains or loses its borders moves to another stage. Lives on the
 * JavaFX application thread.
 */
final class FxFrame {

	private final WindowOptions options;

	private final Label label;

	private final WindowListener listener;

	private final Runnable closeRequested;

	private final @Nullable FxFrame parent;

	private final List<FxFrame> children = new ArrayList<>();

	private final Scene scene;

	private Stage stage;

	private FxStageListeners listeners = new FxStageListeners();

	// The stage is as a window before left it.
	private final boolean kept;

	private SizeConstraints constraints;

	private boolean decorated;

	// The size of the content, held while there is nothing to measure.
	private double width;

	private double height;

	// The borders from when the stage is given a size until the content has it.
	private @Nullable Dimension2D borders;

	// Until somebody asks for another.
	private @Nullable FxOpeningSize opening;

	private boolean resizeTold = true;

	private boolean moveTold = true;

	private boolean destroyed;

	FxFrame(WindowOptions options, Scene scene, @Nullable FxFrame parent, @Nullable FxLeftWindow left,
			WindowListener listener, Runnable closeRequested) {
		this.options = options;
		this.label = options.label();
		this.listener = listener;
		this.closeRequested = closeRequested;
		this.parent = parent;
		this.scene = scene;
		this.constraints = options.sizeConstraints();
		this.decorated = options.decorations();
		this.width = scene.getWidth();
		this.height = scene.getHeight();
		this.kept = left != null && left.isFor(options);
		this.stage = stage(left);
		if (left != null && this.kept) {
			keep(left);
		}
		else {
			arrange();
		}
		if (parent != null) {
			parent.children.add(this);
		}
		scene.widthProperty().addListener((property) -> resized());
		scene.heightProperty().addListener((property) -> resized());
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
			resize(this.width, this.height);
		}
	}

	private void keep(FxLeftWindow left) {
		this.constraints = left.constraints();
		this.width = left.width();
		this.height = left.height();
		left.arrange(this.stage, this.scene);
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
		stage.setOnCloseRequest((event) -> {
			event.consume();
			this.closeRequested.run();
		});
		stage.setOnShown((event) -> limit());
		this.listeners.onInvalid(stage.xProperty(), this::moved);
		this.listeners.onInvalid(stage.yProperty(), this::moved);
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

	// Width and height change one after the other, as x and y do: both are told at once.
	private void resized() {
		this.borders = null;
		if (this.stage.isShowing()) {
			this.width = this.scene.getWidth();
			this.height = this.scene.getHeight();
		}
		if (this.resizeTold) {
			this.resizeTold = false;
			Platform.runLater(() -> {
				this.resizeTold = true;
				if (this.opening != null && this.opening.isForgotten(this.width, this.height)) {
					size(this.opening.width(), this.opening.height());
				}
				else if (!this.destroyed) {
					PhysicalSize size = innerSize();
					this.listener.resized(this.label, size.width(), size.height());
				}
			});
		}
	}

	private void moved() {
		if (this.moveTold) {
			this.moveTold = false;
			Platform.runLater(() -> {
				this.moveTold = true;
				if (!this.destroyed) {
					PhysicalPosition position = outerPosition();
					this.listener.moved(this.label, position.x(), position.y());
				}
			});
		}
	}

	// The scale of the height changes after that of the width.
	private void scaled(Stage stage) {
		Platform.runLater(() -> {
			if (stage == this.stage && !this.destroyed) {
				PhysicalSize size = innerSize();
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
			center();
		}
		// A stage takes the focus when it is shown, whoever had it gets it back.
		if (before != null) {
			before.focus();
		}
	}

	void tellFocus(boolean focused) {
		this.listener.focused(this.label, focused);
	}

	void focus() {
		this.stage.setIconified(false);
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
		double width = this.width;
		double height = this.height;
		this.stage.show();
		this.opening = new FxOpeningSize(width, height, System.nanoTime());
		if (!this.stage.isMaximized() && !this.stage.isFullScreen()
				&& (this.scene.getWidth() != width || this.scene.getHeight() != height)) {
			size(width, height);
		}
	}

	void hide() {
		if (this.stage.isShowing()) {
			// A stage whose position nobody has set opens somewhere else the next time.
			this.stage.setX(this.stage.getX());
			this.stage.setY(this.stage.getY());
			this.stage.hide();
		}
	}

	PhysicalSize innerSize() {
		return new PhysicalSize(pixels(this.width, this.stage.getOutputScaleX()),
				pixels(this.height, this.stage.getOutputScaleY()));
	}

	PhysicalSize outerSize() {
		return new PhysicalSize(pixels(this.width + borderWidth(), this.stage.getOutputScaleX()),
				pixels(this.height + borderHeight(), this.stage.getOutputScaleY()));
	}

	PhysicalPosition innerPosition() {
		return new PhysicalPosition(pixels(left() + edge(this.scene.getX()), this.stage.getOutputScaleX()),
				pixels(top() + edge(this.scene.getY()), this.stage.getOutputScaleY()));
	}

	PhysicalPosition outerPosition() {
		return new PhysicalPosition(pixels(left(), this.stage.getOutputScaleX()),
				pixels(top(), this.stage.getOutputScaleY()));
	}

	// What JavaFX does not know, as the place of a stage that was never shown, is not a
	// number.
	private static double edge(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

	/**
	 * The width of the content, also of a stage that is not shown.
	 */
	double width() {
		return this.width;
	}

	/**
	 * The height of the content, also of a stage that is not shown.
	 */
	double height() {
		return this.height;
	}

	double left() {
		return edge(this.stage.getX());
	}

	double top() {
		return edge(this.stage.getY());
	}

	double contentLeft() {
		return left() + edge(this.scene.getX());
	}

	double contentTop() {
		return top() + edge(this.scene.getY());
	}

	private double borderWidth() {
		if (this.borders != null) {
			return this.borders.getWidth();
		}
		return this.stage.isShowing() ? Math.max(0, this.stage.getWidth() - this.scene.getWidth()) : 0;
	}

	private double borderHeight() {
		if (this.borders != null) {
			return this.borders.getHeight();
		}
		return this.stage.isShowing() ? Math.max(0, this.stage.getHeight() - this.scene.getHeight()) : 0;
	}

	private static int pixels(double logical, double scale) {
		return (int) Math.round(logical * scale);
	}

	/**
	 * Resize the content within the constraints.
	 */
	void resize(double width, double height) {
		this.opening = null;
		double toWidth = Math.max(1, this.constraints.width(width));
		double toHeight = Math.max(1, this.constraints.height(height));
		if (this.stage.isShowing()) {
			size(toWidth, toHeight);
		}
		else if (toWidth != this.width || toHeight != this.height) {
			this.width = toWidth;
			this.height = toHeight;
			resized();
		}
	}

	private void size(double width, double height) {
		change((borderWidth, borderHeight) -> {
			this.stage.setWidth(width + borderWidth);
			this.stage.setHeight(height + borderHeight);
		});
	}

	// A stage tells a size that it is given at once, its content has it only later.
	private void change(BiConsumer<Double, Double> change) {
		Dimension2D before = new Dimension2D(borderWidth(), borderHeight());
		double width = this.stage.getWidth();
		double height = this.stage.getHeight();
		change.accept(before.getWidth(), before.getHeight());
		if (this.stage.isShowing() && (this.stage.getWidth() != width || this.stage.getHeight() != height)) {
			this.borders = before;
		}
	}

	SizeConstraints constraints() {
		return this.constraints;
	}

	void constrain(SizeConstraints constraints) {
		this.opening = null;
		this.constraints = constraints;
		double width = Math.max(1, constraints.width(this.width));
		double height = Math.max(1, constraints.height(this.height));
		if (!this.stage.isShowing()) {
			resize(width, height);
			return;
		}
		boolean fits = width == this.width && height == this.height;
		limit();
		if (!fits && !this.stage.isMaximized() && !this.stage.isFullScreen()) {
			size(width, height);
		}
	}

	// A stage limits its outer size, and its borders are known only once it is shown.
	private void limit() {
		SizeConstraints to = this.constraints;
		change((borderWidth, borderHeight) -> {
			this.stage.setMinWidth((to.minWidth() != null) ? to.minWidth() + borderWidth : 0);
			this.stage.setMinHeight((to.minHeight() != null) ? to.minHeight() + borderHeight : 0);
			this.stage.setMaxWidth((to.maxWidth() != null) ? to.maxWidth() + borderWidth : Double.MAX_VALUE);
			this.stage.setMaxHeight((to.maxHeight() != null) ? to.maxHeight() + borderHeight : Double.MAX_VALUE);
		});
	}

	void move(double x, double y) {
		this.stage.setX(x);
		this.stage.setY(y);
	}

	void center() {
		Screen screen = screen();
		if (screen != null) {
			Rectangle2D area = screen.getVisualBounds();
			move(Math.rint(area.getMinX() + (area.getWidth() - this.width - borderWidth()) / 2),
					Math.rint(area.getMinY() + (area.getHeight() - this.height - borderHeight()) / 2));
		}
	}

	@Nullable Screen screen() {
		return FxScreens.screenOf(new Rectangle2D(left(), top(), this.width, this.height));
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
		next.setTitle(before.getTitle());
		next.getIcons().setAll(before.getIcons());
		next.setResizable(before.isResizable());
		next.setAlwaysOnTop(before.isAlwaysOnTop());
		next.setMaximized(before.isMaximized());
		next.setFullScreen(before.isFullScreen());
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
				this.constraints, this.width, this.height);
	}

	boolean isDestroyed() {
		return this.destroyed;
	}

}
