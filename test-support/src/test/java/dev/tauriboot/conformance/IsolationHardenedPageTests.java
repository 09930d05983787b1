package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Isolation in pages with a frozen prototype and a policy that allows neither frames nor
 * requests of scripts.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation", "tauri.app.security.freeze-prototype=true",
		"tauri.app.security.csp=default-src 'self'; connect-src 'none'; frame-src 'none'" })
class IsolationHardenedPageTests extends PageTests {

	@Test
	void policyLetsTheFrameIn() throws Exception {
		assertThat(js(
				"return [await invoke('greet', { userName: 'World' }), await rejection(invoke('count', { rule: 'throw' }))];")
			.toString()).isEqualTo("[\"Hello, World!\",\"Command count refused by the isolation hook: not today\"]");
	}

	@Test
	void hookSeesBytesOnceThoughTheyTakeAnotherWay() throws Exception {
		assertThat(js("""
				await invoke('echo', { ask: 'seen' });
				await invoke('echo_bytes', new Uint8Array(3 * 1024 * 1024).map((value, i) => i));
				const { seen } = await invoke('echo', { ask: 'seen' });
				return seen.map((message) => message.payload);
				""").toString()).isEqualTo("[\"bytes 3145728\"]");
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 100_000, 3 * 1024 * 1024 })
	void bytesOfAnySizeWorkWithoutRequests(int size) throws Exception {
		assertThat(js("""
				const bytes = new Uint8Array(%d).map((value, i) => i);
				const outcome = [];
				for (let i = 0; i < 2; i++) {
				  const back = new Uint8Array(await invoke('echo_bytes', bytes));
				  outcome.push(back.length === bytes.length && back.every((value, j) => value === bytes[j]));
				}
				return outcome;
				""".formatted(size)).toString()).isEqualTo("[true,true]");
	}

}
