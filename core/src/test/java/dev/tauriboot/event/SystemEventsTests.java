package dev.tauriboot.event;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SystemEvents}: section 8.7.
 */
class SystemEventsTests {

	private static final Label MAIN = Label.of("main");

	private final Events events = new Events(
			JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build(), Runnable::run);

	private final SystemEvents system = new SystemEvents(this.events);

	private final TestPage page = TestPage.of("main");

	// row 99
	@Test
	void windowEventsHaveTheirPayloads() {
		assertThat(payload("tauri://resize", () -> this.system.resized(MAIN, 3, 4)))
			.isEqualTo("{\"width\":3,\"height\":4}");
		assertThat(payload("tauri://move", () -> this.system.moved(MAIN, -3, 4))).isEqualTo("{\"x\":-3,\"y\":4}");
		assertThat(payload("tauri://destroyed", () -> this.system.destroyed(MAIN))).isEqualTo("null");
		assertThat(payload("tauri://focus", () -> this.system.focused(MAIN, true))).isEqualTo("null");
		assertThat(payload("tauri://blur", () -> this.system.focused(MAIN, false))).isEqualTo("null");
		assertThat(payload("tauri://scale-change", () -> this.system.scaleChanged(MAIN, 1.5, 3, 4)))
			.isEqualTo("{\"scaleFactor\":1.5,\"size\":{\"width\":3,\"height\":4}}");
		assertThat(payload("tauri://theme-changed", () -> this.system.themeChanged(MAIN, true))).isEqualTo("\"dark\"");
		assertThat(payload("tauri://theme-changed", () -> this.system.themeChanged(MAIN, false)))
			.isEqualTo("\"light\"");
		assertThat(payload("tauri://close-requested", () -> this.system.closeRequested(MAIN))).isEqualTo("null");
		assertThat(payload("tauri://window-created", () -> this.system.windowCreated(MAIN)))
			.isEqualTo("{\"label\":\"main\"}");
		assertThat(payload("tauri://webview-created", () -> this.system.webviewCreated(MAIN)))
			.isEqualTo("{\"label\":\"main\"}");
	}

	// row 99
	@Test
	void dragEventsHaveTheirPayloads() {
		var webview = this.page.page().webview();
		assertThat(payload("tauri://drag-enter", () -> this.system.dragEntered(webview, List.of("/a"), 1.5, 2)))
			.isEqualTo("{\"paths\":[\"/a\"],\"position\":{\"x\":1.5,\"y\":2.0}}");
		assertThat(payload("tauri://drag-over", () -> this.system.dragOver(webview, 1, 2)))
			.isEqualTo("{\"position\":{\"x\":1.0,\"y\":2.0}}");
		assertThat(payload("tauri://drag-drop", () -> this.system.dropped(webview, List.of("/a", "/b"), 1, 2)))
			.isEqualTo("{\"paths\":[\"/a\",\"/b\"],\"position\":{\"x\":1.0,\"y\":2.0}}");
		assertThat(payload("tauri://drag-leave", () -> this.system.dragLeft(webview))).isEqualTo("null");
	}

	@Test
	void dragOnAWebviewWindowReachesWhateverHasItsLabel() {
		assertThat(reaches(EventTarget.window("main"), "tauri://drag-leave",
				() -> this.system.dragLeft(this.page.page().webview())))
			.isTrue();
		assertThat(reaches(EventTarget.anyLabel("main"), "tauri://drag-leave",
				() -> this.system.dragLeft(this.page.page().webview())))
			.isTrue();
	}

	@Test
	void dragOnAChildWebviewIsAWebviewEvent() {
		var child = TestPage.of("child", "main").page().webview();
		assertThat(reaches(EventTarget.webview("child"), "tauri://drag-leave", () -> this.system.dragLeft(child)))
			.isTrue();
		assertThat(reaches(EventTarget.window("main"), "tauri://drag-leave", () -> this.system.dragLeft(child)))
			.isFalse();
		assertThat(reaches(EventTarget.anyLabel("child"), "tauri://drag-leave", () -> this.system.dragLeft(child)))
			.isFalse();
	}

	// row 100
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void pageThatListensForTheWindowDecidesAboutItsEnd(boolean webviewWindow) {
		assertThat(this.system.closeRequested(MAIN)).isFalse();
		listen(SystemEvents.CLOSE_REQUESTED,
				webviewWindow ? EventTarget.webviewWindow("main") : EventTarget.window("main"));
		assertThat(this.system.closeRequested(MAIN)).isTrue();
		assertThat(this.system.closeRequested(Label.of("other"))).isFalse();
		assertThat(this.page.frames()).hasSize(1);
	}

	// row 101
	@Test
	void listenersForAnyDoNotKeepAWindowOpen() {
		listen(SystemEvents.CLOSE_REQUESTED, EventTarget.ANY);
		listen(SystemEvents.CLOSE_REQUESTED, EventTarget.anyLabel("main"));
		assertThat(this.system.closeRequested(MAIN)).isFalse();
		assertThat(this.page.frames()).containsExactly("[5,\"tauri://close-requested\",[0],null]");
	}

	// row 97
	@Test
	void listenerOfAClosedPageDoesNotKeepAWindowOpen() {
		listen(SystemEvents.CLOSE_REQUESTED, EventTarget.window("main"));
		this.page.page().close();
		assertThat(this.system.closeRequested(MAIN)).isFalse();
	}

	private void listen(String name, EventTarget target) {
		this.events.listen(this.page.page(), EventName.of(name), target, 1);
		this.page.frames();
	}

	private boolean reaches(EventTarget target, String name, Runnable emission) {
		int id = this.events.listen(this.page.page(), EventName.of(name), target, 1);
		this.page.frames();
		emission.run();
		boolean reached = !this.page.frames().isEmpty();
		this.events.unlisten(this.page.page(), EventName.of(name), id);
		this.page.frames();
		return reached;
	}

	private String payload(String name, Runnable emission) {
		int id = this.events.listen(this.page.page(), EventName.of(name), EventTarget.ANY, 1);
		this.page.frames();
		emission.run();
		String head = "[5,\"" + name + "\",[" + id + "],";
		String frame = this.page.frames().get(0);
		assertThat(frame).startsWith(head);
		this.events.unlisten(this.page.page(), EventName.of(name), id);
		return frame.substring(head.length(), frame.length() - 1);
	}

}
