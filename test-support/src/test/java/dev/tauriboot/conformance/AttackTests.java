package dev.tauriboot.conformance;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import dev.tauriboot.event.Events;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a script that got into a page of the application tries, and what it gets.
 */
@ExtendWith(OutputCaptureExtension.class)
class AttackTests extends PageTests {

	// Records what passes through the built-ins that a page can replace, while it uses
	// every way that leads to the back end.
	private static final String SPY = """
			const seen = new window.Set();
			const note = (value) => { seen.add(value); };
			const spied = [[Headers.prototype, 'set'], [Headers.prototype, 'append'], [Headers.prototype, 'get'],
			  [Map.prototype, 'set'], [Map.prototype, 'get'], [Map.prototype, 'has'], [Array.prototype, 'map'],
			  [Array.prototype, 'push'], [Array.prototype, 'join'], [Array.prototype, Symbol.iterator],
			  [Promise.prototype, 'then'], [Promise.prototype, 'catch'], [Function.prototype, 'call'],
			  [Function.prototype, 'apply'], [Function.prototype, 'bind'], [EventTarget.prototype, 'dispatchEvent'],
			  [EventTarget.prototype, 'addEventListener'], [String.prototype, 'split'], [String.prototype, 'replace'],
			  [Response.prototype, 'json'], [Response.prototype, 'arrayBuffer'], [JSON, 'stringify'], [JSON, 'parse'],
			  [Object, 'freeze'], [Object, 'defineProperty'], [Reflect, 'apply'], [window, 'fetch'], [window, 'prompt'],
			  [window, 'queueMicrotask'], [window, 'setTimeout']];
			const { apply } = Reflect;
			const before = spied.map(([owner, name]) => owner[name]);
			let within = false;
			spied.forEach(([owner, name], i) => {
			  const native = before[i];
			  owner[name] = function (...args) {
			    if (!within) {
			      within = true;
			      note(this);
			      for (let j = 0; j < args.length; j++) { note(args[j]); }
			      within = false;
			    }
			    return apply(native, this, args);
			  };
			});
			Object.defineProperty(Object.prototype, '__TAURI_BRIDGE__', { set: note, get: () => undefined,
			  configurable: true });
			""";

	private static final String END_OF_SPY = """
			within = true;
			spied.forEach(([owner, name], i) => { owner[name] = before[i]; });
			delete Object.prototype.__TAURI_BRIDGE__;
			const texts = [];
			const java = [];
			for (const value of seen) {
			  if (typeof value === 'string') { texts.push(value); }
			  try {
			    if (value && typeof value.getClass === 'function') { java.push(`${value}`); }
			  } catch {}
			  if (value instanceof Headers) { texts.push(...[...value].flat()); }
			  else if (value && typeof value === 'object' && value.headers instanceof Headers) {
			    texts.push(...[...value.headers].flat());
			  }
			}
			""";

	@Autowired
	private Events events;

	@Test
	void replacedBuiltInsSeeNeitherBridgeNorKey() throws Exception {
		String key = awaitPage(webview("main"), null).key().reveal();
		JsonNode outcome = js(SPY + """
				const bytes = new Uint8Array(1024 * 1024 + 1);
				await invoke('greet', { userName: 'World' }, { headers: { 'X-Own': '1' } });
				await invoke('echo_bytes', bytes);
				await new Promise((resolve) => {
				  invoke('send_bytes', { size: bytes.length, channel: new Channel(resolve) });
				});
				await rejection(invoke('fail', { text: 'x' }));
				await event.emit('spied');
				window.prompt('__TAURI_CONNECT__');
				console.log('spied', { a: 1 });
				""" + END_OF_SPY + """
				return [seen.size, java, texts.join('\\n')];
				""");
		assertThat(outcome.get(0).asInt()).isGreaterThan(20);
		assertThat(outcome.get(1)).isEmpty();
		assertThat(outcome.get(2).asString()).contains("Tauri-Response").doesNotContain(key);
	}

	// Keys of builds were once among the variables that front ends got.
	@Test
	void nothingOfTheEnvironmentIsInThePage() throws Exception {
		String text = js("""
				return [(await (await fetch('/')).text()), document.documentElement.outerHTML,
				  JSON.stringify(__TAURI_INTERNALS__)].join();
				""").asString();
		assertThat(text).contains("__TAURI_INTERNALS__");
		Set<String> values = new HashSet<>(System.getenv().values());
		System.getProperties().values().forEach((value) -> values.add(value.toString()));
		values.removeIf((value) -> value.length() < 12);
		assertThat(values).hasSizeGreaterThan(10).noneMatch(text::contains);
	}

	// An exception that leaves a Java method is a Java object in the page.
	@Test
	void nothingThatIsThrownIsAnObjectOfJava() throws Exception {
		assertThat(js("""
				const thrown = [];
				const attempt = async (work) => {
				  try { await work(); } catch (error) { thrown.push(error); }
				};
				const { postMessage, ipc, convertFileSrc } = __TAURI_INTERNALS__;
				for (const odd of [undefined, null, 1, {}, [], 'x', '{', Symbol('x'), () => 1, new Date(NaN), 1n,
				    Object.create(null), { toString: null }, new Proxy({}, {}), '\\ud800', '{"cmd":null}']) {
				  await attempt(() => window.ipc.postMessage(odd));
				  await attempt(() => postMessage(odd));
				  await attempt(() => ipc(odd));
				  await attempt(() => ipc({ cmd: odd, callback: odd, error: odd, payload: odd, options: odd }));
				  await attempt(() => convertFileSrc(odd, odd));
				  await attempt(() => invoke(odd, odd).catch((error) => thrown.push(error)) && null);
				  await attempt(() => invoke('nothing', odd));
				  await attempt(() => invoke('nothing', {}, { headers: odd }));
				  await attempt(() => console.log(odd, odd));
				  await attempt(() => crypto.subtle.digest(odd, odd));
				}
				await new Promise((resolve) => setTimeout(resolve, 50));
				return thrown.map((error) => {
				  try {
				    return typeof error?.getClass === 'function' ? `java: ${error}` : typeof error;
				  } catch {
				    return 'unreadable';
				  }
				});
				""")).isNotEmpty().extracting(JsonNode::asString).isSubsetOf("string", "object");
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

	@Test
	void prototypesAreNotPolluted() throws Exception {
		assertThat(
				js("""
						const evil = () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
						const back = await invoke('echo', evil());
						const heard = [];
						for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
						  await event.listen(name, ({ payload }) => heard.push([name, payload]));
						  await event.emit(name, evil());
						}
						const refused = [];
						for (const name of ['__proto__', 'constructor', 'plugin:__proto__|constructor']) {
						  refused.push(typeof await rejection(invoke(name, evil())));
						}
						while (heard.length < 4) { await new Promise((resolve) => setTimeout(resolve, 5)); }
						return [JSON.stringify(back) === JSON.stringify(evil()), Object.keys(back),
						  heard.every(([, payload]) => JSON.stringify(payload) === JSON.stringify(evil())), refused,
						  ({}).polluted ?? null, (() => {}).polluted ?? null];
						""")
					.toString())
			.isEqualTo("[true,[\"__proto__\",\"constructor\"],true,[\"string\",\"string\",\"string\"],null,null]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "</script><script>window.pwned = 1</script>", "<!--<script>", "]]>",
			"\u2028window.pwned = 1\u2029", "'];window.pwned = 1//", "\"];window.pwned = 1//", "`;window.pwned = 1//",
			"${window.pwned = 1}", "\\u0022];window.pwned = 1//", "\\", "\ud800", "\udc00\ud800", "\u0000\u0001\u007f",
			"\ufeff", "\r\nTauri-Response: ok" })
	void textsStayTexts(String text) throws Exception {
		assertThat(
				js("""
						const text = %s;
						const same = [];
						same.push((await invoke('echo', { text })).text === text);
						// What is no text of Unicode may be refused as the name of a member: Jackson does since 3.1.8.
						let unicode = true;
						try { encodeURIComponent(text); } catch { unicode = false; }
						same.push(await invoke('echo', { [text]: 1 }).then((value) => value[text] === 1,
						  (reason) => !unicode && typeof reason === 'string'));
						same.push(await rejection(invoke('fail', { text })) === text);
						const message = await new Promise((resolve) => {
						  invoke('send_text', { text, channel: new Channel(resolve) });
						});
						same.push(message === text);
						const heard = new Promise((resolve) => event.once('text', resolve).then(() => event.emit('text', text)));
						same.push((await heard).payload === text);
						for (const call of [() => event.listen(text, () => {}), () => event.emit(text), () => invoke(text),
						    () => invoke('plugin:window|set_title', { label: 'main', value: text }),
						    () => invoke('plugin:window|title', { label: text }),
						    () => invoke('plugin:webview|create_webview_window', { options: { label: text, title: text } })]) {
						  same.push(typeof await call().catch((reason) => reason) === 'string');
						}
						console.log(text);
						// What is no text of Unicode makes no address.
						const image = new Image();
						try { image.src = __TAURI_INTERNALS__.convertFileSrc(text); } catch (error) { same.push(error.name === 'URIError'); }
						return [same.every((one) => one), window.pwned ?? null];
						"""
					.formatted(quoted(text))).toString())
			.isEqualTo("[true,null]");
		this.events.emit("text", text);
		webview("main").window().setTitle(text);
		assertThat(js("return window.pwned ?? null;").isNull()).isTrue();
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			quoted.append(String.format("\\u%04x", (int) c));
		}
		return quoted.append('"').toString();
	}

	@Test
	void tenThousandCallsInOneTurnAreAnsweredOnceEach() throws Exception {
		assertThat(js("""
				const before = __TAURI_INTERNALS__.callbacks.size;
				const first = await invoke('count');
				let answers = 0;
				const calls = Array.from({ length: 10000 }, (_, n) => (n % 2 ? invoke('add', { n }) : invoke('count'))
				  .finally(() => { answers += 1; }));
				const values = await Promise.all(calls);
				const counts = values.filter((_, n) => n % 2 === 0).sort((a, b) => a - b);
				return [answers, values.every((value, n) => n % 2 === 0 || value === n + 1),
				  counts.every((count, i) => count === first + 1 + i), __TAURI_INTERNALS__.callbacks.size - before];
				""").toString()).isEqualTo("[10000,true,true,0]");
	}

	@Test
	void burstsOfChannelsAndMessagesAreWhole() throws Exception {
		assertThat(js("""
				const before = __TAURI_INTERNALS__.callbacks.size;
				const whole = await Promise.all(Array.from({ length: 1000 }, () => new Promise((resolve) => {
				  const messages = [];
				  invoke('count_to', { count: 20, channel: new Channel((message) => {
				    messages.push(message);
				    if (messages.length === 20) { resolve(messages.every((value, i) => value === i)); }
				  }) });
				})));
				const many = [];
				await invoke('count_to', { count: 50000, channel: new Channel((message) => many.push(message)) });
				while (many.length < 50000 || __TAURI_INTERNALS__.callbacks.size > before) {
				  await new Promise((resolve) => setTimeout(resolve, 5));
				}
				return [whole.length, whole.every((one) => one), many.length, many.every((value, i) => value === i)];
				""").toString()).isEqualTo("[1000,true,50000,true]");
	}

	@Test
	void keysAreInNoLog(CapturedOutput output) throws Exception {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		Webview webview = webview("main");
		String first = awaitPage(webview, null).key().reveal();
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
		try {
			js("""
					const bytes = new Uint8Array(1024 * 1024 + 1);
					await invoke('echo_bytes', bytes);
					await invoke('greet', { userName: 'World' });
					await rejection(invoke('plugin:fs|read_file', {}));
					await fetch('http://ipc.localhost/greet', { method: 'POST', body: '{}', headers: {
					  'Tauri-Callback': '1', 'Tauri-Error': '2', 'Tauri-Invoke-Key': 'a guess' } }).catch(() => {});
					await new Promise((resolve) => {
					  invoke('send_bytes', { size: bytes.length, channel: new Channel(resolve) });
					});
					""");
			reload(webview);
			js("await invoke('greet', { userName: 'World' });");
		}
		finally {
			logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		}
		assertThat(output.getAll().toLowerCase(Locale.ROOT)).contains("trace").contains("greet");
		assertThat(output.getAll().contains(first)).isFalse();
		assertThat(output.getAll().contains(awaitPage(webview, null).key().reveal())).isFalse();
	}

}
