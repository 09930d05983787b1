package dev.tauriboot.plugin.windowstate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.tauriboot.Label;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WindowStates}: rows 271 to 276 of the plugins' contract, from the back
 * end.
 */
class WindowStatesTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	private boolean automatic = true;

	private Set<StateFlag> flags = WindowStates.ALL;

	/**
	 * An application as far as its windows go.
	 */
	private final class Application {

		private final MemoryRuntime runtime = new MemoryRuntime(() -> {
		});

		private final WindowStates states = new WindowStates(this.runtime, settings(".window-state.json"));

		private Application() {
			this.runtime.addListener(this.states);
			this.runtime.start();
		}

		private void exit() {
			this.states.finish();
			this.runtime.stop();
		}

	}

	private WindowStates.Settings settings(String filename) {
		UnaryOperator<String> labels = (label) -> label.startsWith("note-") ? "note" : label;
		return new WindowStates.Settings(() -> this.folder.resolve("config"), filename, this.flags,
				() -> this.automatic, Set.of("denied"), Set.of("skipped"), labels);
	}

	private Path file() {
		return this.folder.resolve("config/.window-state.json");
	}

	private void write(String json) throws IOException {
		Files.createDirectories(file().getParent());
		Files.writeString(file(), json);
	}

	private static String state(int x, int y) {
		return "{\"main\":{\"width\":640,\"height\":480,\"x\":" + x + ",\"y\":" + y + ",\"prev_x\":7,\"prev_y\":8,"
				+ "\"maximized\":false,\"visible\":true,\"decorated\":true,\"fullscreen\":false,\"more\":[]}}";
	}

	// row 272
	@Test
	void windowOpensWhereItWas() throws IOException {
		Application first = new Application();
		Window window = first.runtime.create(WindowOptions.of("main"));
		window.setPosition(100, 50);
		window.setSize(500, 400);
		window.set(WindowFlag.DECORATIONS, false);
		window.setPosition(120, 60);
		first.exit();
		assertThat(Files.readString(file())).isEqualToIgnoringNewLines("""
				{
				  "main": {
				    "width": 500,
				    "height": 400,
				    "x": 120,
				    "y": 60,
				    "prev_x": 100,
				    "prev_y": 50,
				    "maximized": false,
				    "visible": true,
				    "decorated": false,
				    "fullscreen": false
				  }
				}""");
		Window again = new Application().runtime.create(WindowOptions.of("main"));
		assertThat(again.outerPosition()).isEqualTo(new PhysicalPosition(120, 60));
		assertThat(again.innerSize()).isEqualTo(new PhysicalSize(500, 400));
		assertThat(again.isDecorated()).isFalse();
	}

	@Test
	void maximizedWindowKeepsItsSizeAndPlace() {
		Application first = new Application();
		Window window = first.runtime.create(WindowOptions.of("main"));
		window.setPosition(100, 50);
		window.setPosition(200, 80);
		window.setSize(500, 400);
		window.maximize();
		window.setPosition(0, 0);
		window.setSize(1920, 1080);
		first.exit();
		Window again = new Application().runtime.create(WindowOptions.of("main"));
		assertThat(again.isMaximized()).isTrue();
		assertThat(again.outerPosition()).isEqualTo(new PhysicalPosition(200, 80));
		assertThat(again.innerSize()).isEqualTo(new PhysicalSize(500, 400));
	}

	@Test
	void closedWindowIsKept() {
		Application application = new Application();
		Window window = application.runtime.create(WindowOptions.of("main"));
		window.setPosition(100, 50);
		window.setFullscreen(true);
		window.close();
		Awaitility.await().atMost(LIMIT).until(() -> Files.exists(file()));
		Window again = application.runtime.create(WindowOptions.of("main"));
		assertThat(again.isFullscreen()).isTrue();
		assertThat(again.outerPosition()).isEqualTo(new PhysicalPosition(100, 50));
	}

	@Test
	void hiddenWindowIsShownIfItWas() throws IOException {
		write(state(1, 2));
		WindowOptions hidden = new WindowOptions(Label.of("main"), "index.html", "", 10, 10, null, null, null, null,
				null, null, true, true, false, false, false, true, false, false);
		Window window = new Application().runtime.create(hidden);
		assertThat(window.isVisible()).isTrue();
		assertThat(window.isFocused()).isTrue();
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(1, 2));
		this.flags = EnumSet.of(StateFlag.SIZE);
		Window other = new Application().runtime.create(hidden);
		assertThat(other.isVisible()).isFalse();
		assertThat(other.innerSize()).isEqualTo(new PhysicalSize(640, 480));
	}

	// row 276
	@ParameterizedTest
	@ValueSource(ints = { -5000, 1920, 5000, -640 })
	void positionOnAVanishedMonitorIsLeft(int x) throws IOException {
		write(state(x, 100));
		Application application = new Application();
		Window window = application.runtime.create(WindowOptions.of("main"));
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(0, 0));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(640, 480));
		window.setPosition(5, 5);
		application.states.restore(Label.of("main"));
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(5, 5));
	}

	@Test
	void oneCornerOnAMonitorIsEnough() throws IOException {
		write(state(-639, 1079));
		assertThat(new Application().runtime.create(WindowOptions.of("main")).outerPosition())
			.isEqualTo(new PhysicalPosition(-639, 1079));
	}

	@Test
	void scaleOfTheMonitorCounts() throws IOException {
		write(state(3000, 200));
		Application application = new Application();
		Monitor.Area area = new Monitor.Area(new PhysicalPosition(2000, 0), new PhysicalSize(4000, 2000));
		application.runtime.screens()
			.setMonitors(List.of(new Monitor("retina", 2, area.position(), area.size(), area)));
		Window window = application.runtime.create(WindowOptions.of("main"));
		// The window of this runtime takes logical pixels for physical ones.
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(1500, 100));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(320, 240));
	}

	// rows 271 and 273
	@Test
	void stateIsSavedAndRestoredWhenAsked() throws IOException {
		this.automatic = false;
		Application application = new Application();
		Window window = application.runtime.create(WindowOptions.of("main"));
		window.setPosition(10, 20);
		application.states.save();
		assertThat(Files.readString(file())).contains("\"x\": 10");
		window.setPosition(30, 40);
		window.setSize(300, 200);
		application.states.restore(Label.of("main"), EnumSet.of(StateFlag.POSITION));
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(10, 20));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(300, 200));
		application.states.restore(Label.of("main"));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(800, 600));
		window.setPosition(30, 40);
		application.states.save(EnumSet.of(StateFlag.SIZE));
		assertThat(Files.readString(file())).contains("\"x\": 10");
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> application.states.restore(Label.of("nope")))
			.withMessage("Couldn't find window with label: nope");
	}

	@Test
	void nothingHappensUnasked() throws IOException {
		write(state(1, 2));
		this.automatic = false;
		Application application = new Application();
		Window window = application.runtime.create(WindowOptions.of("main"));
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(0, 0));
		window.setPosition(9, 9);
		window.close();
		application.exit();
		assertThat(file()).hasContent(state(1, 2));
	}

	@Test
	void labelsDecide() throws IOException {
		write("{}");
		Application first = new Application();
		for (String label : List.of("denied", "skipped", "note-1")) {
			first.runtime.create(WindowOptions.of(label)).setPosition(10, 20);
		}
		first.exit();
		assertThat(Files.readString(file())).doesNotContain("denied").contains("\"skipped\"", "\"note\"");
		MemoryRuntime second = new Application().runtime;
		assertThat(second.create(WindowOptions.of("denied")).outerPosition()).isEqualTo(new PhysicalPosition(0, 0));
		assertThat(second.create(WindowOptions.of("skipped")).outerPosition()).isEqualTo(new PhysicalPosition(0, 0));
		assertThat(second.create(WindowOptions.of("note-2")).outerPosition()).isEqualTo(new PhysicalPosition(10, 20));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "{", "[]", "null", "3", "{\"main\":null}", "{\"main\":3}", "{\"main\":{\"x\":\"far\"}}",
					"{\"main\":{\"width\":-5,\"height\":0,\"x\":null}}", "{\"main\":{\"x\":99999999999}}" })
	void brokenFileIsAsIfItWereNotThere(String json) throws IOException {
		write(json);
		Application application = new Application();
		Window window = application.runtime.create(WindowOptions.of("main"));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(800, 600));
		window.setPosition(10, 20);
		application.exit();
		assertThat(Files.readString(file())).contains("\"x\": 10");
	}

	@Test
	void fileThatCannotBeWrittenIsAnError() throws IOException {
		Files.createDirectories(file().resolve("folder"));
		Application application = new Application();
		application.runtime.create(WindowOptions.of("main"));
		assertThatExceptionOfType(InvokeException.class).isThrownBy(application.states::save);
		application.exit();
	}

	// row 274
	@ParameterizedTest
	@ValueSource(longs = { 64, -1, 127, 1L << 40 })
	void otherBitsAreInvalid(long bits) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> StateFlag.of(bits))
			.withMessage("Invalid state flags bits: " + bits);
	}

	@Test
	void bitsAreFlags() {
		assertThat(StateFlag.of(63)).isEqualTo(WindowStates.ALL);
		assertThat(StateFlag.of(0)).isEmpty();
		assertThat(StateFlag.of(34)).containsExactlyInAnyOrder(StateFlag.POSITION, StateFlag.FULLSCREEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "..", "a/b", "/a", "../a" })
	void filenameIsAName(String filename) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(filename));
	}

}
