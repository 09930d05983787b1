package dev.tauriboot.conformance;

import java.io.File;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 1 to 14: the globals of a document.
 */
@ExtendWith(OutputCaptureExtension.class)
class GlobalsTests extends PageTests {

	private static final String GLOBALS = """
			const internals = window.__TAURI_INTERNALS__;
			return {
			  first: window.first,
			  functions: ['invoke', 'transformCallback', 'unregisterCallback', 'runCallback', 'convertFileSrc', 'ipc',
			    'postMessage'].filter((name) => typeof internals[name] !== 'function'),
			  callbacks: internals.callbacks instanceof Map,
			  metadata: internals.metadata,
			  path: internals.plugins.path,
			};
			""";

	// rows 1, 3, 4, 5, 6
	@Test
	void globalsAreThereBeforeTheFirstScript() throws Exception {
		assertGlobals(js(GLOBALS), "main");
		assertGlobals(jsIn("second", GLOBALS), "second");
	}

	// row 7
	@Test
	void globalsAreThereAfterReloadAndNavigation() throws Exception {
		Webview webview = webview("main");
		Page before = awaitPage(webview, null);
		webview.eval("location.reload()");
		Page reloaded = awaitPage(webview, before);
		assertGlobals(js(GLOBALS), "main");
		webview.eval("location.href = '/other.html'");
		awaitPage(webview, reloaded);
		assertGlobals(js(GLOBALS), "main");
		assertThat(js("return location.pathname;").asString()).isEqualTo("/other.html");
		Page other = awaitPage(webview, null);
		webview.navigate("index.html");
		awaitPage(webview, other);
	}

	private static void assertGlobals(JsonNode globals, String label) {
		assertThat(globals.at("/first/isTauri").asBoolean()).isTrue();
		assertThat(globals.at("/first/internals").asString()).isEqualTo("object");
		assertThat(globals.get("functions")).isEmpty();
		assertThat(globals.get("callbacks").asBoolean()).isTrue();
		assertThat(globals.at("/metadata/currentWindow/label").asString()).isEqualTo(label);
		assertThat(globals.at("/metadata/currentWebview/label").asString()).isEqualTo(label);
		assertThat(globals.at("/metadata/currentWebview/windowLabel").asString()).isEqualTo(label);
		assertThat(globals.at("/path/sep").asString()).isEqualTo(File.separator);
		assertThat(globals.at("/path/delimiter").asString()).isEqualTo(File.pathSeparator);
	}

	// row 2
	@Test
	void globalsCannotBeReplaced() throws Exception {
		assertThat(js("""
				const before = window.__TAURI_INTERNALS__;
				try { window.isTauri = false; } catch {}
				try { window.__TAURI_INTERNALS__ = {}; } catch {}
				return window.isTauri === true && window.__TAURI_INTERNALS__ === before
				  && !Object.keys(window).includes('isTauri') && core.isTauri();
				""").asBoolean()).isTrue();
	}

	// row 8
	@Test
	void subFramesHaveNone() throws Exception {
		assertThat(js("""
				const frame = document.createElement('iframe');
				const loaded = new Promise((resolve) => { frame.onload = resolve; });
				frame.src = '/index.html';
				document.body.append(frame);
				await loaded;
				return [frame.contentWindow.location.pathname, typeof frame.contentWindow.__TAURI_INTERNALS__];
				""").toString()).isEqualTo("[\"/index.html\",\"undefined\"]");
	}

	// row 9, the default
	@Test
	void globalApiIsAbsentByDefault() throws Exception {
		assertThat(js("return typeof window.__TAURI__;").asString()).isEqualTo("undefined");
	}

	// row 10
	@Test
	void callbackIdsAreDistinctAndOnceEntriesGoBeforeTheCall() throws Exception {
		assertThat(js("""
				const { transformCallback, runCallback, callbacks } = __TAURI_INTERNALS__;
				const ids = Array.from({ length: 1000 }, () => transformCallback());
				let present;
				const once = transformCallback(() => { present = callbacks.has(once); }, true);
				runCallback(once);
				return new Set(ids).size === 1000 && ids.every((id) => id === id >>> 0) && present === false;
				""").asBoolean()).isTrue();
	}

	// row 11
	@Test
	void emptyCallbackCanBeRun() throws Exception {
		assertThat(js("""
				const { transformCallback, runCallback } = __TAURI_INTERNALS__;
				runCallback(transformCallback(undefined), 1);
				return 'no error';
				""").asString()).isEqualTo("no error");
	}

	// row 12
	@Test
	void unknownCallbackWarnsOnceAndDoesNotThrow(CapturedOutput output) throws Exception {
		assertThat(js("__TAURI_INTERNALS__.runCallback(12345678, 1); return 'no error';").asString())
			.isEqualTo("no error");
		String warning = "[TAURI] Couldn't find callback id 12345678. This might happen when the app is reloaded "
				+ "while Rust is running an asynchronous operation.";
		Awaitility.await().untilAsserted(() -> assertThat(output).containsOnlyOnce(warning));
	}

	// row 13
	@ParameterizedTest
	@ValueSource(strings = { "invoke('nothing')", "invoke('fail', { text: 'x' }).catch(() => {})",
			"invoke('no_such_command').catch(() => {})", "invoke('echo', { value: 1n }).catch(() => {})" })
	void settledCallLeavesNoCallback(String call) throws Exception {
		assertThat(js("""
				const before = __TAURI_INTERNALS__.callbacks.size;
				await %s;
				return __TAURI_INTERNALS__.callbacks.size - before;
				""".formatted(call)).asInt()).isZero();
	}

	// row 14
	@Test
	void keyCannotBeFound() throws Exception {
		String key = awaitPage(webview("main"), null).key().reveal();
		JsonNode texts = js("""
				const texts = [];
				const seen = new Set();
				const visit = (object, depth) => {
				  if (object === null || (typeof object !== 'object' && typeof object !== 'function') || depth > 4
				      || seen.has(object)) {
				    return;
				  }
				  seen.add(object);
				  for (const name of Object.getOwnPropertyNames(object)) {
				    texts.push(name);
				    let value;
				    try { value = object[name]; } catch { continue; }
				    if (typeof value === 'string') { texts.push(value); }
				    if (typeof value === 'function') { texts.push(Function.prototype.toString.call(value)); }
				    visit(value, depth + 1);
				  }
				};
				visit(__TAURI_INTERNALS__, 0);
				visit(__TAURI_EVENT_PLUGIN_INTERNALS__, 0);
				visit(window.ipc, 0);
				texts.push(...Object.getOwnPropertyNames(window), document.documentElement.outerHTML);
				return [texts.length, texts.join('\\n')];
				""");
		assertThat(texts.get(0).asInt()).isGreaterThan(500);
		assertThat(texts.get(1).asString()).contains("__TAURI_INTERNALS__").doesNotContain(key);
	}

}
