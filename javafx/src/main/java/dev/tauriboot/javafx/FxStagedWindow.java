package dev.tauriboot.javafx;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Window;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a window is by its stage alone: its title, size, place and state.
 */
abstract class FxStagedWindow implements Window {

	private final FxMainThread mainThread;

	FxStagedWindow(FxMainThread mainThread) {
		this.mainThread = mainThread;
	}

	/**
	 * The stage's keeper.
	 */
	abstract FxFrame frame();

	final FxMainThread mainThread() {
		return this.mainThread;
	}

	final Stage stage() {
		return frame().current();
	}

	private FxBounds bounds() {
		return frame().bounds();
	}

	@Override
	public String title() {
		return mainThread().call(() -> stage().getTitle());
	}

	@Override
	public void setTitle(String title) {
		Assert.notNull(title, "'title' must not be null");
		mainThread().execute(() -> stage().setTitle(title));
	}

	@Override
	public PhysicalSize innerSize() {
		return mainThread().call(bounds()::innerSize);
	}

	@Override
	public PhysicalSize outerSize() {
		return mainThread().call(bounds()::outerSize);
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be above 0");
		mainThread().execute(() -> bounds().resize(width, height));
	}

	@Override
	public SizeConstraints sizeConstraints() {
		return mainThread().call(bounds()::constraints);
	}

	@Override
	public void setSizeConstraints(SizeConstraints constraints) {
		Assert.notNull(constraints, "'constraints' must not be null");
		mainThread().execute(() -> bounds().constrain(constraints));
	}

	@Override
	public PhysicalPosition innerPosition() {
		return mainThread().call(bounds()::innerPosition);
	}

	@Override
	public PhysicalPosition outerPosition() {
		return mainThread().call(bounds()::outerPosition);
	}

	@Override
	public void setPosition(double x, double y) {
		mainThread().execute(() -> bounds().move(x, y));
	}

	@Override
	public void center() {
		mainThread().execute(bounds()::center);
	}

	@Override
	public double scaleFactor() {
		return mainThread().call(() -> stage().getOutputScaleX());
	}

	@Override
	public @Nullable Monitor currentMonitor() {
		return mainThread().call(() -> {
			Screen screen = bounds().screen();
			return (screen != null) ? FxScreens.monitor(screen) : null;
		});
	}

	@Override
	public void show() {
		mainThread().execute(frame()::show);
	}

	@Override
	public void hide() {
		mainThread().execute(frame()::hide);
	}

	@Override
	public boolean isVisible() {
		return mainThread().call(() -> stage().isShowing());
	}

	@Override
	public void focus() {
		mainThread().execute(frame()::focus);
	}

	@Override
	public boolean isFocused() {
		return mainThread().call(() -> FxFocus.isOn(frame()));
	}

	@Override
	public void maximize() {
		mainThread().execute(() -> stage().setMaximized(true));
	}

	@Override
	public void unmaximize() {
		mainThread().execute(() -> stage().setMaximized(false));
	}

	@Override
	public boolean isMaximized() {
		return mainThread().call(() -> stage().isMaximized());
	}

	@Override
	public void minimize() {
		mainThread().execute(frame()::minimize);
	}

	@Override
	public void unminimize() {
		mainThread().execute(frame()::restore);
	}

	@Override
	public boolean isMinimized() {
		return mainThread().call(() -> stage().isIconified());
	}

	@Override
	public void setFullscreen(boolean fullscreen) {
		mainThread().execute(() -> stage().setFullScreen(fullscreen));
	}

	@Override
	public void setFullscreenOn(PhysicalPosition position) {
		Assert.notNull(position, "'position' must not be null");
		mainThread().call(() -> {
			for (Screen screen : Screen.getScreens()) {
				if (FxScreens.monitor(screen).contains(position.x(), position.y())) {
					stage().setFullScreen(false);
					bounds().move(screen.getBounds().getMinX(), screen.getBounds().getMinY());
					stage().setFullScreen(true);
					return screen;
				}
			}
			throw new IllegalArgumentException("there is no monitor at that position");
		});
	}

	@Override
	public boolean isFullscreen() {
		return mainThread().call(() -> stage().isFullScreen());
	}

	@Override
	public void setResizable(boolean resizable) {
		mainThread().execute(() -> stage().setResizable(resizable));
	}

	@Override
	public boolean isResizable() {
		return mainThread().call(() -> stage().isResizable());
	}

	@Override
	public void setAlwaysOnTop(boolean alwaysOnTop) {
		mainThread().execute(() -> stage().setAlwaysOnTop(alwaysOnTop));
	}

	@Override
	public boolean isAlwaysOnTop() {
		return mainThread().call(() -> stage().isAlwaysOnTop());
	}

	@Override
	public void setCursorPosition(double x, double y) {
		mainThread().execute(() -> new Robot().mouseMove(bounds().contentLeft() + x, bounds().contentTop() + y));
	}

}
