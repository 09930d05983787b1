package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing leads to a window that is closed or to a document that is gone, neither here
 * nor in the engine.
 */
class FxLeakTests {

	private static FxTestApp app;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		app.open("main");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	@Test
	void closedWindowIsCollected() {
		awaitCollected(closed());
	}

	// Nothing of the window is left on the stack when this has returned.
	private static List<WeakReference<?>> closed() {
		FxWebview webview = app.open("closed");
		FxTestApp.settle(webview, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })");
		FxTestApp.settle(webview, "crypto.subtle.digest('SHA-256', new Uint8Array(1)).then(() => 1)");
		List<WeakReference<?>> parts = weakly(webview, webview.window(), webview.view(), webview.view().getEngine(),
				webview.bridge(), webview.page());
		webview.window().close();
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> app.runtime.windows().size() == 1);
		return parts;
	}

	@Test
	void documentBeforeIsCollected() {
		FxWebview webview = app.open("reloaded");
		List<WeakReference<?>> parts = reloaded(webview);
		awaitCollected(parts);
		assertThat(FxTestApp.settle(webview, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
		webview.window().close();
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> app.runtime.windows().size() == 1);
	}

	private static List<WeakReference<?>> reloaded(FxWebview webview) {
		FxTestApp.settle(webview, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })");
		List<WeakReference<?>> parts = weakly(webview.page(), webview.bridge(), webview.bridge().subtle());
		webview.eval("window.old = true");
		webview.reload();
		FxTestApp.await(webview, "!window.old && document.readyState === 'complete' && 'isTauri' in window");
		return parts;
	}

	private static List<WeakReference<?>> weakly(Object... objects) {
		return Stream.of(objects).<WeakReference<?>>map((object) -> new WeakReference<>(object)).toList();
	}

	// The engine lets go on its own thread, in turns with the collector.
	private static void awaitCollected(List<WeakReference<?>> parts) {
		Awaitility.await().atMost(FxTestApp.PATIENCE).untilAsserted(() -> {
			System.gc();
			assertThat(parts.stream().map(WeakReference::get).filter(Objects::nonNull).map(Object::getClass)).isEmpty();
		});
	}

}
