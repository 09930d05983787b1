package dev.tauriboot.plugin.positioner;

import java.util.List;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Positioner}: rows 277 and 278 of the plugins' contract, from the back
 * end.
 */
class PositionerTests {

	private final MemoryRuntime runtime = new MemoryRuntime(() -> {
	});

	private final Positioner positioner = new Positioner(this.runtime);

	private Window window;

	@BeforeEach
	void twoMonitors() {
		this.runtime.screens().setMonitors(List.of(monitor(0, 0, 1000, 800, 1), monitor(1000, 200, 601, 401, 1)));
		this.runtime.start();
		this.window = this.runtime.create(WindowOptions.of("main"));
		this.window.setSize(100, 51);
		this.window.setPosition(1100, 300);
	}

	private static Monitor monitor(int x, int y, int width, int height, double scale) {
		Monitor.Area area = new Monitor.Area(new PhysicalPosition(x, y), new PhysicalSize(width, height - 40));
		return new Monitor(null, scale, area.position(), new PhysicalSize(width, height), area);
	}

	// row 277
	@ParameterizedTest
	@CsvSource({ "0,1000,200", "1,1501,200", "2,1000,550", "3,1501,550", "4,1250,200", "5,1250,550", "6,1000,375",
			"7,1501,375", "8,1250,375" })
	void placesAreOnTheMonitorOfTheWindow(int number, int x, int y) {
		this.positioner.move(this.window, Placement.ofNumber(number));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(x, y));
		this.positioner.moveConstrained(this.window, Placement.ofNumber(number));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(x, y));
	}

	@ParameterizedTest
	@CsvSource({ "9,500,349", "10,500,400", "11,530,349", "12,530,400", "13,465,349", "14,465,400" })
	void placesAtTheTray(int number, int x, int y) {
		this.positioner.setTray(new PhysicalPosition(500, 400), new PhysicalSize(30, 20));
		this.positioner.move(this.window, Placement.ofNumber(number));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(x, y));
	}

	@ParameterizedTest
	@CsvSource({ "9,900,729,970,729", "10,900,749,970,780", "11,900,729,1000,729", "12,900,749,1000,780",
			"13,900,729,935,729", "14,900,749,935,780" })
	void placesAtTheTrayStayOnItsMonitor(int number, int x, int y, int freeX, int freeY) {
		this.positioner.setTray(new PhysicalPosition(970, 780), new PhysicalSize(30, 20));
		this.positioner.moveConstrained(this.window, Placement.ofNumber(number));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(x, y));
		this.positioner.move(this.window, Placement.ofNumber(number));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(freeX, freeY));
	}

	@Test
	void windowThatIsTooLargeBeginsWithTheMonitor() {
		this.window.setSize(2000, 2000);
		this.positioner.setTray(new PhysicalPosition(970, 780), new PhysicalSize(30, 20));
		this.positioner.moveConstrained(this.window, Placement.TRAY_CENTER);
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(0, 0));
	}

	@Test
	void scaleOfTheMonitorCounts() {
		this.runtime.screens().setMonitors(List.of(monitor(0, 0, 2000, 1000, 2)));
		this.positioner.move(this.window, Placement.BOTTOM_RIGHT);
		// The window of this runtime takes logical pixels for physical ones.
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(950, 475));
	}

	// row 278
	@Test
	void trayMustBeKnown() {
		for (Placement placement : Placement.values()) {
			if (placement.isTray()) {
				assertThatExceptionOfType(InvokeException.class)
					.isThrownBy(() -> this.positioner.move(this.window, placement))
					.withMessage("Tray position not set");
			}
		}
		this.runtime.screens().setMonitors(List.of());
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> this.positioner.move(this.window, Placement.CENTER))
			.withMessage("there is no monitor");
	}

	@Test
	void numbersAreThoseOfPages() {
		assertThat(Placement.ofNumber(0)).isEqualTo(Placement.TOP_LEFT);
		assertThat(Placement.ofNumber(8)).isEqualTo(Placement.CENTER);
		assertThat(Placement.ofNumber(14)).isEqualTo(Placement.TRAY_BOTTOM_CENTER);
		assertThat(Placement.ofNumber(15)).isNull();
		assertThat(Placement.ofNumber(-1)).isNull();
	}

}
