package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 9, 45, 46 and 138: pages with the global API, a frozen prototype, and a policy
 * that blocks all requests of scripts.
 */
@TestPropertySource(properties = { "tauri.app.with-global-tauri=true", "tauri.app.security.freeze-prototype=true",
		"tauri.app.security.csp=default-src 'self'; connect-src 'none'" })
class HardenedPageTests extends PageTests {

	// row 9
	@Test
	void globalApiHasItsNamespaces() throws Exception {
		assertThat(js("""
				const names = ['app', 'core', 'dpi', 'event', 'image', 'menu', 'mocks', 'path', 'tray', 'webview',
				  'webviewWindow', 'window'];
				return [names.filter((name) => typeof window.__TAURI__[name] !== 'object'),
				  await window.__TAURI__.core.invoke('greet', { userName: 'World' })];
				""").toString()).isEqualTo("[[],\"Hello, World!\"]");
	}

	// row 138
	@Test
	void prototypeIsFrozenAndTheApiWorks() throws Exception {
		assertThat(js("""
				let heard = 0;
				await event.once('frozen', () => { heard += 1; });
				await event.emit('frozen');
				const messages = [];
				const channel = new Channel((message) => messages.push(message));
				await invoke('count_to', { count: 3, channel });
				while (messages.length < 3) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return [Object.isFrozen(Object.prototype), heard, messages];
				""").toString()).isEqualTo("[true,1,[0,1,2]]");
	}

	// row 45
	@Test
	void requestsAreBlocked() throws Exception {
		assertThat(js("return fetch('/index.html').then(() => 'loaded', () => 'blocked');").asString())
			.isEqualTo("blocked");
	}

	// rows 45, 46
	@ParameterizedTest
	@ValueSource(ints = { 10, 100_000, 3 * 1024 * 1024 })
	void callsOfAnySizeWorkWithoutRequests(int size) throws Exception {
		assertThat(js("""
				const bytes = new Uint8Array(%d).map((value, i) => i);
				const text = 'é'.repeat(bytes.length);
				const outcome = [];
				for (let i = 0; i < 2; i++) {
				  const back = new Uint8Array(await invoke('echo_bytes', bytes));
				  outcome.push(back.length === bytes.length && back.every((value, j) => value === bytes[j]));
				  outcome.push((await invoke('echo', { text })).text === text);
				}
				return outcome;
				""".formatted(size)).toString()).isEqualTo("[true,true,true,true]");
	}

	// rows 45, 78
	@Test
	void largeMessagesOfChannelsComeWithoutRequests() throws Exception {
		assertThat(js("""
				const message = await new Promise((resolve) => {
				  invoke('send_bytes', { size: 2097152, channel: new Channel(resolve) });
				});
				return [message instanceof ArrayBuffer, message.byteLength];
				""").toString()).isEqualTo("[true,2097152]");
	}

}
