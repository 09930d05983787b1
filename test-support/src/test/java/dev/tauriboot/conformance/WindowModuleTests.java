package dev.tauriboot.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 99, 100, 102, 119 and 120: every export of the modules window and webviewWindow
 * of the unmodified client, in a real document. Those a client has and this does not know
 * fail the tests.
 */
@Import(GrantWindows.class)
class WindowModuleTests extends PageTests {

	private static final String MODULES = """
			const windows = await import('@tauri-apps/api/window');
			const webviewWindows = await import('@tauri-apps/api/webviewWindow');
			const dpi = await import('@tauri-apps/api/dpi');
			const until = async (condition) => {
			  for (let i = 0; i < 400 && !(await condition()); i += 1) {
			    await new Promise((resolve) => setTimeout(resolve, 10));
			  }
			  return condition();
			};
			""";

	private static final String UNSUPPORTED = " is not supported by JavaFX on ";

	@AfterEach
	void destroy() {
		for (String label : List.of("one", "made", "child", "bare")) {
			Window window = this.runtime.find(Label.of(label));
			if (window != null) {
				window.destroy();
				Awaitility.await().until(() -> this.runtime.find(window.label()) == null);
			}
		}
	}

	private Window one() {
		return this.runtime.create(WindowOptions.of("one").withSize(400, 300));
	}

	@Test
	void modulesExportWhatIsKnown() throws Exception {
		assertThat(js(MODULES + "return Object.keys(windows).sort();").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder("CloseRequestedEvent", "Effect", "EffectState", "LogicalPosition", "LogicalSize",
					"PhysicalPosition", "PhysicalSize", "ProgressBarStatus", "UserAttentionType", "Window",
					"availableMonitors", "currentMonitor", "cursorPosition", "getAllWindows", "getCurrentWindow",
					"monitorFromPoint", "primaryMonitor");
		assertThat(js(MODULES + "return Object.keys(webviewWindows).sort();").valueStream().map(JsonNode::asString))
			.containsExactly("WebviewWindow", "getAllWebviewWindows", "getCurrentWebviewWindow");
	}

	@Test
	void everyMethodWorksOrSaysWhyNot() throws Exception {
		one();
		JsonNode outcomes = js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				const pixel = new Uint8Array([1, 2, 3, 4]);
				const calls = {
				  scaleFactor: () => w.scaleFactor(),
				  innerPosition: () => w.innerPosition(),
				  outerPosition: () => w.outerPosition(),
				  innerSize: () => w.innerSize(),
				  outerSize: () => w.outerSize(),
				  isFullscreen: () => w.isFullscreen(),
				  isMinimized: () => w.isMinimized(),
				  isMaximized: () => w.isMaximized(),
				  isFocused: () => w.isFocused(),
				  isDecorated: () => w.isDecorated(),
				  isResizable: () => w.isResizable(),
				  isMaximizable: () => w.isMaximizable(),
				  isMinimizable: () => w.isMinimizable(),
				  isClosable: () => w.isClosable(),
				  isVisible: () => w.isVisible(),
				  isEnabled: () => w.isEnabled(),
				  isAlwaysOnTop: () => w.isAlwaysOnTop(),
				  title: () => w.title(),
				  theme: () => w.theme(),
				  activityName: () => w.activityName(),
				  sceneIdentifier: () => w.sceneIdentifier(),
				  center: () => w.center(),
				  requestUserAttention: () => w.requestUserAttention(windows.UserAttentionType.Critical),
				  setResizable: () => w.setResizable(true),
				  setEnabled: () => w.setEnabled(true),
				  setMaximizable: () => w.setMaximizable(false),
				  setMinimizable: () => w.setMinimizable(false),
				  setClosable: () => w.setClosable(false),
				  setTitle: () => w.setTitle('New'),
				  maximize: () => w.maximize(),
				  unmaximize: () => w.unmaximize(),
				  toggleMaximize: () => w.toggleMaximize().then(() => w.toggleMaximize()),
				  minimize: () => w.minimize(),
				  unminimize: () => w.unminimize(),
				  hide: () => w.hide(),
				  show: () => w.show(),
				  setDecorations: () => w.setDecorations(true),
				  setShadow: () => w.setShadow(false),
				  setEffects: () => w.setEffects({ effects: [windows.Effect.Mica] }),
				  clearEffects: () => w.clearEffects(),
				  setAlwaysOnTop: () => w.setAlwaysOnTop(true),
				  setAlwaysOnBottom: () => w.setAlwaysOnBottom(true),
				  setContentProtected: () => w.setContentProtected(true),
				  setSize: () => w.setSize(new dpi.LogicalSize(320, 200)),
				  setMinSize: () => w.setMinSize(new dpi.PhysicalSize(100, 100)),
				  setMaxSize: () => w.setMaxSize(null),
				  setSizeConstraints: () => w.setSizeConstraints({ minWidth: 100 }),
				  setPosition: () => w.setPosition(new dpi.PhysicalPosition(10, 20)),
				  setFullscreen: () => w.setFullscreen(false),
				  setFullscreenOnMonitor: async () => {
				    await w.setFullscreenOnMonitor((await windows.primaryMonitor()).position);
				    await w.setFullscreen(false);
				  },
				  setSimpleFullscreen: () => w.setSimpleFullscreen(false),
				  setFocus: () => w.setFocus(),
				  setFocusable: () => w.setFocusable(false),
				  setIcon: () => w.setIcon({ rgba: [...pixel], width: 1, height: 1 }),
				  setSkipTaskbar: () => w.setSkipTaskbar(true),
				  setCursorGrab: () => w.setCursorGrab(true),
				  setCursorVisible: () => w.setCursorVisible(false),
				  setCursorIcon: () => w.setCursorIcon('wait'),
				  setBackgroundColor: () => w.setBackgroundColor('#102030'),
				  setCursorPosition: () => w.setCursorPosition(new dpi.LogicalPosition(5, 6)),
				  setIgnoreCursorEvents: () => w.setIgnoreCursorEvents(true),
				  startDragging: () => w.startDragging(),
				  startResizeDragging: () => w.startResizeDragging('East'),
				  setBadgeCount: () => w.setBadgeCount(3),
				  setBadgeLabel: () => w.setBadgeLabel('x'),
				  setOverlayIcon: () => w.setOverlayIcon({ rgba: [...pixel], width: 1, height: 1 }),
				  setProgressBar: () => w.setProgressBar({ status: windows.ProgressBarStatus.Normal, progress: 5 }),
				  setVisibleOnAllWorkspaces: () => w.setVisibleOnAllWorkspaces(true),
				  setTitleBarStyle: () => w.setTitleBarStyle('overlay'),
				  setTheme: () => w.setTheme('dark'),
				  listen: async () => (await w.listen('x', () => {}))(),
				  once: async () => (await w.once('x', () => {}))(),
				  emit: () => w.emit('x'),
				  emitTo: () => w.emitTo('one', 'x'),
				  onResized: async () => (await w.onResized(() => {}))(),
				  onMoved: async () => (await w.onMoved(() => {}))(),
				  onCloseRequested: async () => (await w.onCloseRequested(() => {}))(),
				  onDragDropEvent: async () => (await w.onDragDropEvent(() => {}))(),
				  onFocusChanged: async () => (await w.onFocusChanged(() => {}))(),
				  onScaleChanged: async () => (await w.onScaleChanged(() => {}))(),
				  onThemeChanged: async () => (await w.onThemeChanged(() => {}))(),
				  close: async () => {
				    const unlisten = await w.onCloseRequested((request) => request.preventDefault());
				    await w.close();
				    await invoke('nothing');
				    unlisten();
				  },
				  destroy: () => w.destroy(),
				};
				const outcomes = {};
				for (const [name, call] of Object.entries(calls)) {
				  outcomes[name] = await call().then(() => 'works', (reason) => reason);
				}
				outcomes.unknown = Object.getOwnPropertyNames(windows.Window.prototype)
				  .filter((name) => name !== 'constructor' && name !== '_handleTauriEvent' && !(name in calls));
				return outcomes;
				""");
		assertThat(outcomes.get("unknown")).as("methods without a call").isEmpty();
		Map<String, String> refused = new TreeMap<>();
		outcomes.forEachEntry((name, outcome) -> {
			if (!name.equals("unknown") && !"works".equals(outcome.asString())) {
				refused.put(name, outcome.asString());
			}
		});
		assertThat(refused.remove("activityName")).contains("not found");
		assertThat(refused.remove("sceneIdentifier")).contains("not found");
		assertThat(refused.keySet()).containsExactlyInAnyOrder("requestUserAttention", "setMaximizable",
				"setMinimizable", "setShadow", "setEffects", "setAlwaysOnBottom", "setContentProtected", "setFocusable",
				"setSkipTaskbar", "setCursorGrab", "setIgnoreCursorEvents", "setBadgeCount", "setBadgeLabel",
				"setOverlayIcon", "setProgressBar", "setVisibleOnAllWorkspaces", "setTitleBarStyle", "setTheme");
		assertThat(refused).allSatisfy((name, text) -> {
			String command = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
			assertThat(text).startsWith("window." + command + UNSUPPORTED);
		});
		Awaitility.await().until(() -> this.runtime.find(Label.of("one")) == null);
	}

	@Test
	void gettersTellWhatTheWindowIs() throws Exception {
		Window window = one();
		window.setPosition(30, 40);
		JsonNode told = js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				const [inner, outer, innerAt, outerAt] = [await w.innerSize(), await w.outerSize(),
				  await w.innerPosition(), await w.outerPosition()];
				return {
				  inner, outer, innerAt, outerAt,
				  classes: [inner, outer].every((size) => size instanceof dpi.PhysicalSize)
				    && [innerAt, outerAt].every((at) => at instanceof dpi.PhysicalPosition),
				  title: await w.title(), theme: await w.theme(), scale: await w.scaleFactor(),
				  yes: [await w.isVisible(), await w.isResizable(), await w.isDecorated(), await w.isEnabled(),
				    await w.isClosable(), await w.isMaximizable(), await w.isMinimizable()],
				  no: [await w.isFullscreen(), await w.isMaximized(), await w.isMinimized(), await w.isAlwaysOnTop()],
				};
				""");
		assertThat(told.get("classes").asBoolean()).isTrue();
		assertThat(told.get("inner").toString()).isEqualTo("{\"width\":400,\"height\":300}");
		assertThat(told.at("/outer/width").asInt()).isEqualTo(window.outerSize().width());
		assertThat(told.get("outerAt").toString()).isEqualTo("{\"x\":30,\"y\":40}");
		assertThat(told.at("/innerAt/x").asInt()).isEqualTo(window.innerPosition().x());
		assertThat(told.get("title").asString()).isEqualTo("Tauri App");
		assertThat(told.get("theme").asString()).isEqualTo("light");
		assertThat(told.get("scale").asDouble()).isEqualTo(1);
		assertThat(told.get("yes").toString()).isEqualTo("[true,true,true,true,true,true,true]");
		assertThat(told.get("no").toString()).isEqualTo("[false,false,false,false]");
	}

	// row 120
	@Test
	void settersChangeTheWindow() throws Exception {
		Window window = one();
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				await w.setTitle('New');
				await w.setSize(new dpi.LogicalSize(320, 200));
				await w.setPosition(new dpi.PhysicalPosition(11, 12));
				await w.setSizeConstraints({ minWidth: 100, minHeight: 0, maxWidth: 500 });
				await w.setResizable(false);
				await w.setAlwaysOnTop(true);
				await w.setClosable(false);
				await w.setEnabled(false);
				await w.setDecorations(false);
				""");
		assertThat(window.title()).isEqualTo("New");
		Awaitility.await().untilAsserted(() -> {
			assertThat(window.innerSize()).isEqualTo(new PhysicalSize(320, 200));
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(11, 12));
		});
		assertThat(window.sizeConstraints()).isEqualTo(new SizeConstraints(100d, null, 500d, null));
		assertThat(window.isResizable()).isFalse();
		assertThat(window.isAlwaysOnTop()).isTrue();
		assertThat(window.is(WindowFlag.CLOSABLE)).isFalse();
		assertThat(window.is(WindowFlag.ENABLED)).isFalse();
		assertThat(window.isDecorated()).isFalse();
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				await w.maximize();
				if (!await until(() => w.isMaximized())) { throw new Error('not maximized'); }
				await w.unmaximize();
				await w.setFullscreen(true);
				if (!await until(() => w.isFullscreen())) { throw new Error('no full screen'); }
				await w.setFullscreen(false);
				await w.hide();
				if (!await until(async () => !await w.isVisible())) { throw new Error('not hidden'); }
				await w.show();
				if (!await until(() => w.isVisible())) { throw new Error('not shown'); }
				""");
	}

	// row 119
	@Test
	void monitorsAndPointerAreTold() throws Exception {
		JsonNode told = js(
				MODULES + """
						const primary = await windows.primaryMonitor();
						const { x, y } = primary.position;
						await windows.getCurrentWindow().setCursorPosition(new dpi.LogicalPosition(1, 2));
						return {
						  primary,
						  same: [await windows.currentMonitor(), await windows.monitorFromPoint(x, y),
						    (await windows.availableMonitors())[0]].map((monitor) => JSON.stringify(monitor) === JSON.stringify(primary)),
						  nowhere: await windows.monitorFromPoint(-1e6, -1e6),
						  pointer: await windows.cursorPosition(),
						};
						""");
		assertThat(told.at("/primary/workArea/size/width").asInt()).isPositive();
		assertThat(told.at("/primary/size/height").asInt()).isPositive();
		assertThat(told.get("same").toString()).isEqualTo("[true,true,true]");
		assertThat(told.get("nowhere").isNull()).isTrue();
		PhysicalPosition inner = webview("main").window().innerPosition();
		assertThat(told.at("/pointer/x").asDouble()).isEqualTo(inner.x() + 1);
		assertThat(told.at("/pointer/y").asDouble()).isEqualTo(inner.y() + 2);
	}

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
						await w.onThemeChanged(({ payload }) => { window.heard.theme = payload; });
						await w.onScaleChanged(({ payload }) => { window.heard.scale = payload; });
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

	@Test
	void windowsAreFound() throws Exception {
		one();
		assertThat(js(
				MODULES + """
						const labels = (list) => list.map((w) => w.label).includes('one');
						return [labels(await windows.getAllWindows()), labels(await windows.Window.getAll()),
						  labels(await webviewWindows.getAllWebviewWindows()), labels(await webviewWindows.WebviewWindow.getAll()),
						  windows.getCurrentWindow().label, windows.Window.getCurrent().label,
						  webviewWindows.getCurrentWebviewWindow().label, webviewWindows.WebviewWindow.getCurrent().label,
						  await windows.Window.getByLabel('nobody'), await webviewWindows.WebviewWindow.getByLabel('nobody'),
						  (await webviewWindows.WebviewWindow.getByLabel('one')).label,
						  [null, 'one', 'main'].includes((await windows.Window.getFocusedWindow())?.label ?? null)];
						""")
			.toString()).isEqualTo("[true,true,true,true,\"main\",\"main\",\"main\",\"main\",null,null,\"one\",true]");
	}

	// row 102
	@Test
	void windowsAreCreatedOrTheErrorIsTold() throws Exception {
		JsonNode told = js(MODULES + """
				const settle = (w) => new Promise((resolve) => {
				  w.once('tauri://created', () => resolve('created'));
				  w.once('tauri://error', ({ payload }) => resolve(payload));
				});
				const { WebviewWindow } = webviewWindows;
				return [
				  await settle(new WebviewWindow('made', { url: 'other.html', title: 'Made', width: 300, height: 200,
				    parent: 'main', backgroundColor: [1, 2, 3, 4], preventOverflow: { width: 10, height: 10 } })),
				  await settle(new WebviewWindow('made')),
				  await settle(new windows.Window('bare', { width: 200, height: 100 })),
				  await settle(new WebviewWindow('child', { parent: 'nobody' })),
				  await settle(new WebviewWindow('child', { colour: 'red' })),
				  await settle(new WebviewWindow('no label')),
				];
				""");
		assertThat(told.get(0).asString()).isEqualTo("created");
		assertThat(told.get(1).asString()).isEqualTo("a window with label `made` already exists");
		assertThat(told.get(2).asString()).isEqualTo("created");
		assertThat(told.get(3).asString()).isEqualTo("window not found");
		assertThat(told.get(4).asString()).contains("unknown field `colour`");
		assertThat(told.get(5).asString()).contains("'no label'");
		assertThat(jsIn("made", "return [location.pathname, __TAURI_INTERNALS__.metadata.currentWindow.label];")
			.toString()).isEqualTo("[\"/other.html\",\"made\"]");
		Window bare = this.runtime.find(Label.of("bare"));
		assertThat(bare).isNotNull();
		assertThat(bare.webviews()).isEmpty();
		assertThat(this.runtime.find(Label.of("child"))).isNull();
	}

	@Test
	void webviewWindowHasTheMethodsOfAWindowAndItsOwn() throws Exception {
		one();
		assertThat(js(MODULES + """
				const { WebviewWindow } = webviewWindows;
				const w = await WebviewWindow.getByLabel('one');
				const missing = Object.getOwnPropertyNames(windows.Window.prototype).filter((name) => !(name in w));
				window.mine = [];
				const unlisten = await w.listen('mine', ({ payload }) => window.mine.push(payload));
				await w.once('mine', ({ payload }) => window.mine.push(payload));
				await w.emitTo('one', 'mine', 1);
				await until(() => window.mine.length === 2);
				unlisten();
				await w.setTitle('Mine');
				await w.setBackgroundColor('#010203');
				await w.setBackgroundColor({ red: 1, green: 2, blue: 3, alpha: 4 });
				return [missing, window.mine, await w.title(), (await w.innerSize()).width];
				""").toString()).isEqualTo("[[],[1,1],\"Mine\",400]");
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
		jsIn("one", "await invoke('nothing'); await invoke('nothing');");
		mouse.drag(50, 60);
		mouse.drag(70, 70);
		mouse.release(70, 70);
		Awaitility.await()
			.untilAsserted(() -> assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(150, 150)));
		assertThat(jsIn("one", "return window.presses;").asInt()).as("the page does not see the press").isZero();
		for (int[] point : new int[][] { { 220, 20 }, { 20, 120 } }) {
			mouse.press(point[0], point[1], 1);
			jsIn("one", "await invoke('nothing'); await invoke('nothing');");
			mouse.drag(point[0] + 30, point[1] + 30);
			mouse.release(point[0] + 30, point[1] + 30);
		}
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(150, 150));
		assertThat(jsIn("one", "return window.presses;").asInt()).isEqualTo(2);
		mouse.press(20, 20, 2);
		mouse.release(20, 20);
		Awaitility.await().until(window::isMaximized);
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
		js(MODULES + "await (await windows.Window.getByLabel('one')).close(); await invoke('nothing');");
		Awaitility.await().until(() -> jsIn("one", "return window.asked;").asInt() == 1);
		assertThat(this.runtime.find(Label.of("one"))).isSameAs(window);
		js(MODULES + "await (await windows.Window.getByLabel('one')).close();");
		Awaitility.await().until(() -> this.runtime.find(Label.of("one")) == null);
	}

	@Test
	void oldClientChangesAWindow() throws Exception {
		Window window = one();
		assertThat(js("""
				const old = await import('/META-INF/tauri/guest-js-legacy/2.0.3/window.js');
				const w = (await old.getAllWindows()).find((each) => each.label === 'one');
				await w.setTitle('Old');
				await w.setSize(new old.LogicalSize(310, 210));
				await w.setPosition(new old.PhysicalPosition(5, 6));
				const monitor = await old.currentMonitor();
				return [await w.title(), monitor.size.width > 0, await w.isVisible()];
				""").toString()).isEqualTo("[\"Old\",true,true]");
		Awaitility.await().untilAsserted(() -> {
			assertThat(window.innerSize()).isEqualTo(new PhysicalSize(310, 210));
			assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(5, 6));
		});
	}

}
