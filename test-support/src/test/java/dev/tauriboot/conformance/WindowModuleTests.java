package dev.tauriboot.conformance;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 116 and 119 to 121: every export and method of the modules window and
 * webviewWindow. Those a client has and this does not know fail the tests.
 */
class WindowModuleTests extends WindowTests {

	private static final String UNSUPPORTED = " is not supported by JavaFX on ";

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
				    let heard;
				    const asked = new Promise((resolve) => { heard = resolve; });
				    const unlisten = await w.onCloseRequested((request) => {
				      request.preventDefault();
				      heard();
				    });
				    await w.close();
				    await asked;
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

	// row 121
	@Test
	void constraintsAreCleared() throws Exception {
		Window window = one();
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				await w.setMinSize(new dpi.LogicalSize(500, 100));
				await w.setMaxSize(new dpi.LogicalSize(600, 250));
				""");
		Awaitility.await().untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(new PhysicalSize(500, 250)));
		js(MODULES + """
				const w = await windows.Window.getByLabel('one');
				await w.setMinSize(null);
				await w.setMaxSize(null);
				await w.setSize(new dpi.LogicalSize(320, 310));
				""");
		assertThat(window.sizeConstraints()).isEqualTo(SizeConstraints.NONE);
		Awaitility.await().untilAsserted(() -> assertThat(window.innerSize()).isEqualTo(new PhysicalSize(320, 310)));
	}

	@Test
	void windowWithTheFocusIsFound() throws Exception {
		Window window = one();
		window.focus();
		Awaitility.await().until(window::isFocused);
		assertThat(js(MODULES + """
				return [(await windows.Window.getFocusedWindow()).label, await windows.getCurrentWindow().isFocused()];
				""").toString()).isEqualTo("[\"one\",false]");
		webview("main").window().focus();
		Awaitility.await().until(webview("main").window()::isFocused);
		assertThat(js(MODULES + "return (await windows.Window.getFocusedWindow()).label;").asString())
			.isEqualTo("main");
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

}
