package dev.tauriboot.test;

import java.time.Duration;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.junit.jupiter.api.Test;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Where windows are, and how large.
 */
abstract class WindowBoundsKit extends RuntimeKit {

	WindowBoundsKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	// row 119
	@Test
	void monitorsHaveWorkAreas() {
		Screens screens = runtime().screens();
		Monitor primary = screens.primary();
		Assert.state(primary != null, "there is no primary monitor");
		assertThat(screens.monitors()).contains(primary);
		assertThat(screens.at(primary.position().x(), primary.position().y())).isEqualTo(primary);
		assertThat(screens.at(-1e6, -1e6)).isNull();
		assertThat(primary.scaleFactor()).isPositive();
		assertThat(primary.workArea().size().width()).isPositive().isLessThanOrEqualTo(primary.size().width());
		assertThat(primary.workArea().size().height()).isPositive().isLessThanOrEqualTo(primary.size().height());
		Window window = runtime().create(WindowOptions.of("main"));
		assertThat(window.currentMonitor()).isEqualTo(primary);
		assertThat(window.scaleFactor()).isEqualTo(primary.scaleFactor());
	}

	@Test
	void pointerIsWhereItWasMovedTo() {
		Window window = runtime().create(WindowOptions.of("main").withDecorations(false));
		window.setPosition(40, 30);
		window.setCursorPosition(10, 20);
		double scale = window.scaleFactor();
		eventually("the pointer to move").untilAsserted(
				() -> assertThat(runtime().screens().pointer()).isEqualTo(new PointerPosition(50 * scale, 50 * scale)));
	}

	@Test
	void sizeAndPositionChange() {
		Recorder told = record();
		Window window = runtime().create(WindowOptions.of("main"));
		double scale = window.scaleFactor();
		PhysicalSize size = PhysicalSize.of(420, 240, scale);
		PhysicalPosition position = PhysicalPosition.of(30, 40, scale);
		window.setSize(420, 240);
		window.setPosition(30, 40);
		eventually("size and position").untilAsserted(() -> {
			assertThat(window.innerSize()).isEqualTo(size);
			assertThat(window.outerPosition()).isEqualTo(position);
			assertThat(told.events).contains("resized main " + size.width() + " " + size.height(),
					"moved main " + position.x() + " " + position.y());
		});
		assertThat(window.outerSize().width()).isGreaterThanOrEqualTo(size.width());
		assertThat(window.outerSize().height()).isGreaterThanOrEqualTo(size.height());
		assertThat(window.innerPosition().x()).isGreaterThanOrEqualTo(position.x());
		assertThat(window.innerPosition().y()).isGreaterThanOrEqualTo(position.y());
	}

	@Test
	void lastOfSeveralSizesCounts() {
		Window window = runtime().create(WindowOptions.of("main").withSize(400, 300));
		double scale = window.scaleFactor();
		onMainThread(() -> {
			window.setSize(500, 350);
			window.setSize(420, 240);
		});
		eventually("the size").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(420 * scale), (int) Math.round(240 * scale))));
		onMainThread(() -> {
			window.setSizeConstraints(new SizeConstraints(500d, null, null, null));
			window.setSizeConstraints(new SizeConstraints(500d, null, 600d, 200d));
		});
		eventually("the size to fit").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize((int) Math.round(500 * scale), (int) Math.round(200 * scale))));
	}

	@Test
	void hiddenWindowHasSizeAndPosition() {
		Window window = runtime().create(WindowOptions.of("main").withSize(500, 400).withVisible(false));
		double scale = window.scaleFactor();
		assertThat(window.isVisible()).isFalse();
		assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(500, 400, scale));
		window.setSize(320, 200);
		window.setPosition(7, 8);
		PhysicalSize size = PhysicalSize.of(320, 200, scale);
		assertThat(window.innerSize()).isEqualTo(size);
		window.show();
		eventually("the window to show").untilAsserted(() -> {
			assertThat(window.isVisible()).isTrue();
			assertThat(window.innerSize()).isEqualTo(size);
			assertThat(window.outerPosition()).isEqualTo(PhysicalPosition.of(7, 8, scale));
		});
		window.hide();
		eventually("the window to hide").until(() -> !window.isVisible());
	}

	@Test
	void constraintsLimitTheSize() {
		Window window = runtime().create(WindowOptions.of("main").withSize(400, 300));
		double scale = window.scaleFactor();
		window.setSizeConstraints(new SizeConstraints(450d, null, null, 250d));
		assertThat(window.sizeConstraints()).isEqualTo(new SizeConstraints(450d, null, null, 250d));
		eventually("the size to fit")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(450, 250, scale)));
		window.setSize(200, 200);
		eventually("the least width")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(450, 200, scale)));
		window.setSizeConstraints(SizeConstraints.NONE);
		window.setSize(200, 260);
		eventually("any size")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(200, 260, scale)));
	}

	@Test
	void windowThatItsUserCannotResizeHasTheSizeItIsGiven() {
		Window window = runtime().create(WindowOptions.of("main").withSize(400, 300));
		double scale = window.scaleFactor();
		window.setSize(390, 310);
		eventually("the size")
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(390, 310, scale)));
		window.setResizable(false);
		eventually("the same size").during(Duration.ofMillis(300))
			.untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(390, 310, scale)));
		// A window manager may give it other borders, and the size is told with those
		// before.
		eventually("another size").untilAsserted(() -> {
			window.setSize(420, 240);
			assertThat(window.innerSize()).isEqualTo(PhysicalSize.of(420, 240, scale));
		});
	}

	@Test
	void windowIsNoLargerThanItsScreenIfItMustNotOverflow() {
		WindowTraits traits = WindowTraits.DEFAULT.withPreventOverflow(new PhysicalSize(100, 50));
		Window window = runtime().create(WindowOptions.of("main").withSize(50_000, 50_000).withTraits(traits));
		Monitor monitor = runtime().screens().primary();
		Assert.state(monitor != null, "there is no monitor");
		PhysicalSize area = monitor.workArea().size();
		eventually("the size to fit").untilAsserted(() -> assertThat(window.innerSize())
			.isEqualTo(new PhysicalSize(area.width() - 100, area.height() - 50)));
	}

	@Test
	void windowCanBeCentered() {
		Window window = runtime().create(WindowOptions.of("main").withSize(400, 300));
		window.setPosition(0, 0);
		window.center();
		Monitor monitor = window.currentMonitor();
		Assert.state(monitor != null, "there is no monitor");
		Monitor.Area area = monitor.workArea();
		eventually("the window to be in the middle").untilAsserted(() -> {
			PhysicalPosition position = window.outerPosition();
			PhysicalSize size = window.outerSize();
			assertThat(position.x() * 2 + size.width()).isBetween(area.position().x() * 2 + area.size().width() - 3,
					area.position().x() * 2 + area.size().width() + 3);
			assertThat(position.y() * 2 + size.height()).isBetween(area.position().y() * 2 + area.size().height() - 3,
					area.position().y() * 2 + area.size().height() + 3);
		});
	}

	@Test
	void fullScreenIsOnTheMonitorAskedFor() {
		Window window = runtime().create(WindowOptions.of("main"));
		Monitor monitor = runtime().screens().primary();
		Assert.state(monitor != null, "there is no monitor");
		PhysicalPosition position = monitor.position();
		window.setFullscreenOn(new PhysicalPosition(position.x() + 1, position.y() + 1));
		eventually("full screen").until(window::isFullscreen);
		assertThat(window.currentMonitor()).isEqualTo(monitor);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> window.setFullscreenOn(new PhysicalPosition(-1_000_000, -1_000_000)));
	}

}
