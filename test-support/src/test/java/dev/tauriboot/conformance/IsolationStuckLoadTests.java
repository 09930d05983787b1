package dev.tauriboot.conformance;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An isolation application whose scripts do not come to an end when they are loaded, but
 * for one that cannot be read.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-stuck",
		"tauri.app.security.pattern.options.timeout=1s" })
@ExtendWith(OutputCaptureExtension.class)
class IsolationStuckLoadTests extends PageTests {

	@Test
	void scriptsAreEndedOneByOne(CapturedOutput output) throws Exception {
		Awaitility.await()
			.untilAsserted(() -> assertThat(output).containsPattern("ERROR .*The isolation hook of "
					+ "'classpath:/isolation-stuck' was busy with .* for \\d+ ms, and has been ended"));
		awaitHook("main");
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
		assertThat(output).containsPattern("WARN .*index.html of the isolation application at "
				+ "'classpath:/isolation-stuck' cannot be read \\(.*Unexpected token \\(2:13\\)\\): "
				+ "should it run on for ever, it cannot be ended");
	}

}
