package dev.tauriboot.conformance;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hook that does not come to an end in time.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation",
		"tauri.app.security.pattern.options.timeout=300ms" })
@ExtendWith(OutputCaptureExtension.class)
class IsolationBusyHookTests extends PageTests {

	@Test
	void hookThatKeepsTheEngineBusyIsNamedWhileItDoes(CapturedOutput output) throws Exception {
		assertThat(js("return rejection(invoke('greet', { rule: 'busy', userName: 'x' }));").asString())
			.isEqualTo("Command greet refused by the isolation hook: it took too long");
		Awaitility.await()
			.untilAsserted(() -> assertThat(output).containsPattern(
					"ERROR .*The isolation hook of 'classpath:/isolation' has been busy with greet for \\d+ ms"));
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

}
