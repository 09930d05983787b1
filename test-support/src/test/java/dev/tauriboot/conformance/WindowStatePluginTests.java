package dev.tauriboot.conformance;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 271 to 276 of the plugins' contract: the unmodified package
 * {@code @tauri-apps/plugin-window-state}.
 */
class WindowStatePluginTests extends DataPluginTests {

	@Autowired
	private JsonMapper mapper;

	private final String label = "state-" + UUID.randomUUID();

	@AfterEach
	void closeWindow() {
		close();
	}

	private void close() {
		Window window = this.runtime.find(Label.of(this.label));
		if (window != null) {
			window.close();
		}
		Awaitility.await().until(() -> this.runtime.find(Label.of(this.label)) == null);
	}

	private JsonNode state(String body) throws Exception {
		return jsIn(this.label, """
				const plugin = await import('@tauri-apps/plugin-window-state');
				const { saveWindowState, restoreState, restoreStateCurrent, filename, StateFlags } = plugin;
				%s
				""".formatted(body));
	}

	private Window window() {
		return webview(this.label).window();
	}

	private JsonNode saved() throws Exception {
		return this.mapper.readTree(Files.readString(config(".window-state.json"))).path(this.label);
	}

	// row 271
	@Test
	void stateIsSavedAndRestored() throws Exception {
		place(111, 77, 456, 321);
		assertThat(state(
				"return [await saveWindowState() ?? null, await invoke('plugin:window-state|save_window_state')];")
			.toString()).isEqualTo("[null,null]");
		assertThat(saved().toString()).isEqualTo("{\"width\":456,\"height\":321,\"x\":111,\"y\":77,\"prev_x\":"
				+ saved().get("prev_x") + ",\"prev_y\":" + saved().get("prev_y")
				+ ",\"maximized\":false,\"visible\":true,\"decorated\":true,\"fullscreen\":false}");
		// tracked too, so that only what is written is asked for
		state("await saveWindowState(StateFlags.ALL); await restoreStateCurrent(StateFlags.SIZE | StateFlags.POSITION);");
		assertThat(window().outerPosition()).isEqualTo(new PhysicalPosition(111, 77));
		assertThat(window().innerSize()).isEqualTo(new PhysicalSize(456, 321));
	}

	private void place(int x, int y, int width, int height) {
		window().setPosition(x, y);
		window().setSize(width, height);
		Awaitility.await().untilAsserted(() -> {
			assertThat(window().outerPosition()).isEqualTo(new PhysicalPosition(x, y));
			assertThat(window().innerSize()).isEqualTo(new PhysicalSize(width, height));
		});
	}

	// row 272
	@Test
	void windowOpensWhereItWasClosed() throws Exception {
		place(90, 60, 400, 300);
		close();
		Window again = this.runtime.create(WindowOptions.of(this.label));
		assertThat(again.outerPosition()).isEqualTo(new PhysicalPosition(90, 60));
		assertThat(again.innerSize()).isEqualTo(new PhysicalSize(400, 300));
		Awaitility.await()
			.ignoreExceptionsInstanceOf(NoSuchFileException.class)
			.untilAsserted(() -> assertThat(saved().path("width").asInt()).isEqualTo(400));
	}

	// row 276
	@Test
	void windowThatWasOffTheScreensKeepsItsSizeOnly() throws Exception {
		place(-5000, 60, 400, 300);
		close();
		Window again = this.runtime.create(WindowOptions.of(this.label));
		assertThat(again.innerSize()).isEqualTo(new PhysicalSize(400, 300));
		assertThat(again.outerPosition().x()).isNotNegative();
	}

	// rows 273 and 274
	@Test
	void failuresAreTexts() throws Exception {
		assertThat(state("""
				return Promise.all([restoreState('nope'), restoreState('no window'), saveWindowState(64),
				  restoreState('nope', 128), saveWindowState(-1)].map(rejection));
				""").toString()).isEqualTo("[\"Couldn't find window with label: nope\","
				+ "\"Couldn't find window with label: no window\",\"Invalid state flags bits: 64\","
				+ "\"Invalid state flags bits: 128\",\"Invalid state flags bits: -1\"]");
		assertThat(state("return rejection(saveWindowState('all'));").asString())
			.startsWith("invalid args `flags` for command `save_window_state`: ");
	}

	// row 275
	@Test
	void filenameIsTold() throws Exception {
		assertThat(state("return filename();").asString()).isEqualTo(".window-state.json");
	}

}
