package dev.tauriboot.conformance;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 30 to 36 and 45 to 50 as a document sees them: what commands answer.
 */
@ExtendWith(OutputCaptureExtension.class)
class ResponseTests extends PageTests {

	// rows 31, 32, 72
	@Test
	void failureRejectsWithAPrimitiveText() throws Exception {
		assertThat(js("""
				const reason = await rejection(invoke('fail', { text: 'no "way" \\u2028' }));
				return [typeof reason, reason, await invoke('greet', { userName: 'still' })];
				""").toString()).isEqualTo("[\"string\",\"no \\\"way\\\" \u2028\",\"Hello, still!\"]");
	}

	// row 33
	@Test
	void nothingIsNull() throws Exception {
		assertThat(js("return (await invoke('nothing')) === null;").asBoolean()).isTrue();
	}

	// row 34
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1023, 1024, 100_000, 3 * 1024 * 1024 })
	void bytesAreAnArrayBuffer(int size) throws Exception {
		assertThat(js("""
				const result = await invoke('bytes', { size: %d });
				const bytes = new Uint8Array(result);
				return [result instanceof ArrayBuffer, bytes.length, bytes.every((value, i) => value === (i & 255))];
				""".formatted(size)).toString()).isEqualTo("[true,%d,true]".formatted(size));
	}

	// row 35
	@Test
	void oddTextIsUnchanged() throws Exception {
		assertThat(js("return invoke('special');").asString()).isEqualTo("quote \" ' ` \\ \u2028\u2029 </script> 😀");
	}

	// row 36
	@Test
	void protoIsAnOwnProperty() throws Exception {
		assertThat(js("""
				const result = await invoke('proto');
				return [Object.hasOwn(result, '__proto__'), ({}).polluted === undefined, result.polluted === undefined];
				""").toString()).isEqualTo("[true,true,true]");
	}

	// rows 48, 49
	@Test
	void fallbackAnswersTheSame() throws Exception {
		assertThat(js("""
				const call = (cmd, payload) => new Promise((resolve, reject) => {
				  const { transformCallback } = __TAURI_INTERNALS__;
				  const callback = transformCallback(resolve, true);
				  const error = transformCallback(reject, true);
				  window.ipc.postMessage(JSON.stringify({ cmd, callback, error, payload,
				    options: { headers: { 'X-One': 'a' }, customProtocolIpcBlocked: true } }));
				});
				const described = await call('describe', {});
				return [
				  await call('greet', { userName: 'World' }),
				  await call('bytes', { size: 3 }),
				  await rejection(call('fail', { text: 'no' })),
				  await rejection(call('nope')),
				  described.headers['x-one'],
				];
				""").toString()).isEqualTo("[\"Hello, World!\",[0,1,2],\"no\",\"Command nope not found\",[\"a\"]]");
	}

	// row 47, as far as it can be seen: our own script hands a blocked call over as it is
	@Test
	void fallbackTakesTheMessageOfTheContract() throws Exception {
		String key = awaitPage(webview("main"), null).key().reveal();
		assertThat(js("""
				const call = (cmd, payload, key) => new Promise((resolve, reject) => {
				  const { transformCallback } = __TAURI_INTERNALS__;
				  window.ipc.postMessage(JSON.stringify({ cmd, callback: transformCallback(resolve, true),
				    error: transformCallback(reject, true), payload, options: { customProtocolIpcBlocked: true },
				    __TAURI_INVOKE_KEY__: key }));
				});
				return [await call('greet', { userName: 'World' }, '%s'), await call('echo', null, '%s')];
				""".formatted(key, key)).toString()).isEqualTo("[\"Hello, World!\",null]");
	}

	// row 50
	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{\"cmd\":1}", "{\"cmd\":\"greet\",\"callback\":\"x\",\"error\":2}", "" })
	void malformedFallbackMessageIsToldAndHarmsNobody(String message, CapturedOutput output) throws Exception {
		assertThat(js("""
				window.ipc.postMessage('%s');
				return invoke('greet', { userName: 'World' });
				""".formatted(message)).asString()).isEqualTo("Hello, World!");
		Awaitility.await().untilAsserted(() -> assertThat(output).containsOnlyOnce("invalid IPC message: "));
	}

}
