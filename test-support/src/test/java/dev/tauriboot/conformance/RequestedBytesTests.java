package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 18 and 34 and the bytes of channels where all raw bytes take requests, so that
 * none are a text of the bridge.
 */
@TestPropertySource(properties = "tauri.ipc.request-bytes-from=0B")
class RequestedBytesTests extends PageTests {

	private static final String HELPERS = """
			const requests = () => performance.getEntriesByType('resource')
			  .filter(({ name }) => name.startsWith('http://ipc.localhost/')).length;
			const bytes = (size) => new Uint8Array(size).map((value, i) => i);
			const same = (got, sent) => got instanceof ArrayBuffer && got.byteLength === sent.length
			  && new Uint8Array(got).every((value, i) => value === sent[i]);
			const requested = async (work) => {
			  const before = requests();
			  const value = await work();
			  return [value, requests() > before];
			};
			""";

	// rows 18, 34
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 100_000 })
	void bytesOfAnySizeAreRequested(int size) throws Exception {
		assertThat(js(HELPERS + """
				const sent = bytes(%d);
				return [
				  await requested(async () => same(await invoke('echo_bytes', sent), sent)),
				  await requested(async () => same(await invoke('bytes', { size: sent.length }), sent)),
				  await requested(async () => (await new Promise((resolve) => {
				    invoke('send_bytes', { size: sent.length, channel: new Channel(resolve) });
				  })).byteLength === sent.length),
				];
				""".formatted(size)).toString()).isEqualTo("[[true,true],[true,true],[true,true]]");
	}

	@Test
	void otherCallsAreNot() throws Exception {
		assertThat(js(
				HELPERS + """
						return requested(async () => [await invoke('echo', { n: 1 }), await rejection(invoke('fail', { text: 'no' }))]);
						""")
			.toString()).isEqualTo("[[{\"n\":1},\"no\"],false]");
	}

	@Test
	void manyAtOnceComeThrough() throws Exception {
		assertThat(js(HELPERS + """
				const all = Array.from({ length: 500 }, (_, n) => new Uint8Array([0, n >> 8, n & 255]));
				const back = await Promise.all(all.map((sent) => invoke('echo_bytes', sent)));
				return back.every((got, n) => same(got, all[n]));
				""").asBoolean()).isTrue();
	}

}
