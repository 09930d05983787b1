package dev.tauriboot.conformance;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Under isolation: clients of other versions, and a page that got at the built-ins before
 * its frame was there.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation" })
class IsolationClientTests extends PageTests {

	// row 112: old and new clients
	@ParameterizedTest
	@ValueSource(strings = { "@tauri-apps/api/", "/META-INF/tauri/guest-js-legacy/2.0.3/" })
	void argumentsBehaveAsInBrownfield(String client) throws Exception {
		assertThat(js("""
				{
				const { invoke, Channel } = await import('%1$score%2$s');
				const { LogicalSize } = await import('@tauri-apps/api/dpi');
				const numbers = [];
				await new Promise((resolve) => {
				  const channel = new Channel();
				  channel.onmessage = (n) => { if (numbers.push(n) === 20) { resolve(); } };
				  invoke('count_to', { count: 20, channel });
				});
				const size = new LogicalSize(3, 4);
				return [numbers.at(-1), await invoke('echo', { map: new Map([['a', 1]]), size }),
				  [...new Uint8Array(await invoke('echo_bytes', new Uint8Array([5, 6, 7])))],
				  await rejection(invoke('greet', { rule: 'throw' }))];
				}
				""".formatted(client, client.startsWith("@") ? "" : ".js")).toString())
			.isEqualTo("[19,{\"map\":{\"a\":1},\"size\":{\"width\":3,\"height\":4}},[5,6,7],"
					+ "\"Command greet refused by the isolation hook: not today\"]");
	}

	// What runs in the head of a document runs before its frame is loaded.
	@Test
	void builtInsPatchedBeforeTheFrameChangeNothing() throws Exception {
		Webview webview = webview("main");
		Page before = awaitPage(webview, null);
		webview.navigate("patched.html");
		awaitPage(webview, before);
		try {
			assertThat(js("""
					const outcome = [patched.frames > 0, await rejection(invoke('greet', { rule: 'throw' })),
					  await rejection(invoke('greet', { rule: 'null' })), await invoke('greet', { userName: 'World' }),
					  [...new Uint8Array(await invoke('echo_bytes', new Uint8Array([5, 6, 7])))]];
					return [...outcome, patched.seen];
					""").toString()).isEqualTo("[true,\"Command greet refused by the isolation hook: not today\","
					+ "\"Command greet refused by the isolation hook\",\"Hello, World!\",[5,6,7],[]]");
		}
		finally {
			Page patched = awaitPage(webview, null);
			webview.navigate("index.html");
			awaitPage(webview, patched);
		}
	}

}
