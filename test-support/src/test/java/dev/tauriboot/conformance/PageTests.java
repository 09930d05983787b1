package dev.tauriboot.conformance;

import java.time.Duration;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.test.AutoConfigureIpcTester;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Base of the tests in a real document with the unmodified client. All share one
 * application and one window; each begins with a fresh document.
 */
@SpringBootTest(classes = ConformanceApplication.class,
		properties = { "tauri.runtime=javafx", "tauri.app.exit-jvm=false", "tauri.app.exit-on-last-window-closed=false",
				"tauri.build.frontend-dist=classpath:/" })
@AutoConfigureIpcTester
abstract class PageTests {

	@Autowired
	DesktopRuntime runtime;

	@Autowired
	Reports reports;

	@BeforeEach
	void freshDocument() {
		reload(webview("main"));
	}

	Webview webview(String label) {
		Webview webview = this.runtime.findWebview(Label.of(label));
		return (webview != null) ? webview : this.runtime.create(WindowOptions.of(label)).webviews().get(0);
	}

	JsonNode js(String body) throws Exception {
		return jsIn("main", body);
	}

	JsonNode jsIn(String label, String body) throws Exception {
		Webview webview = webview(label);
		awaitPage(webview, null);
		return this.reports.run(webview, body);
	}

	void reload(Webview webview) {
		Page before = awaitPage(webview, null);
		webview.reload();
		awaitPage(webview, before);
	}

	/**
	 * Waits for the answers that a document itself does not wait for.
	 */
	void awaitAnswers(String label) {
		Page page = awaitPage(webview(label), null);
		Awaitility.await("answers for " + label).until(() -> page.callsInFlight() == 0);
	}

	/**
	 * Waits for the hook of a document, which refuses calls that have waited too long for
	 * its frame to load.
	 */
	void awaitHook(String label) {
		Webview webview = webview(label);
		awaitPage(webview, null);
		webview.eval("""
				(async () => {
				  while (!window.hooked) {
				    window.hooked = await __TAURI_INTERNALS__.invoke('nothing').then(() => true, () => false);
				  }
				})();
				""");
		Awaitility.await("the hook of " + label)
			.until(() -> Boolean.TRUE.equals(((WebviewProbe) webview).evaluate("window.hooked")));
	}

	static Page awaitPage(Webview webview, Page before) {
		return Awaitility.await("a document in " + webview.label())
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(webview::page, (page) -> page != null && page != before);
	}

}
