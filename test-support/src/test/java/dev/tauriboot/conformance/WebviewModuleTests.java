package dev.tauriboot.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 99, 102, 116, 118 and 128: every export of the module webview of the unmodified
 * client, and several real documents in one window.
 */
@Import({ GrantWindows.class, WebviewModuleTests.Grants.class })
class WebviewModuleTests extends PageTests {

	private static final String MODULES = """
			const webviews = await import('@tauri-apps/api/webview');
			const windows = await import('@tauri-apps/api/window');
			const dpi = await import('@tauri-apps/api/dpi');
			const { Webview } = webviews;
			const settle = (w) => new Promise((resolve) => {
			  w.once('tauri://created', () => resolve('created'));
			  w.once('tauri://error', ({ payload }) => resolve(payload));
			});
			""";

	@Autowired
	private ResourceTable resources;

	@AfterEach
	void destroy() {
		for (String label : List.of("one", "two")) {
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

	private Webview side(Window window) {
		return window.addWebview(WebviewOptions.of("side").at(300, 50, 100, 200));
	}

	@Test
	void moduleExportsWhatIsKnown() throws Exception {
		assertThat(js(MODULES + "return Object.keys(webviews).sort();").toString())
			.isEqualTo("[\"Webview\",\"getAllWebviews\",\"getCurrentWebview\"]");
	}

	// row 116
	@Test
	void everyMethodWorksOrSaysWhyNot() throws Exception {
		side(one());
		this.runtime.create(WindowOptions.of("two"));
		JsonNode outcomes = js(MODULES + """
				const w = await Webview.getByLabel('side');
				const calls = {
				  position: () => w.position(),
				  size: () => w.size(),
				  setSize: () => w.setSize(new dpi.LogicalSize(90, 80)),
				  setPosition: () => w.setPosition(new dpi.PhysicalPosition(1, 2)),
				  setAutoResize: () => w.setAutoResize(true),
				  setFocus: () => w.setFocus(),
				  hide: () => w.hide(),
				  show: () => w.show(),
				  setZoom: () => w.setZoom(1.5),
				  setBackgroundColor: () => w.setBackgroundColor('#102030'),
				  clearAllBrowsingData: () => w.clearAllBrowsingData(),
				  listen: async () => (await w.listen('x', () => {}))(),
				  once: async () => (await w.once('x', () => {}))(),
				  emit: () => w.emit('x'),
				  emitTo: () => w.emitTo('side', 'x'),
				  onDragDropEvent: async () => (await w.onDragDropEvent(() => {}))(),
				  reparent: () => w.reparent('two'),
				  close: () => w.close(),
				};
				const outcomes = {};
				for (const [name, call] of Object.entries(calls)) {
				  outcomes[name] = await call().then(() => 'works', (reason) => reason);
				}
				outcomes.print = await invoke('plugin:webview|print').catch((reason) => reason);
				outcomes.devtools = await invoke('plugin:webview|internal_toggle_devtools').catch((reason) => reason);
				outcomes.unknown = Object.getOwnPropertyNames(Webview.prototype)
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
		assertThat(refused).containsOnlyKeys("print", "devtools");
		assertThat(refused.get("print"))
			.matches("webview\\.print is not supported by JavaFX on .*|there is no printer");
		assertThat(refused.get("devtools")).startsWith("webview.internal_toggle_devtools is not supported");
		Awaitility.await().until(() -> this.runtime.findWebview(Label.of("side")) == null);
	}

	// row 118
	@Test
	void webviewsAreFoundWithTheirWindow() throws Exception {
		side(one());
		assertThat(js(MODULES + """
				const all = await webviews.getAllWebviews();
				const found = all.map((w) => [w.window.label, w.label]);
				return [found, (await Webview.getAll()).length === all.length, Webview.getCurrent().label,
				  webviews.getCurrentWebview().window.label, (await Webview.getByLabel('side')).window.label,
				  await Webview.getByLabel('nobody')];
				""").toString()).startsWith("[[[\"main\",\"main\"]")
			.contains("[\"one\",\"one\"],[\"one\",\"side\"]")
			.endsWith(",true,\"main\",\"main\",\"one\",null]");
		assertThat(jsIn("side", MODULES + """
				return [webviews.getCurrentWebview().label, windows.getCurrentWindow().label, await invoke('describe')];
				""").toString()).startsWith("[\"side\",\"one\",")
			.contains("\"webview\":\"side\"", "\"window\":\"one\"");
	}

	// rows 102 and 128
	@Test
	void webviewsAreCreatedOrTheErrorIsTold() throws Exception {
		one();
		JsonNode told = js(MODULES + """
				const one = await windows.Window.getByLabel('one');
				const at = { x: 10, y: 20, width: 100, height: 50 };
				return [
				  await settle(new Webview(one, 'side', { ...at, url: 'other.html' })),
				  await settle(new Webview(one, 'side', at)),
				  await settle(new Webview(one, 'one', at)),
				  await settle(new Webview(one, 'bad', { ...at, colour: 'red' })),
				  await settle(new Webview(one, 'bad', { y: 1, width: 1, height: 1 })),
				  await settle(new Webview({ label: 'nobody' }, 'bad', at)),
				];
				""");
		assertThat(told.get(0).asString()).isEqualTo("created");
		assertThat(told.get(1).asString()).isEqualTo("a webview with label `side` already exists");
		assertThat(told.get(2).asString()).isEqualTo("a webview with label `one` already exists");
		assertThat(told.get(3).asString()).contains("unknown field `colour`");
		assertThat(told.get(4).asString()).contains("missing field `x`");
		assertThat(told.get(5).asString()).isEqualTo("window not found");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(jsIn("side", "return [location.pathname, innerWidth, innerHeight];").toString())
						.isEqualTo("[\"/other.html\",100,50]"));
		assertThat(this.runtime.findWebview(Label.of("bad"))).isNull();
	}

	@Test
	void webviewIsPlacedAndZoomedFromAnother() throws Exception {
		Webview side = side(one());
		assertThat(js(MODULES + """
				const w = await Webview.getByLabel('side');
				const before = [await w.position(), await w.size()];
				await w.setPosition(new dpi.LogicalPosition(20, 30));
				await w.setSize(new dpi.PhysicalSize(200, 100));
				const after = [await w.position(), await w.size()];
				return [before, after, after[0] instanceof dpi.PhysicalPosition, after[1] instanceof dpi.PhysicalSize];
				""").toString()).isEqualTo("[[{\"x\":300,\"y\":50},{\"width\":100,\"height\":200}],"
				+ "[{\"x\":20,\"y\":30},{\"width\":200,\"height\":100}],true,true]");
		Awaitility.await().untilAsserted(() -> assertThat(jsIn("side", "return innerWidth;").asInt()).isEqualTo(200));
		js(MODULES + "await (await Webview.getByLabel('side')).setZoom(2);");
		Awaitility.await().untilAsserted(() -> assertThat(jsIn("side", "return innerWidth;").asInt()).isEqualTo(100));
		js(MODULES + "await (await Webview.getByLabel('side')).hide();");
		assertThat(side.isVisible()).isFalse();
		assertThat(jsIn("side", "return 1 + 1;").asInt()).as("its page lives on").isEqualTo(2);
	}

	// 5.1: a page that has moved is of the window that it is in
	@Test
	void reparentedPageLivesOnInItsNewWindow() throws Exception {
		Webview side = side(one());
		Window two = this.runtime.create(WindowOptions.of("two").withTraits(WindowTraits.DEFAULT.withWebview(false)));
		jsIn("side", "window.kept = 'kept';");
		assertThat(js(MODULES + """
				const w = await Webview.getByLabel('side');
				await w.reparent('nobody');
				const before = (await Webview.getByLabel('side')).window.label;
				await w.reparent(await windows.Window.getByLabel('two'));
				return [before, (await Webview.getByLabel('side')).window.label,
				  await rejection((await Webview.getByLabel('one')).reparent('two'))];
				""").toString()).isEqualTo("[\"one\",\"two\",\"cannot reparent when using a WebviewWindow\"]");
		assertThat(two.webviews()).containsExactly(side);
		JsonNode told = jsIn("side", "return [window.kept, await invoke('describe')];");
		assertThat(told.toString()).startsWith("[\"kept\",").contains("\"window\":\"two\"");
	}

	// row 99, 8.4 and 8.7
	@Test
	void eventsReachTheirTargets() throws Exception {
		Window window = one();
		side(window);
		for (String label : List.of("one", "side")) {
			jsIn(label, MODULES + """
					window.heard = [];
					const hear = (name) => () => window.heard.push(name);
					await windows.getCurrentWindow().onResized(hear('resized'));
					await windows.getCurrentWindow().listen('news', hear('window news'));
					await webviews.getCurrentWebview().listen('news', hear('webview news'));
					await event.listen('news', hear('any news'));
					await event.listen('tauri://webview-created', ({ payload }) => window.heard.push(payload.label));
					""");
		}
		window.setSize(420, 320);
		for (String label : List.of("one", "side")) {
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(jsIn(label, "return window.heard;").toString()).startsWith("[\"resized\""));
			jsIn(label, "window.heard = [];");
		}
		js(MODULES + """
				await event.emitTo({ kind: 'Webview', label: 'side' }, 'news');
				await event.emitTo({ kind: 'Window', label: 'one' }, 'news');
				await settle(new Webview({ label: 'one' }, 'late', { x: 0, y: 0, width: 1, height: 1 }));
				""");
		Awaitility.await().untilAsserted(() -> {
			assertThat(jsIn("side", "return window.heard.filter((name) => name !== 'resized');").toString())
				.isEqualTo("[\"webview news\",\"any news\",\"window news\",\"any news\",\"late\"]");
			assertThat(jsIn("one", "return window.heard.filter((name) => name !== 'resized');").toString())
				.isEqualTo("[\"any news\",\"window news\",\"any news\",\"late\"]");
		});
	}

	// row 99
	@Test
	void filesDroppedOnAWebviewAreItsOwn() throws Exception {
		Webview side = side(one());
		for (String label : List.of("one", "side")) {
			jsIn(label,
					MODULES + """
							window.drags = [];
							await webviews.getCurrentWebview().onDragDropEvent(({ payload }) => window.drags.push(payload.type));
							""");
		}
		new FileDrag(side).run("/tmp/one.txt");
		Awaitility.await()
			.untilAsserted(() -> assertThat(jsIn("side", "return window.drags;").toString())
				.isEqualTo("[\"enter\",\"over\",\"drop\",\"enter\",\"leave\"]"));
		assertThat(jsIn("one", "return window.drags;")).isEmpty();
	}

	@Test
	void capabilityOfWebviewsIsNotThatOfTheirWindow() throws Exception {
		Window window = one();
		side(window);
		window.addWebview(WebviewOptions.of("granted/1").at(0, 0, 10, 10));
		String call = "return await invoke('plugin:app|fetch_data_store_identifiers').catch(() => 'denied');";
		assertThat(jsIn("granted/1", call).toString()).isEqualTo("[]");
		assertThat(jsIn("side", call).asString()).isEqualTo("denied");
		assertThat(jsIn("one", call).asString()).isEqualTo("denied");
	}

	// row 117
	@Test
	void resourcesAreAWebviewsOwnAndEndWithIt() throws Exception {
		Webview side = side(one());
		long rid = jsIn("side", """
				return await invoke('plugin:image|new', { rgba: [1, 2, 3, 4], width: 1, height: 1 });
				""").asLong();
		Page page = side.page();
		assertThat(page).isNotNull();
		assertThat(this.resources.count(page)).isEqualTo(1);
		assertThat(jsIn("one", "return await rejection(invoke('plugin:image|size', { rid: " + rid + " }));").asString())
			.isEqualTo("The resource id " + rid + " is invalid.");
		js(MODULES + "await (await Webview.getByLabel('side')).close();");
		Awaitility.await().until(() -> !page.isOpen());
		Awaitility.await().until(() -> this.resources.count(page) == 0);
	}

	@Test
	void browsingDataIsCleared() throws Exception {
		js("""
				localStorage.setItem('a', '1');
				sessionStorage.setItem('b', '2');
				document.cookie = 'c=3';
				""");
		assertThat(js("return document.cookie;").asString()).contains("c=3");
		js(MODULES + "await webviews.getCurrentWebview().clearAllBrowsingData();");
		Awaitility.await().untilAsserted(() -> assertThat(js("""
				return [localStorage.length, sessionStorage.length, document.cookie];
				""").toString()).isEqualTo("[0,0,\"\"]"));
	}

	@Test
	void oldClientAddsAWebview() throws Exception {
		one();
		assertThat(js("""
				const { Webview } = await import('/META-INF/tauri/guest-js-legacy/2.0.3/webview.js');
				const side = new Webview({ label: 'one' }, 'side', { x: 1, y: 2, width: 30, height: 40 });
				const outcome = await new Promise((resolve) => {
				  side.once('tauri://created', () => resolve('created'));
				  side.once('tauri://error', ({ payload }) => resolve(payload));
				});
				const size = await side.size();
				await side.close();
				return [outcome, size.width, size.height];
				""").toString()).isEqualTo("[\"created\",30,40]");
		Awaitility.await().until(() -> this.runtime.findWebview(Label.of("side")) == null);
	}

	/**
	 * Grants something to some webviews, in whichever window they are.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Grants {

		@Bean
		Capability some() {
			return Capability.withId("some")
				.webviews("granted/*")
				.permissions("core:app:allow-fetch-data-store-identifiers")
				.build();
		}

	}

}
