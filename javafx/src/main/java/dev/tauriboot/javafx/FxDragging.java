package dev.tauriboot.javafx;

import java.util.function.Supplier;

import dev.tauriboot.window.ResizeDirection;
import dev.tauriboot.window.SizeConstraints;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Moves and resizes a window with the pointer. JavaFX cannot hand that to the platform,
 * so the stage follows the pointer from the point where the button went down. Lives on
 * the JavaFX application thread.
 */
final class FxDragging {

	private final Supplier<Stage> stage;

	private final Supplier<SizeConstraints> constraints;

	private @Nullable Start pressed;

	private @Nullable Start drag;

	private @Nullable ResizeDirection direction;

	FxDragging(Scene scene, Supplier<Stage> stage, Supplier<SizeConstraints> constraints) {
		this.stage = stage;
		this.constraints = constraints;
		scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
		scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::move);
		scene.addEventFilter(MouseEvent.MOUSE_RELEASED, (event) -> end());
	}

	private void press(MouseEvent event) {
		end();
		if (event.getButton() == MouseButton.PRIMARY) {
			Stage stage = this.stage.get();
			Scene scene = stage.getScene();
			this.pressed = new Start(event.getScreenX(), event.getScreenY(), stage.getX(), stage.getY(),
					scene.getWidth(), scene.getHeight());
		}
	}

	private void end() {
		this.pressed = null;
		this.drag = null;
	}

	/**
	 * Follow the pointer, if the button is still down.
	 * @param direction the edge that follows, {@code null} for the window as a whole
	 */
	void start(@Nullable ResizeDirection direction) {
		Stage stage = this.stage.get();
		if (!stage.isFullScreen() && !stage.isMaximized() && (direction == null || stage.isResizable())) {
			this.drag = this.pressed;
			this.direction = direction;
		}
	}

	private void move(MouseEvent event) {
		Start start = this.drag;
		if (start == null) {
			return;
		}
		// The page would select text meanwhile.
		event.consume();
		Stage stage = this.stage.get();
		double x = event.getScreenX() - start.pointerX();
		double y = event.getScreenY() - start.pointerY();
		ResizeDirection edge = this.direction;
		if (edge == null) {
			stage.setX(start.x() + x);
			stage.setY(start.y() + y);
		}
		else {
			resize(stage, start, edge, x, y);
		}
	}

	private void resize(Stage stage, Start start, ResizeDirection edge, double x, double y) {
		SizeConstraints constraints = this.constraints.get();
		double width = Math.max(1, constraints.width(start.width() + edge.x() * x));
		double height = Math.max(1, constraints.height(start.height() + edge.y() * y));
		Scene scene = stage.getScene();
		double borderWidth = stage.getWidth() - scene.getWidth();
		double borderHeight = stage.getHeight() - scene.getHeight();
		if (edge.x() < 0) {
			stage.setX(start.x() + start.width() - width);
		}
		if (edge.y() < 0) {
			stage.setY(start.y() + start.height() - height);
		}
		// GTK takes no notice of one without the other, now and then.
		stage.setWidth(width + borderWidth);
		stage.setHeight(height + borderHeight);
	}

	/**
	 * Where everything was when the button went down.
	 *
	 * @param pointerX the pointer on the screen
	 * @param pointerY the pointer on the screen
	 * @param x the left edge of the stage
	 * @param y the upper edge of the stage
	 * @param width the width of the content
	 * @param height the height of the content
	 */
	private record Start(double pointerX, double pointerY, double x, double y, double width, double height) {
	}

}
