package dev.tauriboot.conformance;

import org.junit.jupiter.api.BeforeEach;
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
		"tauri.app.security.pattern.options.timeout=500ms" })
@ExtendWith(OutputCaptureExtension.class)
class IsolationBusyHookTests extends PageTests {

	@BeforeEach
	void hookIsThere() {
		awaitHook("main");
	}

	@Test
	void hookThatKeepsTheEngineBusyIsNamedWhileItDoes(CapturedOutput output) throws Exception {
		String outcome = "";
		// How much is too long depends on the machine.
		for (int size = 1 << 20; size <= 1 << 25 && !output.toString().contains("has been busy"); size *= 2) {
			outcome = js("return invoke('greet', { rule: 'busy', size: %d, userName: 'x' }).catch((reason) => reason);"
				.formatted(size)).asString();
		}
		assertThat(outcome).isEqualTo("Command greet refused by the isolation hook: it took too long");
		assertThat(output).containsPattern(
				"ERROR .*The isolation hook of 'classpath:/isolation' has been busy with greet for \\d+ ms");
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

}
