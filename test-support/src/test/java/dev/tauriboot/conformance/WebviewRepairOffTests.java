package dev.tauriboot.conformance;

import dev.tauriboot.asset.GuestScripts;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine as it is, where an application wants none of the repairs.
 */
@TestPropertySource(properties = { "tauri.webview.repair.subtle-crypto=false", "tauri.webview.repair.printing=false",
		"tauri.webview.repair.key-names=false", "tauri.webview.repair.date-inputs=false",
		"tauri.webview.repair.downloads=false", "tauri.webview.repair.file-inputs=false",
		"tauri.webview.repair.clipboard=false", "tauri.webview.repair.error-pages=false",
		"tauri.webview.repair.slow-script-after=0", "tauri.webview.repair.console=false",
		"tauri.webview.repair.window-open=false", "tauri.webview.repair.zoom-keys=false",
		"tauri.app.security.navigation=http://tauri.localhost", "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation",
		"tauri.app.security.pattern.options.timeout=30s" })
@ExtendWith(OutputCaptureExtension.class)
class WebviewRepairOffTests extends PageTests {

	@Test
	void pageHasWhatTheEngineHas() throws Exception {
		JsonNode engine = js("""
				const native = (it) => `${it}`.includes('[native code]');
				const date = document.createElement('input');
				date.type = 'date';
				date.value = 'no date';
				const link = document.createElement('a');
				return { subtle: typeof crypto.subtle, print: native(window.print), date: [date.type, date.value],
				  key: native(Object.getOwnPropertyDescriptor(KeyboardEvent.prototype, 'key').get),
				  download: [native(link.click), native(URL.createObjectURL)], clipboard: typeof navigator.clipboard,
				  console: [native(console.log), native(console.trace)] };
				""");
		assertThat(engine.toString())
			.isEqualTo("{\"subtle\":\"undefined\",\"print\":true,\"date\":[\"text\",\"no date\"],\"key\":true,"
					+ "\"download\":[true,true],\"clipboard\":\"undefined\",\"console\":[true,true]}");
	}

	@Test
	void logHasNothingOfPageOrHook(CapturedOutput output) throws Exception {
		assertThat(js("console.error('page says hello'); return invoke('echo', { rule: 'console' });").isNull())
			.isFalse();
		assertThat(output).doesNotContain("tauri.console").doesNotContain("says hello");
	}

	@Test
	void pageOpensNoWindow() throws Exception {
		assertThat(js("return [window.open('/index.html'), window.open()];").toString()).isEqualTo("[null,null]");
		assertThat(this.runtime.windows()).hasSize(1);
	}

	@Test
	void keysZoomNoWindow() {
		Webview webview = this.runtime
			.create(WindowOptions.of("zoomed").withTraits(WindowTraits.DEFAULT.withZoomHotkeys(true)))
			.webviews()
			.get(0);
		awaitPage(webview, null);
		FxViews.press(webview, KeyCode.PLUS);
		assertThat(webview.zoom()).isEqualTo(1);
		webview.window().destroy();
	}

	@Test
	void pageThatCannotBeLoadedStaysAsItIs() {
		WebviewProbe probe = (WebviewProbe) this.runtime
			.create(WindowOptions.of("failing").withUrl(GuestScripts.PATH_PREFIX + "nothing.js"))
			.webviews()
			.get(0);
		Awaitility.await()
			.until(() -> probe.evaluate(
					"location.href.endsWith('nothing.js') && document.readyState === 'complete'") == Boolean.TRUE);
		assertThat(probe.evaluate("document.getElementById('reason')")).isNull();
		((Webview) probe).window().destroy();
	}

}
