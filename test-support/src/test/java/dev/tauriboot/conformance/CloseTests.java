package dev.tauriboot.conformance;

import java.time.Duration;

import dev.tauriboot.Label;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 97, 100 and 101 as a document sees them: what closes a window.
 */
class CloseTests extends PageTests {

	private static final Label CLOSING = Label.of("closing");

	private static final String ON_CLOSE_REQUESTED = """
			const { getCurrentWindow } = await import('@tauri-apps/api/window');
			window.asked = 0;
			await getCurrentWindow().onCloseRequested(async (request) => { %s });
			""";

	@AfterEach
	void destroy() {
		Window window = this.runtime.find(CLOSING);
		if (window != null) {
			window.destroy();
			awaitClosed();
		}
	}

	// row 100
	@Test
	void windowWithoutAListenerCloses() throws Exception {
		jsIn("closing", "return null;");
		close();
		awaitClosed();
	}

	// row 100
	@Test
	void listenerThatPreventsKeepsTheWindow() throws Exception {
		jsIn("closing", ON_CLOSE_REQUESTED.formatted("request.preventDefault(); window.asked += 1;"));
		close();
		awaitAsked(1);
		close();
		awaitAsked(2);
		assertThat(this.runtime.find(CLOSING)).isNotNull();
	}

	// row 100
	@Test
	void listenerThatDoesNotPreventHasTheWindowDestroyed() throws Exception {
		jsIn("closing", ON_CLOSE_REQUESTED.formatted("await invoke('nothing'); await invoke('count');"));
		int before = js("return invoke('count');").asInt();
		close();
		awaitClosed();
		assertThat(js("return invoke('count');").asInt()).as("the listener was asked before").isEqualTo(before + 2);
	}

	// row 101
	@Test
	void listenerForAnyTargetDoesNotPrevent() throws Exception {
		jsIn("closing", "await event.listen('tauri://close-requested', () => {});");
		close();
		awaitClosed();
	}

	// row 97
	@Test
	void listenerOfAnEarlierDocumentDoesNotPrevent() throws Exception {
		jsIn("closing", ON_CLOSE_REQUESTED.formatted("request.preventDefault();"));
		reload(webview("closing"));
		close();
		awaitClosed();
	}

	private void close() {
		Window window = this.runtime.find(CLOSING);
		assertThat(window).isNotNull();
		window.close();
	}

	private void awaitAsked(int times) {
		Awaitility.await().until(() -> jsIn("closing", "return window.asked;").asInt() == times);
	}

	private void awaitClosed() {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.runtime.find(CLOSING) == null);
	}

}
