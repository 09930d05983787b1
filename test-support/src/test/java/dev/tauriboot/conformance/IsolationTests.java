package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 103 to 115: calls of a real document through the hook.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation",
		"tauri.app.security.pattern.options.timeout=2s" })
class IsolationTests extends PageTests {

	// row 103
	@Test
	void frameIsSandboxedAndHidden() throws Exception {
		assertThat(js("""
				const frame = document.querySelector('iframe#__tauri_isolation__');
				return [frame.getAttribute('sandbox'), getComputedStyle(frame).display];
				""").toString()).isEqualTo("[\"allow-scripts\",\"none\"]");
	}

	@Test
	void callPasses() throws Exception {
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

}
