package dev.tauriboot.conformance;

import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 277 to 279 of the plugins' contract: the unmodified package
 * {@code @tauri-apps/plugin-positioner}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PositionerPluginTests extends DataPluginTests {

	private static final int WIDTH = 300;

	private static final int HEIGHT = 201;

	@BeforeEach
	void resize() {
		window().setSize(WIDTH, HEIGHT);
		Awaitility.await()
			.untilAsserted(() -> assertThat(window().outerSize()).isEqualTo(new PhysicalSize(WIDTH, HEIGHT)));
	}

	private Window window() {
		return webview("placed").window();
	}

	private JsonNode position(String body) throws Exception {
		return jsIn("placed",
				"""
						const { moveWindow, moveWindowConstrained, handleIconState, Position } = await import('@tauri-apps/plugin-positioner');
						%s
						"""
					.formatted(body));
	}

	private void assertMoved(String function, String place, int x, int y) throws Exception {
		assertThat(position("return await %s(Position.%s) ?? null;".formatted(function, place)).isNull()).isTrue();
		Awaitility.await()
			.untilAsserted(() -> assertThat(window().outerPosition()).as(place).isEqualTo(new PhysicalPosition(x, y)));
	}

	// row 278, before any test says where the tray icon is
	@Test
	@Order(1)
	void trayMustBeKnown() throws Exception {
		assertThat(position("""
				return Promise.all([moveWindow(Position.TrayLeft), moveWindowConstrained(Position.TrayBottomCenter)]
				  .map(rejection));
				""").toString()).isEqualTo("[\"Tray position not set\",\"Tray position not set\"]");
	}

	// row 277
	@Test
	@Order(2)
	void placesAreExact() throws Exception {
		Monitor monitor = window().currentMonitor();
		assertThat(monitor).isNotNull();
		int left = monitor.position().x();
		int top = monitor.position().y();
		int center = left + monitor.size().width() / 2 - WIDTH / 2;
		int middle = top + monitor.size().height() / 2 - HEIGHT / 2;
		int right = left + monitor.size().width() - WIDTH;
		int bottom = top + monitor.size().height() - HEIGHT;
		assertMoved("moveWindow", "BottomRight", right, bottom);
		assertMoved("moveWindow", "TopLeft", left, top);
		assertMoved("moveWindow", "TopRight", right, top);
		assertMoved("moveWindow", "BottomLeft", left, bottom);
		assertMoved("moveWindow", "TopCenter", center, top);
		assertMoved("moveWindow", "BottomCenter", center, bottom);
		assertMoved("moveWindow", "LeftCenter", left, middle);
		assertMoved("moveWindow", "RightCenter", right, middle);
		assertMoved("moveWindowConstrained", "Center", center, middle);
	}

	// row 279
	@Test
	@Order(3)
	void iconIsToldInEveryForm() throws Exception {
		Monitor monitor = window().currentMonitor();
		int right = monitor.position().x() + monitor.size().width();
		position(
				"""
						const { PhysicalPosition, PhysicalSize } = await import('@tauri-apps/api/dpi');
						await handleIconState({ rect: { position: new PhysicalPosition(400, 300), size: new PhysicalSize(24, 22) } });
						""");
		assertMoved("moveWindow", "TrayBottomRight", 424, 300);
		assertMoved("moveWindow", "TrayLeft", 400, 99);
		position(
				"await handleIconState({ rect: { position: { x: 401.4, y: 301 }, size: { width: 24, height: 22 } } });");
		assertMoved("moveWindow", "TrayBottomCenter", 401 + 12 - WIDTH / 2, 301);
		position("""
				await handleIconState({ rect: { position: { Physical: { x: %d, y: 302 } },
				  size: { Physical: { width: 24, height: 22 } } } });
				""".formatted(right - 24));
		assertMoved("moveWindow", "TrayBottomLeft", right - 24, 302);
		assertMoved("moveWindowConstrained", "TrayBottomLeft", right - WIDTH, 302);
	}

	@Test
	@Order(4)
	void badInputIsRejected() throws Exception {
		JsonNode errors = position("""
				const state = (position, size) => invoke('plugin:positioner|set_tray_icon_state', { position, size });
				const size = { width: 1, height: 1 };
				return Promise.all([moveWindow(15), moveWindow(-1), moveWindow('TopLeft'), moveWindowConstrained(1.5),
				  state({}, size), state({ x: '1', y: 2 }, size), state({ Physical: 1 }, size), state({ x: 1, y: 2 }),
				  state({ x: 1e300, y: 2 }, size)].map(rejection));
				""");
		assertThat(errors.values().stream().map(JsonNode::asString)).hasSize(9)
			.allSatisfy((text) -> assertThat(text).matches("invalid args `(position|size)` for command `\\w+`: .+"));
	}

}
