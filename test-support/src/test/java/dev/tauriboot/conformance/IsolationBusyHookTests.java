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
		"tauri.app.security.pattern.options.dir=classpath:/isolation", "tauri.app.security.pattern.options.timeout=2s",
		"tauri.ipc.max-body-size=1MB" })
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

	@Test
	void noMoreWaitsForItsAnswersThanConfigured() throws Exception {
		assertThat(
				js("""
						const call = (rule, length) => rejection(invoke('greet', { rule, userName: 'x'.repeat(length) }));
						const calls = await Promise.all([call('never', 900 * 1024), call('never', 1), call('none', 200 * 1024)]);
						return [calls, (await invoke('greet', { userName: 'x'.repeat(900 * 1024) })).length];
						""")
					.toString())
			.isEqualTo("[[\"Command greet refused by the isolation hook: it took too long\","
					+ "\"Command greet refused by the isolation hook: it took too long\","
					+ "\"Command greet refused: too much waits for the isolation hook: the limit is 1048576\"],921608]");
	}

}
