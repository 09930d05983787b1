package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No cliffs: neither the number of calls, at once or in all, nor the length of a text
 * loses, doubles or holds up a call.
 */
@ExtendWith(OutputCaptureExtension.class)
class BurstTests extends PageTests {

	private static final int BURST = 10_000;

	// More than a counter of 16 bits has numbers.
	private static final int BURSTS = 7;

	@Test
	void eachCallOfBurstsRunsOnceAndIsAnsweredOnce(CapturedOutput output) throws Exception {
		int first = js("return invoke('count');").asInt() + 1;
		for (int i = 0; i < BURSTS; i++) {
			JsonNode outcome = js("""
					const { callbacks } = __TAURI_INTERNALS__;
					const before = callbacks.size;
					const calls = Array.from({ length: %d }, () => invoke('count'));
					const counts = new Set(await Promise.all(calls));
					return [counts.size, Math.min(...counts), Math.max(...counts), callbacks.size - before];
					""".formatted(BURST));
			int start = first + i * BURST;
			assertThat(outcome.toString()).isEqualTo("[%d,%d,%d,0]".formatted(BURST, start, start + BURST - 1));
		}
		assertThat(output).doesNotContain("Couldn't find callback id");
	}

	@Test
	void eachCallOfABurstGetsItsOwnValue() throws Exception {
		assertThat(js("""
				const calls = Array.from({ length: %d }, (_, n) => (n %% 100 === 99)
				  ? invoke('echo_bytes', new Uint8Array([n >> 8, n & 255]))
				    .then((back) => (new Uint8Array(back)[0] << 8 | new Uint8Array(back)[1]) === n)
				  : (n %% 10 === 9) ? invoke('fail', { text: `${n}` }).catch((reason) => reason === `${n}`)
				  : invoke('add', { n }).then((sum) => sum === n + 1));
				return (await Promise.all(calls)).filter((good) => good).length;
				""".formatted(BURST)).asInt()).isEqualTo(BURST);
	}

	// A page that makes a call each microsecond gets to such numbers in an hour.
	@ParameterizedTest
	@ValueSource(longs = { 2147483646L, 2147483647L, 2147483648L, 3000000001L, 4294967294L })
	void idsHaveAll32Bits(long id) throws Exception {
		assertThat(
				js("""
						const { callbacks, ipc, unregisterCallback } = __TAURI_INTERNALS__;
						const id = %d;
						const call = (cmd, payload) => new Promise((resolve, reject) => {
						  callbacks.set(id, resolve);
						  callbacks.set(id + 1, reject);
						  ipc({ cmd, callback: id, error: id + 1, payload });
						});
						const posted = new Promise((resolve) => {
						  callbacks.set(id, resolve);
						  window.ipc.postMessage(JSON.stringify({ cmd: 'add', callback: id, error: id + 1, payload: { n: 4 } }));
						});
						const sum = await posted;
						const frames = [];
						callbacks.set(id - 1, (frame) => frames.push(frame.message ?? 'end'));
						await call('count_to', { count: 2, channel: `__CHANNEL__:${id - 1}` });
						while (frames.length < 3) { await new Promise((resolve) => setTimeout(resolve, 5)); }
						const outcome = [sum, frames, await call('add', { n: 1 }),
						  await call('fail', { text: 'no' }).catch((reason) => reason),
						  (await call('echo_bytes', new Uint8Array(3))).byteLength,
						  (await call('echo_bytes', new Uint8Array(1 << 20))).byteLength,
						  (await call('bytes', { size: 1 << 20 })).byteLength];
						[id - 1, id, id + 1].forEach(unregisterCallback);
						return outcome;
						"""
					.formatted(id)).toString())
			.isEqualTo("[5,[0,1,\"end\"],2,\"no\",3,1048576,1048576]");
	}

	// 8 bits, 16 bits, surrogate pairs, and what JSON escapes
	@ParameterizedTest
	@CsvSource({ "a, 1", "é, 1", "漢, 1", "😀, 2", "\"\\\"\", 1", "'\u2028', 1" })
	void textsOfAnyLengthComeBack(String letter, int units) throws Exception {
		assertThat(js("""
				const letter = %s;
				const lengths = [0, 1, 2];
				for (let power = 7; power <= 20; power++) { lengths.push(2 ** power - 1, 2 ** power, 2 ** power + 1); }
				const wrong = [];
				await Promise.all(lengths.map(async (length) => {
				  const text = letter.repeat(length / %d) + `${length}`;
				  const back = await invoke('echo', { text });
				  if (back.text !== text) { wrong.push(length); }
				}));
				return [lengths.length, wrong];
				""".formatted(json(letter), units)).toString()).isEqualTo("[45,[]]");
	}

	// The queue towards a page holds 8 million characters before others wait.
	@Test
	void textsLargerThanTheQueueComeBack() throws Exception {
		assertThat(js("""
				const texts = [9, 17].map((million, i) => 'ax漢'[i + 1].repeat(million * 1000 * 1000) + million);
				const back = await Promise.all(texts.map((text) => invoke('echo', { text })));
				return back.map(({ text }, i) => text === texts[i]);
				""").toString()).isEqualTo("[true,true]");
	}

	@Test
	void bytesOfAnyNumberComeBack() throws Exception {
		assertThat(js("""
				const noise = crypto.getRandomValues(new Uint8Array(65536));
				const sizes = [0, 1, 2, 3];
				for (let power = 9; power <= 21; power++) { sizes.push(2 ** power - 1, 2 ** power, 2 ** power + 1); }
				const wrong = [];
				await Promise.all(sizes.map(async (size) => {
				  const bytes = new Uint8Array(size);
				  for (let at = 0; at < size; at += noise.length) { bytes.set(noise.subarray(0, size - at), at); }
				  const back = new Uint8Array(await invoke('echo_bytes', bytes));
				  if (back.length !== size || back.some((value, at) => value !== noise[at % noise.length])) {
				    wrong.push(size);
				  }
				}));
				return [sizes.length, wrong];
				""").toString()).isEqualTo("[43,[]]");
	}

	// Above 16 MiB a body goes in parts. It is the body as it was when it was sent.
	@Test
	void bytesThatGoInPartsComeBack() throws Exception {
		assertThat(js("""
				const sizes = [2 ** 24, 2 ** 24 + 1, 3 * 2 ** 23, 3 * 2 ** 23 + 9];
				const wrong = [];
				await Promise.all(sizes.map(async (size, i) => {
				  const bytes = new Uint8Array(size).map((value, at) => (at >> 16) + at + i);
				  const sent = invoke('echo_bytes', bytes);
				  bytes.fill(255);
				  const back = new Uint8Array(await sent);
				  if (back.length !== size || back.some((value, at) => value !== ((at >> 16) + at + i & 255))) {
				    wrong.push(size);
				  }
				}));
				const { headers } = await invoke('describe', new Uint8Array(2 ** 24 + 1));
				return [wrong, headers['tauri-body-part']];
				""").toString()).isEqualTo("[[],[\"16777216/16777217\"]]");
	}

	@Test
	void eventsAndMessagesOfAnyLengthCome() throws Exception {
		assertThat(
				js("""
						const lengths = [0, 1, 8191, 8192, 65535, 65536, 1048575, 1048576, 1048577, 9000000];
						const heard = [];
						await event.listen('burst', ({ payload }) => heard.push(payload));
						const messages = [];
						for (const length of lengths) {
						  await event.emit('burst', '漢'.repeat(length));
						  await invoke('send_text', { text: 'é'.repeat(length), channel: new Channel((text) => messages.push(text)) });
						}
						while (heard.length < lengths.length || messages.length < lengths.length) {
						  await new Promise((resolve) => setTimeout(resolve, 5));
						}
						return [heard.map((text, i) => text === '漢'.repeat(lengths[i])),
						  messages.map((text, i) => text === 'é'.repeat(lengths[i]))].flat().filter((good) => good).length;
						""")
					.asInt())
			.isEqualTo(20);
	}

	private static String json(String text) {
		return JsonMapper.shared().writeValueAsString(text);
	}

}
