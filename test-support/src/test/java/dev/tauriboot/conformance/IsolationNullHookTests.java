package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An isolation application that says late that it has no hook.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-null" })
class IsolationNullHookTests extends PageTests {

	// row 104
	@Test
	void callsWaitInOrderAndPassUnchanged() throws Exception {
		assertThat(
				js("""
						const order = [];
						await Promise.all([0, 1, 2, 3, 4].map((n) => invoke('echo', { n }).then((answer) => order.push(answer.n))));
						const bytes = new Uint8Array(await invoke('echo_bytes', new Uint8Array([1, 2])));
						return [order.length, new Set(order).size, bytes];
						""")
					.toString())
			.isEqualTo("[5,5,[1,2]]");
	}

}
