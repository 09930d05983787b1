package dev.tauriboot.conformance;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clause 102: a page finds windows and makes them.
 */
class WindowCreationTests extends WindowTests {

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

	// 10.10
	@Test
	void engineOfAWindowIsToldWhatItDoes() throws Exception {
		js(MODULES + "new webviewWindows.WebviewWindow('made', { userAgent: 'Notes/1' });");
		Awaitility.await().until(() -> this.runtime.find(Label.of("made")) != null);
		assertThat(jsIn("made", "return navigator.userAgent;").asString()).isEqualTo("Notes/1");
		js("""
				const { Webview } = await import('@tauri-apps/api/webview');
				new Webview({ label: 'made' }, 'silent', { x: 0, y: 0, width: 9, height: 9, url: 'other.html',
				  javascriptDisabled: true });
				""");
		Awaitility.await().until(() -> this.runtime.findWebview(Label.of("silent")) != null);
		Webview silent = this.runtime.findWebview(Label.of("silent"));
		Awaitility.await()
			.until(() -> ((WebviewProbe) silent)
				.evaluate("location.pathname === '/other.html' && document.readyState === 'complete'"),
					Boolean.TRUE::equals);
		assertThat(silent.page()).isNull();
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
