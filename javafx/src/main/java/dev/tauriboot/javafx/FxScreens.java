package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Screens;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * The screens of JavaFX as monitors. JavaFX has no names for them.
 */
final class FxScreens implements Screens {

	private final FxMainThread mainThread;

	FxScreens(FxMainThread mainThread) {
		this.mainThread = mainThread;
	}

	@Override
	public List<Monitor> monitors() {
		return this.mainThread.call(() -> {
			List<Monitor> monitors = new ArrayList<>();
			for (Screen screen : Screen.getScreens()) {
				monitors.add(monitor(screen));
			}
			return monitors;
		});
	}

	@Override
	public @Nullable Monitor primary() {
		return this.mainThread.call(() -> {
			Screen screen = Screen.getPrimary();
			return (screen != null) ? monitor(screen) : null;
		});
	}

	@Override
	public PointerPosition pointer() {
		return this.mainThread.call(() -> {
			Point2D point = new Robot().getMousePosition();
			if (point == null) {
				return new PointerPosition(0, 0);
			}
			Screen screen = screenOf(new Rectangle2D(point.getX(), point.getY(), 1, 1));
			double scale = (screen != null) ? screen.getOutputScaleX() : 1;
			return new PointerPosition(point.getX() * scale, point.getY() * scale);
		});
	}

	static Monitor monitor(Screen screen) {
		double scale = screen.getOutputScaleX();
		Rectangle2D bounds = screen.getBounds();
		Rectangle2D visible = screen.getVisualBounds();
		return new Monitor(null, scale, position(bounds, scale), size(bounds, scale),
				new Monitor.Area(position(visible, scale), size(visible, scale)));
	}

	private static PhysicalPosition position(Rectangle2D bounds, double scale) {
		return new PhysicalPosition((int) Math.round(bounds.getMinX() * scale),
				(int) Math.round(bounds.getMinY() * scale));
	}

	private static PhysicalSize size(Rectangle2D bounds, double scale) {
		return new PhysicalSize((int) Math.round(bounds.getWidth() * scale),
				(int) Math.round(bounds.getHeight() * scale));
	}

	/**
	 * The screen that shows most of an area.
	 * @return the screen, the primary one if none shows it
	 */
	static @Nullable Screen screenOf(Rectangle2D area) {
		Screen best = Screen.getPrimary();
		double most = 0;
		for (Screen screen : Screen.getScreens()) {
			Rectangle2D bounds = screen.getBounds();
			double width = Math.min(area.getMaxX(), bounds.getMaxX()) - Math.max(area.getMinX(), bounds.getMinX());
			double height = Math.min(area.getMaxY(), bounds.getMaxY()) - Math.max(area.getMinY(), bounds.getMinY());
			if (width > 0 && height > 0 && width * height > most) {
				most = width * height;
				best = screen;
			}
		}
		return best;
	}

}
