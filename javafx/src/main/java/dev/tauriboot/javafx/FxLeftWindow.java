package dev.tauriboot.javafx;

import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.WindowOptions;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * What a window leaves behind when its context ends and another is to follow. Nothing in
 * it is of that context.
 *
 * @param options its options, with the address that it showed last
 * @param firstUrl the address in its options
 * @param stage the stage, which goes on showing a picture, or is hidden
 * @param style the style of the stage
 * @param owned whether the stage belongs to another, and so cannot be used again
 * @param constraints the limits of its size
 * @param width width of its content
 * @param height height of its content
 * @param showing whether it was shown
 * @param bounds where the stage was
 */
record FxLeftWindow(WindowOptions options, String firstUrl, Stage stage, StageStyle style, boolean owned,
		SizeConstraints constraints, double width, double height, boolean showing, Rectangle2D bounds) {

	static FxLeftWindow of(WindowOptions options, String firstUrl, Stage stage, StageStyle style, boolean owned,
			SizeConstraints constraints, double width, double height) {
		boolean showing = stage.isShowing();
		Rectangle2D bounds = new Rectangle2D(number(stage.getX()), number(stage.getY()),
				Math.max(0, number(stage.getWidth())), Math.max(0, number(stage.getHeight())));
		if (owned) {
			stage.hide();
		}
		stage.setOnShown(null);
		Scene scene = stage.getScene();
		Scene still = new Scene(new Group(), scene.getWidth(), scene.getHeight(), Color.WHITE);
		if (stage.isShowing()) {
			still.setRoot(new Group(new ImageView(scene.snapshot(null))));
		}
		FxLeftWindow left = new FxLeftWindow(options, firstUrl, stage, style, owned, constraints, width, height,
				showing, bounds);
		left.show(stage, still);
		return left;
	}

	// A stage that nobody has placed is nowhere.
	private static double number(double value) {
		return Double.isNaN(value) ? 0 : value;
	}

	/**
	 * Whether a window is still described as this one was.
	 */
	boolean isFor(WindowOptions options) {
		return options.withUrl(this.options.url()).equals(this.options);
	}

	/**
	 * The stage, if it can show a window of such a kind.
	 */
	@Nullable Stage stage(StageStyle style, boolean owned) {
		if (!owned && !this.owned && style == this.style) {
			return this.stage;
		}
		this.stage.hide();
		return null;
	}

	String urlFor(WindowOptions options) {
		boolean described = options.url().equals(this.firstUrl) || options.url().equals(this.options.url());
		return described ? this.options.url() : options.url();
	}

	/**
	 * Put a window into a stage as this one was.
	 */
	void arrange(Stage to, Scene scene) {
		if (to != this.stage) {
			FxFrame.copyState(this.stage, to);
		}
		show(to, scene);
		if (this.showing && !to.isShowing()) {
			to.show();
		}
	}

	// A scene brings a size of its own.
	private void show(Stage to, Scene scene) {
		to.setScene(scene);
		if (!to.isMaximized() && !to.isFullScreen() && this.bounds.getWidth() > 0) {
			to.setX(this.bounds.getMinX());
			to.setY(this.bounds.getMinY());
			to.setWidth(this.bounds.getWidth());
			to.setHeight(this.bounds.getHeight());
		}
	}

	/**
	 * Nobody has taken it.
	 */
	void discard() {
		this.stage.hide();
	}

}
