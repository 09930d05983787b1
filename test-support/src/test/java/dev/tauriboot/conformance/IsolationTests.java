package dev.tauriboot.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 103 to 115: calls of a real document with the unmodified client through the
 * hook.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation",
		"tauri.app.security.pattern.options.timeout=5s" })
@Import(IsolationTests.Dialogs.class)
@ExtendWith(OutputCaptureExtension.class)
class IsolationTests extends PageTests {

	@Autowired
	IsolationPattern pattern;

	@Autowired
	RecordingDialogs dialogs;

	// row 103
	@Test
	void frameIsSandboxedAndHidden() throws Exception {
		assertThat(js("""
				const frame = document.querySelector('iframe#__tauri_isolation__');
				return [frame.getAttribute('sandbox'), getComputedStyle(frame).display,
				  __TAURI_INTERNALS__.__TAURI_PATTERN__];
				""").toString())
			.isEqualTo("[\"allow-scripts\",\"none\",{\"pattern\":\"isolation\",\"side\":\"original\"}]");
	}

	// row 104: a script in the head runs before the frame can have loaded
	@Test
	void callsBeforeTheFrameIsReadyComeInOrder() throws Exception {
		Webview webview = webview("second");
		Page before = awaitPage(webview, null);
		webview.navigate("isolation-early.html");
		awaitPage(webview, before);
		JsonNode seen = jsIn("second", """
				const answers = await Promise.all(window.early);
				const { seen } = await invoke('echo', { ask: 'seen' });
				return [answers.map((answer) => answer.i), seen.map((message) => message.payload.i)];
				""");
		List<Integer> order = IntStream.range(0, 50).boxed().toList();
		assertThat(seen.toString()).isEqualTo("[%1$s,%1$s]".formatted(order).replace(" ", ""));
		webview.window().destroy();
	}

	// row 105
	@Test
	void hookSeesEveryKindOfCall() throws Exception {
		JsonNode seen = js("""
				await invoke('greet', { userName: 'World' });
				await invoke('plugin:odd|name with % + / \\\\ and ü😀');
				await event.emit('seen', { a: 1 });
				const stop = await event.listen('seen', () => {});
				await invoke('echo_bytes', new Uint8Array([1, 2, 3]));
				await invoke('describe', {}, { headers: { 'X-One': 'a' } });
				stop();
				return (await invoke('echo', { ask: 'seen' })).seen;
				""");
		assertThat(seen).allSatisfy((message) -> {
			assertThat(message.get("keys").toString())
				.isEqualTo("[\"cmd\",\"callback\",\"error\",\"payload\",\"options\"]");
			assertThat(message.get("callback").asString()).isEqualTo("number");
			assertThat(message.get("error").asString()).isEqualTo("number");
		});
		assertThat(seen.findValuesAsString("cmd")).containsSubsequence("greet", "plugin:odd|name with % + / \\ and ü😀",
				"plugin:event|emit", "plugin:event|listen", "echo_bytes", "describe");
		assertThat(seen.toString()).contains("\"payload\":\"bytes 3\"", "\"options\":{\"headers\":{\"x-one\":\"a\"}}",
				"\"payload\":{\"event\":\"seen\",\"payload\":{\"a\":1}}");
	}

	// row 105
	@ParameterizedTest
	@ValueSource(strings = { "|", "|x", "|x|y" })
	void hookSeesTheNameOfTheCommandThatIsCalled(String rest) throws Exception {
		assertThat(js("""
				let hear;
				const heard = new Promise((resolve) => { hear = resolve; });
				await event.once('hello', (e) => hear(e.payload));
				await invoke('echo', { ask: 'seen' });
				await invoke('plugin:event|emit%s', { event: 'hello', payload: 'there' });
				return [await heard, (await invoke('echo', { ask: 'seen' })).seen.map((message) => message.cmd)[0]];
				""".formatted(rest)).toString()).isEqualTo("[\"there\",\"plugin:event|emit\"]");
	}

	// row 105
	@Test
	void hookSeesFetchesOfChannels() throws Exception {
		JsonNode seen = js("""
				const message = await new Promise((resolve) => {
				  invoke('send_bytes', { size: 2097152, channel: new Channel(resolve) });
				});
				const { seen } = await invoke('echo', { ask: 'seen' });
				return [message.byteLength, seen.map((message) => message.cmd), seen.at(-1).options];
				""");
		assertThat(seen.get(0).asInt()).isEqualTo(2097152);
		assertThat(seen.get(1).toString()).endsWith("\"send_bytes\",\"plugin:__TAURI_CHANNEL__|fetch\"]");
		assertThat(seen.at("/2/headers/tauri-channel-id").asString()).matches("\\d+");
	}

	// row 106
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			greet | { rule: 'change', userName: 'World' }       | "Hello, Hook!"
			add   | { rule: 'changeLater', n: 1 }               | 42
			greet | { rule: 'async', userName: 'World' }        | "Hello, World!"
			nope  | { rule: 'command' }                         | "Hello, Renamed!"
			greet | { rule: 'map' }                             | "Hello, Map!"
			greet | { rule: 'inPlace', userName: 'World' }      | "Hello, InPlace!"
			""")
	void commandReceivesWhatTheHookReturns(String command, String payload, String answer) throws Exception {
		assertThat(js("return invoke('%s', %s);".formatted(command, payload)).toString()).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			null    | Command count refused by the isolation hook
			nothing | Command count refused by the isolation hook
			text    | Command count refused by the isolation hook
			throw   | Command count refused by the isolation hook: not today
			reject  | Command count refused by the isolation hook: not tomorrow
			""")
	void refusalSaysSoAtOnce(String rule, String text) throws Exception {
		JsonNode outcome = js("""
				const before = await invoke('count');
				const reason = await rejection(invoke('count', { rule: '%s' }));
				return [reason, (await invoke('count')) - before];
				""".formatted(rule));
		assertThat(outcome.get(0).asString()).isEqualTo(text);
		assertThat(outcome.get(1).asInt()).isEqualTo(1);
	}

	@Test
	void messagesLeaveInTheirOrder() throws Exception {
		assertThat(js("""
				const start = performance.now();
				const late = invoke('add', { rule: 'changeLater', millis: 500, n: 0 });
				await invoke('greet', { userName: 'x' });
				const waited = performance.now() - start;
				return [await late, waited >= 499];
				""").toString()).isEqualTo("[42,true]");
	}

	@Test
	void hookThatTakesTooLongFailsItsCallOnly(CapturedOutput output) throws Exception {
		assertThat(js("""
				const slow = rejection(invoke('greet', { rule: 'never', userName: 'x' }));
				const next = invoke('greet', { userName: 'World' });
				return [await slow, await next];
				""").toString())
			.isEqualTo("[\"Command greet refused by the isolation hook: it took too long\",\"Hello, World!\"]");
		assertThat(output).contains("The isolation hook of 'classpath:/isolation' took more than 5000 ms for greet");
	}

	@Test
	void callWhoseHookIsPendingCanBeCancelled() throws Exception {
		assertThat(js("""
				const stop = new AbortController();
				const reason = rejection(invoke('count', { rule: 'changeLater' }, { signal: stop.signal }));
				stop.abort(new Error('stopped'));
				const before = await invoke('count');
				return [(await reason).message, (await invoke('count')) - before];
				""").toString()).isEqualTo("[\"stopped\",1]");
	}

	@Test
	void dialogsOfTheHookAreShown() throws Exception {
		this.dialogs.shown.clear();
		this.dialogs.answers = true;
		assertThat(js("return invoke('echo', { rule: 'confirm', question: 'Delete?' });").toString())
			.contains("Delete?");
		this.dialogs.answers = false;
		assertThat(js("return rejection(invoke('echo', { rule: 'confirm', question: 'Really?' }));").asString())
			.isEqualTo("Command echo refused by the isolation hook");
		js("return invoke('echo', { rule: 'alert' });");
		assertThat(this.dialogs.shown).containsExactly("confirm main Delete?", "confirm main Really?",
				"alert main seen");
	}

	// A promise for a yes, as the plugin's confirm has it, would be a yes to every hook.
	@Test
	void scriptsOfPluginsAreInThePageOnly() throws Exception {
		this.dialogs.answers = false;
		assertThat(js("""
				const frame = document.createElement('iframe');
				frame.src = 'other.html';
				await new Promise((resolve) => { frame.onload = resolve; document.body.append(frame); });
				const seen = ({ confirm, __TAURI_OS_PLUGIN_INTERNALS__ }) =>
				  [!`${confirm}`.includes('[native code]'), Boolean(__TAURI_OS_PLUGIN_INTERNALS__)];
				const [page, inner] = [seen(window), seen(frame.contentWindow)];
				frame.remove();
				return { page, inner, hook: await invoke('echo', { rule: 'plugins' }) };
				""").toString())
			.isEqualTo("{\"page\":[true,true],\"inner\":[false,false],\"hook\":{\"answer\":false,\"os\":false}}");
	}

	@Test
	void timeOfTheUserIsNotThatOfTheHook() throws Exception {
		this.dialogs.answers = true;
		this.dialogs.millis = 5500;
		assertThat(js("return invoke('echo', { rule: 'confirm', question: 'Slow?' });").toString()).contains("Slow?");
	}

	@Test
	void consoleOfTheHookReachesTheLog(CapturedOutput output) throws Exception {
		js("return invoke('echo', { rule: 'console' });");
		Awaitility.await()
			.untilAsserted(() -> assertThat(output).contains("tauri.console.main").contains("hook says hello"));
	}

	@Test
	void sandboxHoldsForTheHook() throws Exception {
		assertThat(js("return invoke('echo', { rule: 'reach' });").toString())
			.isEqualTo("{\"outcome\":[\"SecurityError\",\"SecurityError\",\"SecurityError\",\"SecurityError\"],"
					+ "\"origin\":\"null\",\"own\":\"undefined\",\"internals\":\"undefined\"}");
	}

	@Test
	void hookNeitherPromptsNorLeadsThePageElsewhere() throws Exception {
		this.dialogs.shown.clear();
		assertThat(js("return invoke('echo', { rule: 'prompt' });").toString()).isEqualTo("{\"answer\":null}");
		assertThat(this.dialogs.shown).isEmpty();
		Page page = awaitPage(webview("main"), null);
		assertThat(js("""
				const url = new URL('other.html', window.location.href).href;
				await invoke('echo', { rule: 'leave', url }).catch(() => {});
				await new Promise((resolve) => { setTimeout(resolve, 200); });
				return [window.location.href === url, await invoke('greet', { userName: 'still' })];
				""").toString()).isEqualTo("[false,\"Hello, still!\"]");
		assertThat(webview("main").page()).isSameAs(page);
	}

	// row 111
	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 100_000, 3 * 1024 * 1024 })
	void bytesArriveAsTheyAre(int size) throws Exception {
		assertThat(js("""
				const bytes = new Uint8Array(%d).map((value, i) => i * 7);
				const whole = new Uint8Array(await invoke('echo_bytes', bytes));
				const part = new Uint8Array(await invoke('echo_bytes', bytes.subarray(bytes.length >> 3)));
				const { seen } = await invoke('echo', { ask: 'seen' });
				return [whole.length === bytes.length && whole.every((value, i) => value === bytes[i]),
				  part.length === bytes.length - (bytes.length >> 3)
				    && part.every((value, i) => value === bytes[i + (bytes.length >> 3)]),
				  seen.at(-2).payload];
				""".formatted(size)).toString()).isEqualTo("[true,true,\"bytes %d\"]".formatted(size));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 2 * 1024 * 1024 })
	void hookChangesAndRefusesBytes(int size) throws Exception {
		assertThat(js("""
				const flipped = new Uint8Array(await invoke('echo_bytes', new Uint8Array(%1$d).fill(1)));
				const reason = await rejection(invoke('echo_bytes', new Uint8Array(%1$d).fill(2)));
				const json = await invoke('echo', new Uint8Array(%1$d).fill(3));
				return [flipped.length, flipped.every((value) => value === 249), reason, json];
				""".formatted(size)).toString())
			.isEqualTo("[%d,true,\"Command echo_bytes refused by the isolation hook: bytes\",{\"small\":true}]"
				.formatted(size));
	}

	// row 112
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			new Map([['a', 1], [2, new Map()]])                          | {"2":{},"a":1}
			new Uint8Array([1, 255])                                     | [1,255]
			new Uint8Array([1, 255]).buffer                              | [1,255]
			{ deep: [{ __TAURI_TO_IPC_KEY__: () => ({ own: 'form' }) }] } | {"deep":[{"own":"form"}]}
			{ id: 7, __TAURI_CHANNEL_MARKER__: true }                    | "__CHANNEL__:7"
			{ a: undefined, b: null, c: () => 1 }                        | {"b":null}
			new Date(0)                                                  | "1970-01-01T00:00:00.000Z"
			'quote " \\\\ \\u2028 </script> 😀'                           | "quote \\" \\\\ \u2028 </script> 😀"
			""")
	void nestedValueArrivesInItsForm(String value, String json) throws Exception {
		assertThat(js("return (await invoke('echo', { value: %s })).value;".formatted(value)).toString())
			.isEqualTo(json);
	}

	// row 112
	@Test
	void channelsAndEventsWork() throws Exception {
		assertThat(
				js("""
						const numbers = [];
						await new Promise((resolve) => {
						  invoke('count_to', { count: 100, channel: new Channel((n) => { if (numbers.push(n) === 100) resolve(); }) });
						});
						let hear;
						const heard = new Promise((resolve) => { hear = resolve; });
						await event.once('hello', (e) => hear(e.payload));
						await event.emit('hello', 'there');
						return [numbers.length, numbers[99], await heard];
						""")
					.toString())
			.isEqualTo("[100,99,\"there\"]");
	}

	// row 113
	@Test
	void payloadThatLooksLikeAnEncryptedOneIsNone() throws Exception {
		assertThat(js("""
				return [await invoke('echo', { payload: 1 }),
				  await invoke('echo', { nonce: [1], payload: [2], contentType: 'application/json' })];
				""").toString())
			.isEqualTo("[{\"payload\":1},{\"nonce\":[1],\"payload\":[2],\"contentType\":\"application/json\"}]");
	}

	@Test
	void callThatCannotBeSerialisedRejectsAlone() throws Exception {
		assertThat(js("""
				const bad = rejection(invoke('echo', { value: 1n }));
				const good = invoke('greet', { userName: 'World' });
				return [(await bad) instanceof TypeError, await good];
				""").toString()).isEqualTo("[true,\"Hello, World!\"]");
	}

	// row 112
	@Test
	void oldClientGoesThroughTheHookToo() throws Exception {
		JsonNode outcome = js("""
				const old = await import('/META-INF/tauri/guest-js-legacy/2.0.3/core.js');
				const oldEvent = await import('/META-INF/tauri/guest-js-legacy/2.0.3/event.js');
				await invoke('echo', { ask: 'seen' });
				const numbers = [];
				await new Promise((resolve) => {
				  const channel = new old.Channel();
				  channel.onmessage = (n) => { if (numbers.push(n) === 3) resolve(); };
				  old.invoke('count_to', { count: 3, channel });
				});
				let hear;
				const heard = new Promise((resolve) => { hear = resolve; });
				const stop = await oldEvent.listen('old', (e) => hear(e.payload));
				await oldEvent.emit('old', 'there');
				const bytes = new Uint8Array(await old.invoke('echo_bytes', new Uint8Array([4, 5])));
				const outcome = [numbers, await heard, [...bytes], await old.invoke('greet', { userName: 'Old' }),
				  await rejection(old.invoke('greet', { rule: 'throw' }))];
				stop();
				return [outcome, (await invoke('echo', { ask: 'seen' })).seen.map((message) => message.cmd)];
				""");
		assertThat(outcome.get(0).toString()).isEqualTo("[[0,1,2],\"there\",[4,5],\"Hello, Old!\","
				+ "\"Command greet refused by the isolation hook: not today\"]");
		assertThat(outcome.get(1).toString()).contains("count_to", "plugin:event|listen", "plugin:event|emit",
				"echo_bytes", "greet");
	}

	@Test
	void manyCallsAtOnceAllArrive() throws Exception {
		assertThat(js("""
				const answers = await Promise.all(Array.from({ length: 5000 }, (_, n) => invoke('add', { n })));
				return answers.every((answer, n) => answer === n + 1);
				""").asBoolean()).isTrue();
	}

	@Test
	void largeResultNeedsNoFurtherMessage() throws Exception {
		assertThat(js("""
				const result = await invoke('bytes', { size: 2097152 });
				const { seen } = await invoke('echo', { ask: 'seen' });
				return [result.byteLength, seen.map((message) => message.cmd)];
				""").toString()).isEqualTo("[2097152,[\"bytes\"]]");
	}

	@Test
	void everyWindowAndDocumentHasItsOwnFrame() throws Exception {
		assertThat(jsIn("second", "return invoke('greet', { userName: 'Second' });").asString())
			.isEqualTo("Hello, Second!");
		assertThat(js("return invoke('greet', { userName: 'Main' });").asString()).isEqualTo("Hello, Main!");
		Webview webview = webview("second");
		Page before = awaitPage(webview, null);
		webview.navigate("other.html");
		awaitPage(webview, before);
		assertThat(jsIn("second", "return invoke('greet', { userName: 'Other' });").asString())
			.isEqualTo("Hello, Other!");
		webview.window().destroy();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Dialogs {

		@Bean
		RecordingDialogs recordingDialogs() {
			return new RecordingDialogs();
		}

		@Bean
		Capability plugins() {
			return Capability.withId("plugins")
				.windows("*")
				.permissions("core:default", "dialog:allow-message")
				.build();
		}

	}

	static class RecordingDialogs implements PageDialogs {

		private final List<String> shown = new CopyOnWriteArrayList<>();

		private volatile boolean answers;

		private volatile long millis;

		@Override
		public void alert(Webview webview, String message) {
			this.shown.add("alert " + webview.label() + " " + message);
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			this.shown.add("confirm " + webview.label() + " " + message);
			long end = System.nanoTime() + this.millis * 1_000_000;
			while (System.nanoTime() < end) {
				Thread.onSpinWait();
			}
			this.millis = 0;
			return this.answers;
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			this.shown.add("prompt " + webview.label() + " " + message);
			return "an answer";
		}

	}

}
