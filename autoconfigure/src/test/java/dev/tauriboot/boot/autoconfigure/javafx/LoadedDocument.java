package dev.tauriboot.boot.autoconfigure.javafx;

import java.time.Duration;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import org.awaitility.Awaitility;

/**
 * The engine may drop a reload of a document that it still loads.
 */
final class LoadedDocument {

	private LoadedDocument() {
	}

	/**
	 * Wait until a webview has loaded its document, and all calls have their answers.
	 */
	static void await(Webview webview) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isLoaded(webview));
	}

	private static boolean isLoaded(Webview webview) {
		Page page = webview.page();
		return page != null && page.callsInFlight() == 0
				&& "complete".equals(((WebviewProbe) webview).evaluate("document.readyState"));
	}

}
