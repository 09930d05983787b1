package dev.tauriboot.javafx;

import java.io.File;

import dev.tauriboot.window.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a page finds in a real WebView.
 */
class FxPageTests {

	private static final String INTERNALS = "__TAURI_INTERNALS__";

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		app.html.put("/",
				"<script>window.early = [window.isTauri, typeof __TAURI_INTERNALS__.invoke];</script><h1>first</h1>");
		app.html.put("/second", "<script>window.early = [window.isTauri];</script><h1>second</h1>");
		app.html.put("/framed", "<iframe id=f src='/second'></iframe>");
		main = app.open("main");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	// The document before may be of the same path.
	private static void load(String path) {
		main.eval("window.old = true");
		main.navigate(path);
		FxTestApp.await(main,
				"!window.old && location.pathname === '" + path + "' && document.readyState === 'complete'");
	}

	private static void assertGlobals() {
		assertThat(main.evaluate("window.early[0]")).isEqualTo(true); // row 1
		main.eval("window.isTauri = 1; window.__TAURI_INTERNALS__ = 1"); // row 2
		assertThat(main.evaluate("window.isTauri === true && typeof __TAURI_INTERNALS__ === 'object'")).isEqualTo(true);
		for (String member : new String[] { "invoke", "transformCallback", "unregisterCallback", "runCallback",
				"convertFileSrc", "ipc", "postMessage" }) { // row 3
			assertThat(main.evaluate("typeof " + INTERNALS + "." + member)).as(member).isEqualTo("function");
		}
		assertThat(main.evaluate("'__TAURI__' in window")).isEqualTo(false); // row 9
		// row 4
		assertThat(main.evaluate(INTERNALS + ".callbacks instanceof Map")).isEqualTo(true);
		assertThat(main.evaluate(INTERNALS + ".metadata")) // row 5
			.isEqualTo("{\"currentWindow\":{\"label\":\"main\"},"
					+ "\"currentWebview\":{\"label\":\"main\",\"windowLabel\":\"main\"}}");
		// row 6
		assertThat(main.evaluate(INTERNALS + ".plugins.path.sep")).isEqualTo(File.separator);
		assertThat(main.evaluate(INTERNALS + ".plugins.path.delimiter")).isEqualTo(File.pathSeparator);
	}

	@Test
	void globalsAreThereBeforeThePageAndAfterReloadAndNavigation() { // rows 1-7
		load("/");
		assertGlobals();
		main.eval("window.old = true");
		main.reload();
		FxTestApp.await(main, "!window.old && document.readyState === 'complete'");
		assertGlobals();
		load("/second");
		assertGlobals();
		assertThat(FxTestApp.settle(main, INTERNALS + ".invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
	}

	@Test
	void subFrameHasNoGlobals() { // row 8
		load("/framed");
		FxTestApp.await(main, "document.getElementById('f').contentDocument?.readyState === 'complete'");
		assertThat(main.evaluate("'" + INTERNALS + "' in document.getElementById('f').contentWindow")).isEqualTo(false);
		assertThat(main.evaluate("'isTauri' in document.getElementById('f').contentWindow")).isEqualTo(false);
	}

	@Test
	void promptForABridgeGivesNothingOnceConnected() {
		load("/framed");
		Page page = main.page();
		FxTestApp.await(main, "document.getElementById('f').contentDocument?.readyState === 'complete'");
		assertThat(main.evaluate("window.prompt('__TAURI_CONNECT__')")).isIn(null, "");
		assertThat(main.evaluate("'__TAURI_BRIDGE__' in window")).isEqualTo(false);
		main.evaluate("document.getElementById('f').contentWindow.prompt('__TAURI_CONNECT__')");
		assertThat(main.evaluate("'__TAURI_BRIDGE__' in window")).isEqualTo(false);
		assertThat(main.evaluate("'__TAURI_BRIDGE__' in document.getElementById('f').contentWindow")).isEqualTo(false);
		assertThat(main.page()).isSameAs(page);
	}

	@Test
	void callbacksAreDistinctAndGoBeforeTheyRun() { // rows 10-12
		load("/");
		assertThat(main.evaluate("""
				(() => {
				  const t = __TAURI_INTERNALS__;
				  const a = t.transformCallback(() => 1);
				  const b = t.transformCallback(() => { window.seen = t.callbacks.has(b); }, true);
				  t.runCallback(b, null);
				  const c = t.transformCallback(undefined);
				  t.runCallback(c, 1);
				  t.runCallback(12345, 1);
				  return a !== b && a >= 0 && a <= 0xffffffff && Number.isInteger(a) && window.seen === false;
				})()""")).isEqualTo(true);
	}

	@Test
	void settledCallLeavesNoCallback() { // row 13
		load("/");
		Object before = main.evaluate(INTERNALS + ".callbacks.size");
		assertThat(FxTestApp.settle(main, INTERNALS + ".invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
		assertThat(FxTestApp.settle(main, INTERNALS + ".invoke('nope')")).startsWith("rejected");
		assertThat(main.evaluate(INTERNALS + ".callbacks.size")).isEqualTo(before);
	}

	@Test
	void keyCannotBeFound() { // row 14
		load("/");
		String key = main.page().key().reveal();
		assertThat((String) main.evaluate("""
				(() => {
				  const texts = [];
				  const look = (o) => { for (const n of Reflect.ownKeys(o)) { try {
				    const v = o[n]; texts.push(String(n));
				    if (typeof v === 'function' || typeof v === 'string') texts.push(String(v)); } catch { } } };
				  look(window); look(__TAURI_INTERNALS__); look(window.ipc); look(__TAURI_EVENT_PLUGIN_INTERNALS__);
				  return texts.join('\\n') + document.documentElement.outerHTML;
				})()""")).contains("transformCallback").doesNotContain(key);
	}

	@Test
	void callsCarryTheIdentityOfTheirWebview() { // rows 51, 52
		FxWebview other = app.open("other");
		assertThat(FxTestApp.settle(main, INTERNALS + ".invoke('who_am_i', { label: 'other' })"))
			.isEqualTo("\"main in main\"");
		assertThat(FxTestApp.settle(other, INTERNALS + ".invoke('who_am_i')")).isEqualTo("\"other in other\"");
		other.window().destroy();
	}

	@Test
	void pageEndsWithItsDocument() { // row 97
		load("/");
		Page before = main.page();
		boolean[] ended = { false };
		before.onClose(() -> ended[0] = true);
		main.eval("window.old = true");
		main.reload();
		FxTestApp.await(main, "!window.old && document.readyState === 'complete'");
		assertThat(ended[0]).isTrue();
		assertThat(before.isOpen()).isFalse();
		assertThat(main.page()).isNotNull().isNotSameAs(before);
	}

	@Test
	void probeGivesPlainValues() {
		load("/");
		assertThat(main.evaluate("1 + 1")).isEqualTo(2);
		assertThat(main.evaluate("'text'")).isEqualTo("text");
		assertThat(main.evaluate("null")).isNull();
		assertThat(main.evaluate("undefined")).isNull();
		assertThat(main.evaluate("({ a: [1, true] })")).isEqualTo("{\"a\":[1,true]}");
		assertThatIllegalStateException().isThrownBy(() -> main.evaluate("throw new Error('broken')"))
			.withMessageContaining("broken");
	}

}
