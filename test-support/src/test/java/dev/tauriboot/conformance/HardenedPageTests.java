package dev.tauriboot.conformance;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 9, 45, 46, 134 and 138: pages with the global API, a frozen prototype, and a
 * policy that blocks all requests of scripts.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "tauri.app.with-global-tauri=true", "tauri.app.security.freeze-prototype=true",
		"tauri.plugins.sql.enabled=false", "tauri.app.security.csp=default-src 'self'; connect-src 'none'",
		"tauri.app.security.dangerous-disable-asset-csp-modification=connect-src" })
class HardenedPageTests extends PageTests {

	private static final String WARNING = "IPC custom protocol failed, Tauri will now use the postMessage interface "
			+ "instead";

	// row 9
	@Test
	void globalApiHasItsNamespaces() throws Exception {
		assertThat(
				js("""
						const names = ['app', 'core', 'dpi', 'event', 'image', 'menu', 'mocks', 'path', 'tray', 'webview',
						  'webviewWindow', 'window'];
						const own = Object.keys(window.__TAURI__);
						return [window.first.global, names.filter((name) => !own.includes(name) || typeof window.__TAURI__[name] !== 'object'),
						  own.filter((name) => !names.includes(name)).sort(),
						  await window.__TAURI__.core.invoke('greet', { userName: 'World' }),
						  typeof window.__TAURI__.os.platform(), window.__TAURI__.fs.BaseDirectory.Document];
						""")
					.toString())
			.isEqualTo(
					"[\"object\",[],[\"cli\",\"clipboardManager\",\"dialog\",\"fs\",\"globalShortcut\",\"http\",\"log\","
							+ "\"notification\",\"opener\",\"os\",\"positioner\",\"process\",\"shell\",\"store\",\"upload\",\"websocket\","
							+ "\"windowState\"],\"Hello, World!\",\"string\",6]");
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
				return [window.first.frozen, Object.isFrozen(Object.prototype), heard, messages];
				""").toString()).isEqualTo("[true,true,1,[0,1,2]]");
	}

	@Test
	void subtleCryptoWorks() throws Exception {
		assertThat(
				js("""
						const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
						const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
						const secret = await crypto.subtle.encrypt(algorithm, key, new Uint8Array([1, 2, 3]));
						return [...new Uint8Array(await crypto.subtle.decrypt(algorithm, key, secret))];
						""")
					.toString())
			.isEqualTo("[1,2,3]");
	}

	// rows 45, 46
	@Test
	void blockedRequestIsTriedOnceForEachDocumentWithOneWarning(CapturedOutput output) throws Exception {
		String callTwice = """
				const blocked = [];
				document.addEventListener('securitypolicyviolation', (violation) => blocked.push(violation.blockedURI));
				const bytes = new Uint8Array(1024 * 1024 + 1);
				const sizes = (await Promise.all([bytes, bytes].map((sent) => invoke('echo_bytes', sent))))
				  .map((back) => back.byteLength);
				while (blocked.length < 2) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				sizes.push((await invoke('echo_bytes', bytes)).byteLength);
				await new Promise((resolve) => {
				  invoke('send_bytes', { size: bytes.length, channel: new Channel(resolve) });
				});
				await new Promise((resolve) => setTimeout(resolve, 20));
				return [sizes, blocked.every((uri) => uri.startsWith('http://ipc.localhost')), blocked.length];
				""";
		assertThat(js(callTwice).toString()).isEqualTo("[[1048577,1048577,1048577],true,2]");
		Awaitility.await().untilAsserted(() -> assertThat(output).containsOnlyOnce(WARNING));
		reload(webview("main"));
		assertThat(js(callTwice).toString()).isEqualTo("[[1048577,1048577,1048577],true,2]");
		Awaitility.await().until(() -> StringUtils.countOccurrencesOf(output.getOut(), WARNING) == 2);
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
	void largeMessagesOfChannelsComeWithoutRequests(CapturedOutput output) throws Exception {
		assertThat(js("""
				const message = await new Promise((resolve) => {
				  invoke('send_bytes', { size: 2097152, channel: new Channel(resolve) });
				});
				return [message instanceof ArrayBuffer, message.byteLength];
				""").toString()).isEqualTo("[true,2097152]");
		Awaitility.await().untilAsserted(() -> assertThat(output).containsOnlyOnce(WARNING));
	}

	// row 134
	@Test
	void policyLetsTheApplicationsScriptsRunAndNoOthers() throws Exception {
		Webview webview = webview("main");
		Page before = awaitPage(webview, null);
		webview.navigate("policy.html");
		awaitPage(webview, before);
		assertThat(js("""
				while (!window.module || document.readyState !== 'complete') {
				  await new Promise((resolve) => setTimeout(resolve, 5));
				}
				return [window.inline, window.asset, window.module, document.querySelector('#styled').offsetWidth,
				  document.querySelector('#plain').style.length];
				""").toString()).isEqualTo("[\"inline\",\"asset\",\"module\",123,0]");
		assertThat(js("""
				const violated = [];
				document.addEventListener('securitypolicyviolation', (violation) =>
				  violated.push(violation.effectiveDirective.replace(/-(elem|attr)$/, '')));
				const inject = (attributes, text) => {
				  const script = document.createElement('script');
				  Object.entries(attributes).forEach(([name, value]) => script.setAttribute(name, value));
				  script.textContent = text;
				  document.head.append(script);
				};
				inject({}, 'window.injected = true');
				inject({ nonce: '1234567' }, 'window.guessed = true');
				document.body.insertAdjacentHTML('beforeend', '<button id="inline" onclick="window.handled = true">');
				document.querySelector('#inline').click();
				const refused = new Promise((resolve) => {
				  const script = document.createElement('script');
				  script.onerror = () => resolve('refused');
				  script.onload = () => resolve('loaded');
				  script.src = 'http://127.0.0.1:9/foreign.js';
				  document.head.append(script);
				});
				const foreign = await refused;
				while (violated.length < 4) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return [window.injected ?? null, window.guessed ?? null, window.handled ?? null, foreign,
				  violated.length, [...new Set(violated)]];
				""").toString()).isEqualTo("[null,null,null,\"refused\",4,[\"script-src\"]]");
		Page policy = awaitPage(webview, null);
		webview.navigate("index.html");
		awaitPage(webview, policy);
	}

}
