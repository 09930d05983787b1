package dev.tauriboot.javafx;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.SizeConstraints;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Where a window's stage is, and how large with its borders and without, also while it is
 * not shown. Lives on the JavaFX application thread.
 */
final class FxBounds {

	private final Supplier<Stage> stage;

	private final Scene scene;

	private final Runnable resized;

	private SizeConstraints constraints;

	// The size of the content, held while there is nothing to measure.
	private double width;

	private double height;

	// The borders from when the stage is given a size until the content has it.
	private @Nullable Dimension2D borders;

	// Until somebody asks for another.
	private @Nullable FxOpeningSize opening;

	/**
	 * The bounds of a window.
	 * @param stage the stage that the window has at the moment
	 * @param scene the content
	 * @param constraints the limits of its size
	 * @param width width of the content before it is shown
	 * @param height height of the content before it is shown
	 * @param resized told that the content may have another size, once it is watched
	 */
	FxBounds(Supplier<Stage> stage, Scene scene, SizeConstraints constraints, double width, double height,
			Runnable resized) {
		this.stage = stage;
		this.scene = scene;
		this.constraints = constraints;
		this.width = width;
		this.height = height;
		this.resized = resized;
	}

	void watch() {
		this.scene.widthProperty().addListener((property) -> measure());
		this.scene.heightProperty().addListener((property) -> measure());
	}

	private void measure() {
		this.borders = null;
		if (stage().isShowing()) {
			this.width = this.scene.getWidth();
			this.height = this.scene.getHeight();
		}
		this.resized.run();
	}

	private Stage stage() {
		return this.stage.get();
	}

	/**
	 * The stage was shown for a content of such a size.
	 */
	void opened(double width, double height) {
		this.opening = new FxOpeningSize(width, height, System.nanoTime());
		if (!stage().isMaximized() && !stage().isFullScreen()
				&& (this.scene.getWidth() != width || this.scene.getHeight() != height)) {
			size(width, height);
		}
	}

	/**
	 * Ask again for the size that the window was opened with, if the platform has
	 * forgotten it.
	 * @return whether it had
	 */
	boolean reopen() {
		FxOpeningSize opening = this.opening;
		if (opening == null || !opening.isForgotten(this.width, this.height)) {
			return false;
		}
		size(opening.width(), opening.height());
		return true;
	}

	PhysicalSize innerSize() {
		return new PhysicalSize(pixels(this.width, stage().getOutputScaleX()),
				pixels(this.height, stage().getOutputScaleY()));
	}

	PhysicalSize outerSize() {
		return new PhysicalSize(pixels(this.width + borderWidth(), stage().getOutputScaleX()),
				pixels(this.height + borderHeight(), stage().getOutputScaleY()));
	}

	PhysicalPosition innerPosition() {
		return new PhysicalPosition(pixels(contentLeft(), stage().getOutputScaleX()),
				pixels(contentTop(), stage().getOutputScaleY()));
	}

	PhysicalPosition outerPosition() {
		return new PhysicalPosition(pixels(left(), stage().getOutputScaleX()),
				pixels(top(), stage().getOutputScaleY()));
	}

	private static int pixels(double logical, double scale) {
		return (int) Math.round(logical * scale);
	}

	/**
	 * The width of the content.
	 */
	double width() {
		return this.width;
	}

	/**
	 * The height of the content.
	 */
	double height() {
		return this.height;
	}

	private double left() {
		return edge(stage().getX());
	}

	private double top() {
		return edge(stage().getY());
	}

	double contentLeft() {
		return left() + edge(this.scene.getX());
	}

	double contentTop() {
		return top() + edge(this.scene.getY());
	}

	// What JavaFX does not know, as the place of a stage that was never shown, is not a
	// number.
	private static double edge(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

	private double borderWidth() {
		if (this.borders != null) {
			return this.borders.getWidth();
		}
		return stage().isShowing() ? Math.max(0, stage().getWidth() - this.scene.getWidth()) : 0;
	}

	private double borderHeight() {
		if (this.borders != null) {
			return this.borders.getHeight();
		}
		return stage().isShowing() ? Math.max(0, stage().getHeight() - this.scene.getHeight()) : 0;
	}

	/**
	 * Resize the content within the constraints.
	 */
	void resize(double width, double height) {
		this.opening = null;
		double toWidth = Math.max(1, this.constraints.width(width));
		double toHeight = Math.max(1, this.constraints.height(height));
		if (stage().isShowing()) {
			size(toWidth, toHeight);
		}
		else if (toWidth != this.width || toHeight != this.height) {
			this.width = toWidth;
			this.height = toHeight;
			measure();
		}
	}

	private void size(double width, double height) {
		change((borderWidth, borderHeight) -> {
			stage().setWidth(width + borderWidth);
			stage().setHeight(height + borderHeight);
		});
	}

	// A stage tells a size that it is given at once, its content has it only later.
	private void change(BiConsumer<Double, Double> change) {
		Dimension2D before = new Dimension2D(borderWidth(), borderHeight());
		double width = stage().getWidth();
		double height = stage().getHeight();
		change.accept(before.getWidth(), before.getHeight());
		if (stage().isShowing() && (stage().getWidth() != width || stage().getHeight() != height)) {
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
		if (!stage().isShowing()) {
			resize(width, height);
			return;
		}
		boolean fits = width == this.width && height == this.height;
		limit();
		if (!fits && !stage().isMaximized() && !stage().isFullScreen()) {
			size(width, height);
		}
	}

	/**
	 * Hold the stage to the constraints. It limits its outer size, and its borders are
	 * known only once it is shown.
	 */
	void limit() {
		SizeConstraints to = this.constraints;
		change((borderWidth, borderHeight) -> {
			stage().setMinWidth((to.minWidth() != null) ? to.minWidth() + borderWidth : 0);
			stage().setMinHeight((to.minHeight() != null) ? to.minHeight() + borderHeight : 0);
			stage().setMaxWidth((to.maxWidth() != null) ? to.maxWidth() + borderWidth : Double.MAX_VALUE);
			stage().setMaxHeight((to.maxHeight() != null) ? to.maxHeight() + borderHeight : Double.MAX_VALUE);
		});
	}

	void move(double x, double y) {
		stage().setX(x);
		stage().setY(y);
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

}
