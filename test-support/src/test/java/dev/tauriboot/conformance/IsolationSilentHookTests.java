package dev.tauriboot.conformance;

import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An isolation application that never sets its hook.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-silent",
		"tauri.app.security.pattern.options.timeout=400ms" })
@ExtendWith(OutputCaptureExtension.class)
class IsolationSilentHookTests extends PageTests {

	@Test
	void callsAreRefusedWithAReasonAndDoNotHang(CapturedOutput output) {
		Webview webview = webview("main");
		WebviewProbe probe = (WebviewProbe) webview;
		webview.eval("""
				window.reasons = [];
				const call = () => __TAURI_INTERNALS__.invoke('greet', { userName: 'x' })
				  .catch((reason) => window.reasons.push(reason));
				call().then(call);
				""");
		String reason = "Command greet refused: the isolation application at 'classpath:/isolation-silent' has not set "
				+ "window.__TAURI_ISOLATION_HOOK__";
		Awaitility.await()
			.untilAsserted(() -> assertThat(probe.evaluate("JSON.stringify(window.reasons)"))
				.isEqualTo("[\"%1$s\",\"%1$s\"]".formatted(reason)));
		// No hook has a say in what belongs to the page's own engine.
		webview.eval(
				"crypto.subtle.digest('SHA-1', new Uint8Array(1)).then((hash) => { window.hash = hash.byteLength; })");
		Awaitility.await().untilAsserted(() -> assertThat(probe.evaluate("window.hash")).isEqualTo(20));
		assertThat(output).contains("'classpath:/isolation-silent' has not set window.__TAURI_ISOLATION_HOOK__ within");
	}

}
