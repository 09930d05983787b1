package dev.tauriboot.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationSession;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.WindowOptions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page tries in order to reach a command without the hook, or the secrets of the
 * frame. The page has everything here that a page can have, its invoke key included.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation",
		"tauri.app.security.pattern.options.timeout=5s" })
class IsolationAttackTests extends PageTests {

	private static final String REFUSED = "the message was refused by isolation";

	// The report of a script goes through the frame, too.
	private static final String AFTER_THE_REPORT = """
			while (!window.__reported) { await new Promise((resolve) => { setTimeout(resolve, 5); }); }
			await window.__reported;
			""";

	@Autowired
	IsolationPattern pattern;

	@BeforeEach
	void hookIsThere() {
		awaitHook("main");
	}

	private Page page() {
		return awaitPage(webview("main"), null);
	}

	private String sealed(Page page, String command, String json) {
		return Base64.getEncoder()
			.encodeToString(this.pattern.session(page)
				.seal(new IsolationSession.Message(command, false, null, json.getBytes(StandardCharsets.UTF_8)))
				.array());
	}

	/** The body of a function that sends a request as the bootstrap does. */
	private String send(Page page, String calls) {
		return """
				const url = __TAURI_INTERNALS__.convertFileSrc('', 'ipc');
				const bytes = (text) => Uint8Array.fromBase64(text);
				const send = async (command, body, type = 'application/octet-stream', headers = {}) => {
				  const response = await fetch(url + command, { method: 'POST', body, headers: { 'Content-Type': type,
				    'Tauri-Callback': '1', 'Tauri-Error': '2', 'Tauri-Invoke-Key': '%s', ...headers } });
				  return `${response.headers.get('Tauri-Response')} ${await response.text()}`;
				};
				const count = await invoke('count');
				const answers = [];
				%s
				return [answers, (await invoke('count')) - count - 1];
				""".formatted(page.key().reveal(), calls);
	}

	private static void assertRefused(JsonNode outcome, int refusals) {
		assertThat(outcome.get(0)).hasSize(refusals)
			.allSatisfy((answer) -> assertThat(answer.asString()).isEqualTo("error \"" + REFUSED + "\""));
		assertThat(outcome.get(1).asInt()).as("calls of the command").isZero();
	}

	// row 110
	@Test
	void plainRequestsAreRefusedAndCounted() throws Exception {
		long before = this.pattern.refusals();
		assertRefused(
				js(send(page(),
						"""
								answers.push(await send('count', '{}', 'application/json'));
								answers.push(await send('count', '', 'application/json'));
								answers.push(await send('count', undefined));
								answers.push(await send('count', new Uint8Array(64)));
								answers.push(await send('count', '{"nonce":[1,2,3,4,5,6,7,8,9,10,11,12],"payload":[1],'
								  + '"contentType":"application/json"}', 'application/json'));
								answers.push(await send('count', undefined, 'application/octet-stream', { 'Tauri-Isolation-Kept': 'x' }));
								answers.push(await send('plugin%3A__TAURI_CHANNEL__%7Cfetch', 'null', 'application/json',
								  { 'Tauri-Channel-Id': '1' }));
								answers.push(await send('plugin%3A__TAURI_CHANNEL__%7Cfetch', 'null', 'application/json',
								  { 'Tauri-Result-Id': '1' }));
								""")),
				8);
		assertThat(this.pattern.refusals() - before).isEqualTo(8);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void refusalsAreLoggedOncePerDocumentAndOnOneLine(CapturedOutput output) throws Exception {
		reload(webview("main"));
		assertRefused(js(send(page(), """
				for (let i = 0; i < 20; i++) {
				  answers.push(await send('logged%0D%0AERROR%20forged%20' + i, '{}', 'application/json'));
				}
				""")), 20);
		assertThat(output.getAll().lines().filter((line) -> line.contains("forged")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("WARN")
			.endsWith("A message for 'logged? ERROR forged 0' from webview 'main' was refused");
	}

	// row 110
	@Test
	void fallbackTransportIsNoWayRound() throws Exception {
		assertThat(js("""
				const count = await invoke('count');
				const reasons = [];
				for (const payload of [{}, null, { nonce: Array(12).fill(0), payload: Array(40).fill(1),
				  contentType: 'application/json' }]) {
				  reasons.push(await new Promise((resolve) => {
				    const callback = __TAURI_INTERNALS__.transformCallback(() => resolve('answered'));
				    const error = __TAURI_INTERNALS__.transformCallback(resolve);
				    window.ipc.postMessage(JSON.stringify({ cmd: 'count', callback, error, payload, options: {} }));
				  }));
				}
				return [reasons, (await invoke('count')) - count];
				""").toString()).isEqualTo("[[\"%1$s\",\"%1$s\",\"%1$s\"],1]".formatted(REFUSED));
	}

	// rows 107, 108, 109: the body is nonce and ciphertext as bytes
	@Test
	void messageIsGoodOnceForItsCommandAndUnaltered() throws Exception {
		Page page = page();
		String good = sealed(page, "greet", "{\"userName\":\"Sealed\"}");
		String other = sealed(page, "greet", "{\"userName\":\"Sealed\"}");
		JsonNode outcome = js(send(page, """
				const once = await send('greet', bytes('%1$s'));
				if (once !== 'ok "Hello, Sealed!"') { throw new Error(once); }
				answers.push(await send('greet', bytes('%1$s')));
				answers.push(await send('count', bytes('%2$s')));
				for (const at of [0, 11, 12, 20, bytes('%2$s').length - 1]) {
				  const flipped = bytes('%2$s');
				  flipped[at] ^= 1;
				  answers.push(await send('greet', flipped));
				}
				answers.push(await send('greet', bytes('%2$s').subarray(1)));
				answers.push(await send('greet', bytes('%2$s').subarray(0, -1)));
				answers.push(await send('greet', bytes('%2$s').subarray(0, 11)));
				answers.push(await send('greet', bytes('%2$s').subarray(0, 12)));
				const last = await send('greet', bytes('%2$s'));
				if (last !== 'ok "Hello, Sealed!"') { throw new Error(last); }
				""".formatted(good, other)));
		assertRefused(outcome, 11);
	}

	@Test
	void messageOfAnotherWindowOrDocumentIsRefused() throws Exception {
		Page before = page();
		String old = sealed(before, "greet", "{\"userName\":\"Old\"}");
		Page second = awaitPage(webview("second"), null);
		String foreign = sealed(second, "greet", "{\"userName\":\"Foreign\"}");
		reload(webview("main"));
		Page page = page();
		assertThat(page).isNotSameAs(before);
		assertRefused(js(send(page, "answers.push(await send('greet', bytes('%s')), await send('greet', bytes('%s')));"
			.formatted(old, foreign))), 2);
		webview("second").window().destroy();
	}

	@Test
	void headersBesideTheMessageDoNotCount() throws Exception {
		Page page = page();
		JsonNode outcome = js(
				send(page, "answers.push(await send('describe', bytes('%s'), undefined, { 'X-Path': '/etc' }));"
					.formatted(sealed(page, "describe", "{}"))));
		assertThat(outcome.at("/0/0").asString()).startsWith("ok {").doesNotContain("x-path", "/etc");
	}

	@Test
	void frameCannotBeRead() throws Exception {
		assertThat(js("""
				const frame = document.getElementById('__tauri_isolation__');
				const attempt = (work) => { try { return `${work()}`; } catch (error) { return error.name; } };
				return [attempt(() => frame.contentDocument), attempt(() => frame.contentWindow.document),
				  attempt(() => frame.contentWindow.__TAURI_ISOLATION__), attempt(() => window[0].eval('1')),
				  attempt(() => frame.contentWindow.__TAURI_ISOLATION_HOOK__),
				  attempt(() => frame.getSVGDocument()),
				  await fetch(frame.src).then(() => 'read', (error) => error.name)];
				""").toString())
			.isEqualTo("[\"null\",\"SecurityError\",\"SecurityError\",\"SecurityError\",\"SecurityError\",\"null\","
					+ "\"TypeError\"]");
	}

	@Test
	void patchedBuiltInsSeeNothingAndChangeNothing() throws Exception {
		assertThat(
				js("""
						const seen = [];
						const spy = (owner, name) => {
						  const original = owner[name];
						  if (typeof original !== 'function') { return; }
						  owner[name] = function (...args) {
						    for (const value of [this, ...args]) {
						      if (value && typeof value === 'object' && ('see' in value || 'connect' in value || 'confirm' in value)
						        && value !== window) { seen.push(name); }
						    }
						    return Reflect.apply(original, this, args);
						  };
						};
						spy(JSON, 'parse'); spy(JSON, 'stringify');
						spy(Array.prototype, 'map'); spy(Array.prototype, 'push'); spy(Map.prototype, 'get');
						spy(Uint8Array.prototype, 'slice'); spy(Uint8Array, 'fromBase64'); spy(window, 'fetch');
						spy(window, 'postMessage'); spy(EventTarget.prototype, 'dispatchEvent'); spy(window, 'prompt');
						spy(Function.prototype, 'call'); spy(Function.prototype, 'apply'); spy(Element.prototype, 'append');
						Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: () => window });
						Object.defineProperty(Object.prototype, 'rule', { get: () => undefined, set: () => {}, configurable: true });
						const big = new Uint8Array(2 * 1024 * 1024).fill(2);
						const reasons = [await rejection(invoke('greet', { rule: 'throw' })),
						  await rejection(invoke('echo_bytes', big))];
						delete Object.prototype.rule;
						return [reasons, seen];
						""")
					.toString())
			.isEqualTo("[[\"Command greet refused by the isolation hook: not today\","
					+ "\"Command echo_bytes refused by the isolation hook: bytes\"],[]]");
	}

	@Test
	void secondFrameGivesThePageNothing() throws Exception {
		assertThat(js("""
				const url = document.getElementById('__tauri_isolation__').src;
				const outcome = [await rejection(invoke('greet', { rule: 'throw' }))];
				for (const sandbox of [undefined, 'allow-scripts allow-same-origin', 'allow-scripts']) {
				  const frame = document.createElement('iframe');
				  if (sandbox) { frame.setAttribute('sandbox', sandbox); }
				  frame.src = url;
				  const loaded = new Promise((resolve) => { frame.onload = resolve; });
				  document.body.append(frame);
				  await loaded;
				  try { outcome.push(`${frame.contentDocument} ${frame.contentWindow.origin}`); }
				  catch (error) { outcome.push(error.name); }
				  outcome.push(await rejection(invoke('greet', { rule: 'throw' })));
				  frame.remove();
				}
				return [...new Set(outcome)];
				""").toString())
			.isEqualTo("[\"Command greet refused by the isolation hook: not today\",\"SecurityError\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "frame.src = `data:text/html,${fake}`",
			"frame.removeAttribute('sandbox'); frame.srcdoc = fake",
			"frame.removeAttribute('sandbox'); frame.src = 'about:blank'; frame.contentWindow?.document.write(fake)",
			"frame.removeAttribute('sandbox'); frame.src = URL.createObjectURL(new Blob([fake], { type: 'text/html' }))",
			"frame.removeAttribute('sandbox'); frame.src = '/other.html'" })
	void frameThatGoesElsewhereStopsCallsAndGetsNoSay(String navigation) throws Exception {
		Page page = page();
		js("""
				await invoke('greet', { userName: 'before' });
								const frame = document.getElementById('__tauri_isolation__');
								const fake = '<script>window.lent = []; window.__TAURI_ISOLATION__ = { connect(lent) { window.lent.push(lent);'
								  + ' lent.call("ready", null, null, null, null, null, null); }, see: () => true, turn() {} }; window.__TAURI_ISOLATION_HOOK__ = null;</scr' + 'ipt>';
								const attack = async () => {
								  %s
								  const outcome = window.outcome = [];
								  const loaded = new Promise((resolve) => {
								    frame.addEventListener('load', resolve, { once: true });
								    setTimeout(resolve, 500);
								  });
								  try { %s; } catch (error) { console.log(error); }
								  await loaded;
								  try { outcome.push(frame.contentWindow.lent?.length ?? 0); } catch { outcome.push(0); }
								  await invoke('count', { rule: 'throw' }).then(() => outcome.push('ran'), (reason) => outcome.push(reason));
								};
								attack();
								return null;
								"""
			.formatted(AFTER_THE_REPORT, navigation));
		awaitOutcome("\\[0,\"Command count refused.*\"\\]");
		assertThat(page.isOpen()).isTrue();
	}

	private void awaitOutcome(String pattern) {
		WebviewProbe probe = (WebviewProbe) webview("main");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(probe.evaluate("JSON.stringify(window.outcome)")).asString().matches(pattern));
	}

	@Test
	void builtInsPatchedBeforeTheFrameLoadsSeeNothingAndChangeNothing() throws Exception {
		Webview webview = webview("second");
		Page before = awaitPage(webview, null);
		webview.navigate("isolation-tampered.html");
		awaitPage(webview, before);
		assertThat(jsIn("second", """
				const big = new Uint8Array(2 * 1024 * 1024).fill(2);
				return [window.tampered, await invoke('greet', { userName: 'World' }),
				  await rejection(invoke('greet', { rule: 'throw' })), await rejection(invoke('echo_bytes', big)),
				  new Uint8Array(await invoke('echo_bytes', new Uint8Array([4, 5]))), window.caught];
				""").toString())
			.isEqualTo("[true,\"Hello, World!\",\"Command greet refused by the isolation hook: not today\","
					+ "\"Command echo_bytes refused by the isolation hook: bytes\",[4,5],[]]");
		webview.window().destroy();
	}

	// row 115
	@Test
	void messagesOfOtherFramesAreIgnored() throws Exception {
		assertThat(
				js("""
						const other = document.createElement('iframe');
						other.setAttribute('sandbox', 'allow-scripts');
						other.srcdoc = `<script>
						  const bytes = new Uint8Array(1024).fill(66);
						  const flood = () => { for (let i = 0; i < 40; i++) { parent[0].postMessage({ staged: i, bytes }, '*'); } };
						  setInterval(flood, 50); flood(); parent.postMessage('flooding', '*');
						</scr` + 'ipt>';
						const flooding = new Promise((resolve) => { window.addEventListener('message', resolve, { once: true }); });
						document.body.append(other);
						await flooding;
						const sent = new Uint8Array(2 * 1024 * 1024).map((value, i) => i);
						const outcome = [];
						for (let n = 0; n < 3; n++) {
						  const back = new Uint8Array(await invoke('echo_bytes', sent));
						  outcome.push(back.length === sent.length && back.every((value, i) => value === sent[i]));
						}
						other.remove();
						return outcome;
						""")
					.toString())
			.isEqualTo("[true,true,true]");
	}

	@Test
	void pageCannotGoToTheIsolationUrl() throws Exception {
		Page page = page();
		assertThat(
				js("""
						window.location.href = document.getElementById('__tauri_isolation__').src;
						window.open(document.getElementById('__tauri_isolation__').src);
						await new Promise((resolve) => { setTimeout(resolve, 200); });
						return [window.location.host.startsWith('tauri.localhost'), await invoke('greet', { userName: 'still' })];
						""")
					.toString())
			.isEqualTo("[true,\"Hello, still!\"]");
		assertThat(page.isOpen()).isTrue();
	}

	@Test
	void isolationUrlInAWindowIsNoPage() throws Exception {
		String url = js("return document.getElementById('__tauri_isolation__').src;").asString();
		Webview webview = this.runtime.create(WindowOptions.of("opened").withUrl(url)).webviews().get(0);
		WebviewProbe probe = (WebviewProbe) webview;
		Awaitility.await()
			.untilAsserted(() -> assertThat(probe.evaluate(
					"JSON.stringify([window.origin, typeof __TAURI_ISOLATION_HOOK__, typeof __TAURI_INTERNALS__])"))
				.isEqualTo("[\"null\",\"function\",\"undefined\"]"));
		assertThat(webview.page()).isNull();
		webview.window().destroy();
	}

	@Test
	void removedFrameDoesNotOpenTheWay() throws Exception {
		js("""
				const attack = async () => {
				  %s
				  window.outcome = [];
				  document.getElementById('__tauri_isolation__').remove();
				  for (let i = 0; i < 2; i++) {
				    await invoke('count').then(() => window.outcome.push('ran'), (reason) => window.outcome.push(reason));
				  }
				};
				attack();
				return null;
				"""
			.formatted(AFTER_THE_REPORT));
		String text = "Command count refused: its isolation frame is gone, until the document is loaded again";
		awaitOutcome("\\[\"%1$s\",\"%1$s\"\\]".formatted(text));
	}

}
