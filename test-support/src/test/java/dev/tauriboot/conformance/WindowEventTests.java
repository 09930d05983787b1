package dev.tauriboot.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.Label;
import dev.tauriboot.event.SystemEvents;
import dev.tauriboot.test.FxUser;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 98, 99 and 100: what a page is told of windows, and what its user does to them.
 */
class WindowEventTests extends WindowTests {

	@Autowired
	SystemEvents systemEvents;

	// row 99
	@Test
	void eventsOfAWindowAreHeard() throws Exception {
		Window window = one();
		js(MODULES
				+ """
						const w = await windows.Window.getByLabel('one');
						window.heard = {};
						await w.onResized(({ payload }) => { window.heard.resized = [payload instanceof dpi.PhysicalSize, payload]; });
						await w.onMoved(({ payload }) => { window.heard.moved = [payload instanceof dpi.PhysicalPosition, payload]; });
						await w.onFocusChanged(({ payload }) => { (window.heard.focus ??= []).push(payload); });
						await w.listen('tauri://destroyed', () => { window.heard.destroyed = true; });
						await event.listen('tauri://window-created', ({ payload }) => { window.heard.created = payload.label; });
						await event.listen('tauri://webview-created', ({ payload }) => { window.heard.webview = payload.label; });
						""");
		window.setSize(333, 222);
		window.setPosition(44, 55);
		this.runtime.create(WindowOptions.of("made"));
		Awaitility.await().untilAsserted(() -> {
			JsonNode heard = js("return window.heard;");
			assertThat(heard.at("/resized").toString()).isEqualTo("[true,{\"width\":333,\"height\":222}]");
			assertThat(heard.at("/moved").toString()).isEqualTo("[true,{\"x\":44,\"y\":55}]");
			assertThat(heard.at("/created").asString()).isEqualTo("made");
			assertThat(heard.at("/webview").asString()).isEqualTo("made");
		});
		window.focus();
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return window.heard.focus;").toString()).endsWith("true]"));
		window.destroy();
		Awaitility.await().until(() -> js("return window.heard.destroyed;").asBoolean());
	}

	// row 98
	@ParameterizedTest
	@ValueSource(strings = { "@tauri-apps/api/window", "/META-INF/tauri/guest-js-legacy/2.0.3/window.js" })
	void everyListenerHearsTheSize(String module) throws Exception {
		Window window = one();
		js("""
				const { getAllWindows, PhysicalSize } = await import('%s');
				const w = (await getAllWindows()).find(({ label }) => label === 'one');
				window.sizes = {};
				for (const name of ['first', 'second']) {
				  await w.onResized(({ payload }) => {
				    window.sizes[name] = [payload instanceof PhysicalSize, payload.width, payload.height];
				  });
				}
				""".formatted(module));
		window.setSize(345, 234);
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return window.sizes;").toString())
				.isEqualTo("{\"first\":[true,345,234],\"second\":[true,345,234]}"));
	}

	// row 99
	@Test
	void scaleIsHeard() throws Exception {
		Window window = one();
		window.setTitle("scaled");
		Awaitility.await().until(() -> window.title().equals("scaled"));
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				window.scales = [];
				await w.onScaleChanged(({ payload }) => window.scales.push(payload));
				""");
		FxUser.scale("scaled", 2);
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return window.scales;").toString())
				.isEqualTo("[{\"scaleFactor\":2,\"size\":{\"width\":800,\"height\":600}}]"));
		assertThat(js(MODULES + "return (await windows.Window.getByLabel('one')).scaleFactor();").asDouble())
			.isEqualTo(2);
	}

	// row 99
	@Test
	void themeIsHeard() throws Exception {
		one();
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				window.themes = [];
				await w.onThemeChanged(({ payload }) => window.themes.push(payload));
				""");
		// JavaFX 21 does not know of a change.
		this.systemEvents.themeChanged(Label.of("one"), true);
		this.systemEvents.themeChanged(Label.of("main"), true);
		this.systemEvents.themeChanged(Label.of("one"), false);
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return window.themes;").toString()).isEqualTo("[\"dark\",\"light\"]"));
	}

	// row 99
	@Test
	void droppedFilesAreHeard() throws Exception {
		Window window = one();
		List<String> dropped = new CopyOnWriteArrayList<>();
		this.runtime.addListener(new WindowListener() {

			@Override
			public void dropped(Webview webview, List<String> paths, double x, double y) {
				dropped.addAll(paths);
			}

		});
		jsIn("one", """
				const { getCurrentWebview } = await import('@tauri-apps/api/webview');
				const { getCurrentWindow } = await import('@tauri-apps/api/window');
				window.drags = [];
				window.windowDrags = [];
				await getCurrentWebview().onDragDropEvent(({ payload }) => window.drags.push(payload));
				await getCurrentWindow().onDragDropEvent(({ payload }) => window.windowDrags.push(payload.type));
				""");
		new FileDrag(window.webviews().get(0)).run("/tmp/one.txt", "/tmp/ü two.txt");
		String paths = "[\"/tmp/one.txt\",\"/tmp/ü two.txt\"]";
		Awaitility.await()
			.untilAsserted(() -> assertThat(jsIn("one", "return window.drags;").toString())
				.isEqualTo("[{\"type\":\"enter\",\"paths\":" + paths + ",\"position\":{\"x\":10,\"y\":20}},"
						+ "{\"type\":\"over\",\"position\":{\"x\":30,\"y\":40}}," + "{\"type\":\"drop\",\"paths\":"
						+ paths + ",\"position\":{\"x\":30,\"y\":40}}," + "{\"type\":\"enter\",\"paths\":" + paths
						+ ",\"position\":{\"x\":10,\"y\":20}}," + "{\"type\":\"leave\"}]"));
		assertThat(jsIn("one", "return window.windowDrags;").toString())
			.isEqualTo("[\"enter\",\"over\",\"drop\",\"enter\",\"leave\"]");
		assertThat(dropped).containsExactly("/tmp/one.txt", "/tmp/ü two.txt");
	}

	// 1.7
	@Test
	void dragRegionsMoveAndMaximize() throws Exception {
		Window window = this.runtime.create(WindowOptions.of("one").withSize(400, 300).withDecorations(false));
		window.setPosition(100, 100);
		Webview webview = window.webviews().get(0);
		jsIn("one",
				"""
						document.body.innerHTML = '<div id="bar" data-tauri-drag-region style="position:fixed;inset:0 0 auto 0;height:40px">'
						  + '<b id="inner" style="position:absolute;left:200px;width:50px;height:40px"></b></div>'
						  + '<div id="off" data-tauri-drag-region="false" style="position:fixed;inset:100px 0 auto 0;height:40px"></div>';
						window.presses = 0;
						addEventListener('mousedown', () => { window.presses += 1; });
						""");
		Mouse mouse = new Mouse(webview);
		mouse.press(20, 20, 1);
		awaitAnswers("one");
		mouse.drag(50, 60);
		mouse.drag(70, 70);
		mouse.release(70, 70);
		Awaitility.await()
			.untilAsserted(() -> assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(150, 150)));
		assertThat(jsIn("one", "return window.presses;").asInt()).as("the page does not see the press").isZero();
		for (int[] point : new int[][] { { 220, 20 }, { 20, 120 } }) {
			mouse.press(point[0], point[1], 1);
			awaitAnswers("one");
			mouse.drag(point[0] + 30, point[1] + 30);
			mouse.release(point[0] + 30, point[1] + 30);
		}
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(150, 150));
		assertThat(jsIn("one", "return window.presses;").asInt()).isEqualTo(2);
		mouse.press(20, 20, 2);
		mouse.release(20, 20);
		Awaitility.await().until(window::isMaximized);
	}

	// 1.7
	@Test
	void dragRegionMayBeDeep() throws Exception {
		Window window = this.runtime.create(WindowOptions.of("one").withSize(400, 300).withDecorations(false));
		jsIn("one", """
				document.body.innerHTML = '<style>span, button { position: fixed; inset: 0; height: 20px }</style>'
				  + '<div data-tauri-drag-region="deep"><span><i>text</i></span><button style="top:20px"></button>'
				  + '<span style="top:40px" tabindex="0"></span><span style="top:60px" role="tab"></span>'
				  + '<span style="top:80px" data-tauri-drag-region="false"><i>text</i></span>'
				  + '<button style="top:100px" data-tauri-drag-region></button>'
				  + '<span id="shadow" style="top:120px"></span></div>'
				  + '<div data-tauri-drag-region="true"><span style="top:140px"></span></div>';
				document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<a><i>text</i></a>';
				window.presses = [];
				addEventListener('mousedown', (event) => { window.presses.push(event.clientY); });
				""");
		Mouse mouse = new Mouse(window.webviews().get(0));
		for (int y = 10; y < 160; y += 20) {
			mouse.press(5, y, 1);
			mouse.release(5, y);
		}
		assertThat(jsIn("one", "return window.presses;").toString()).as("what is no region")
			.isEqualTo("[30,50,70,90,130,150]");
	}

	// 8.8
	@Test
	void closeFromThePageAsksFirst() throws Exception {
		Window window = one();
		jsIn("one", MODULES + """
				window.asked = 0;
				await windows.getCurrentWindow().onCloseRequested((request) => {
				  window.asked += 1;
				  if (window.asked < 2) { request.preventDefault(); }
				});
				""");
		js(MODULES + "await (await windows.Window.getByLabel('one')).close();");
		Awaitility.await().until(() -> jsIn("one", "return window.asked;").asInt() == 1);
		assertThat(this.runtime.find(Label.of("one"))).isSameAs(window);
		js(MODULES + "await (await windows.Window.getByLabel('one')).close();");
		Awaitility.await().until(() -> this.runtime.find(Label.of("one")) == null);
	}

}
