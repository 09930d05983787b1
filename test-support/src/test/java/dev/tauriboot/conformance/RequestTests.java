package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 15 to 29 and 64 to 73 as a document sees them: what it sends is what commands
 * get.
 */
class RequestTests extends PageTests {

	// rows 15, 16
	@Test
	void callCarriesItsNameAndTwoIds() throws Exception {
		JsonNode call = js("return invoke('describe', { a: 1 });");
		assertThat(call.get("command").asString()).isEqualTo("describe");
		assertThat(call.at("/headers/content-type/0").asString()).isEqualTo("application/json");
		String callback = call.at("/headers/tauri-callback/0").asString();
		String error = call.at("/headers/tauri-error/0").asString();
		assertThat(callback).matches("\\d+");
		assertThat(error).matches("\\d+").isNotEqualTo(callback);
		assertThat(call.at("/headers/origin/0").asString()).startsWith("http://tauri.localhost");
	}

	// row 17
	@Test
	void oddCommandNameComesThrough() throws Exception {
		assertThat(js("return invoke('plugin:odd|name with % + / \\\\ and ü😀');").asString()).isEqualTo("odd");
	}

	// rows 18, 19
	@ParameterizedTest
	@ValueSource(strings = { "new Uint8Array([0, 1, 128, 255])", "new Uint8Array([0, 1, 128, 255]).buffer",
			"new DataView(new Uint8Array([0, 1, 128, 255]).buffer)",
			"new Uint8Array([9, 0, 1, 128, 255, 9]).subarray(1, 5)" })
	void bytesArriveAsTheyAre(String payload) throws Exception {
		assertThat(js("return [(await invoke('describe', %s)).raw, new Uint8Array(await invoke('echo_bytes', %s))];"
			.formatted(payload, payload)).toString()).isEqualTo("[true,[0,1,128,255]]");
	}

	// row 18
	@Test
	void bytesOfEveryValueArrive() throws Exception {
		assertThat(js("""
				const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, ...Array(256).keys()]);
				const back = new Uint8Array(await invoke('echo_bytes', bytes));
				return [back.length, back.every((value, i) => value === bytes[i])];
				""").toString()).isEqualTo("[261,true]");
	}

	// row 20, the deviation: an array of numbers is bytes
	@Test
	void arrayAsPayloadIsBytes() throws Exception {
		assertThat(js("return new Uint8Array(await invoke('echo_bytes', [1, 2, 3]));").toString()).isEqualTo("[1,2,3]");
	}

	// row 21
	@Test
	void nullPayloadStaysNull() throws Exception {
		assertThat(js("return [await invoke('echo', null), await invoke('echo', undefined)];").toString())
			.isEqualTo("[null,{}]");
	}

	// rows 22, 23, 24, 25
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			new Map([['a', 1], [2, new Map()]])                          | {"2":{},"a":1}
			new Uint8Array([1, 255])                                     | [1,255]
			new Uint8Array([1, 255]).buffer                              | [1,255]
			{ deep: [{ __TAURI_TO_IPC_KEY__: () => ({ own: 'form' }) }] } | {"deep":[{"own":"form"}]}
			{ id: 7, __TAURI_CHANNEL_MARKER__: true }                    | "__CHANNEL__:7"
			{ a: undefined, b: null, c: () => 1 }                        | {"b":null}
			new Date(0)                                                  | "1970-01-01T00:00:00.000Z"
			new Set([1])                                                 | {}
			""")
	void nestedValueArrivesInItsForm(String value, String json) throws Exception {
		assertThat(js("return (await invoke('echo', { value: %s })).value;".formatted(value)).toString())
			.isEqualTo(json);
	}

	// row 26
	@Test
	void bigIntegerRejectsWithoutACall() throws Exception {
		JsonNode outcome = js("""
				const before = await invoke('count');
				const reason = await rejection(invoke('count', { value: 1n }));
				return [reason instanceof TypeError, (await invoke('count')) - before];
				""");
		assertThat(outcome.toString()).isEqualTo("[true,1]");
	}

	// row 27
	@ParameterizedTest
	@ValueSource(
			strings = { "{ 'X-One': 'a', 'Tauri-Callback': '77777' }", "[['X-One', 'a'], ['Tauri-Callback', '77777']]",
					"new Headers({ 'X-One': 'a', 'Tauri-Callback': '77777' })" })
	void customHeadersArriveAndReservedOnesStay(String headers) throws Exception {
		JsonNode call = js("return invoke('describe', {}, { headers: %s });".formatted(headers));
		assertThat(call.at("/headers/x-one/0").asString()).isEqualTo("a");
		assertThat(call.at("/headers/tauri-callback")).hasSize(1);
		assertThat(call.at("/headers/tauri-callback/0").asString()).isNotEqualTo("77777");
	}

	// row 27, where the call is a request
	@Test
	void reservedHeadersOfARequestStay() throws Exception {
		assertThat(js("""
				const headers = { 'Tauri-Invoke-Key': 'wrong', 'Tauri-Error': '1', Origin: 'http://evil.example' };
				return (await invoke('echo_bytes', new Uint8Array(2 * 1024 * 1024), { headers })).byteLength;
				""").asInt()).isEqualTo(2 * 1024 * 1024);
	}

	// rows 64, 67, 68
	@Test
	void argumentsAreReadByName() throws Exception {
		assertThat(js("""
				return [
				  await invoke('greet', { userName: 'World', surplus: true }),
				  await invoke('greet_snake', { user_name: 'World' }),
				  await invoke('add', { n: 1 }),
				  await invoke('add', { n: 1, more: null }),
				  await invoke('add', { n: 1, more: 5 }),
				];
				""").toString()).isEqualTo("[\"Hello, World!\",\"Hello, World!\",2,2,6]");
	}

	// rows 65, 66, 69
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			textBlock = """
					invoke('greet', {})           | invalid args `userName` for command `greet`: command greet missing required key userName
					invoke('greet', null)         | invalid args `userName` for command `greet`: command greet missing required key userName
					invoke('add', { n: 'x' })     | invalid args `n` for command `add`: invalid type:
					invoke('greet', { userName: 5 }) | invalid args `userName` for command `greet`: invalid type: integer `5`, expected a string
					invoke('greet', [1])          | invalid args `userName` for command `greet`: command greet expected a value for key userName but the IPC call used a bytes payload
					""")
	void badArgumentsAreNamed(String call, String text) throws Exception {
		assertThat(js("return rejection(%s);".formatted(call)).asString()).startsWith(text);
	}

	// row 70
	@Test
	void requestHasBytesAndHeaders() throws Exception {
		JsonNode call = js("return invoke('describe', new Uint8Array(3), { headers: { 'X-One': 'ä' } });");
		assertThat(call.get("raw").asBoolean()).isTrue();
		assertThat(call.at("/headers/content-type/0").asString()).isEqualTo("application/octet-stream");
	}

	// rows 58, 71
	@ParameterizedTest
	@ValueSource(strings = { "nope", "Greet", "greet " })
	void unknownCommandIsNotFound(String command) throws Exception {
		assertThat(js("return rejection(invoke('%s'));".formatted(command)).asString()).endsWith("not found");
	}

	// row 71: what nobody may call and what is not there look alike
	@ParameterizedTest
	@ValueSource(strings = { "plugin:greet", "plugin:nope|x", "plugin:sample|nope" })
	void unknownCommandOfPluginIsNotAllowed(String command) throws Exception {
		assertThat(js("return rejection(invoke('%s'));".formatted(command)).asString())
			.isEqualTo("Command " + command + " not allowed by ACL");
	}

	// row 58
	@Test
	void unknownCommandIsNamed() throws Exception {
		assertThat(js("return rejection(invoke('nope'));").asString()).isEqualTo("Command nope not found");
	}

	// row 73, 139
	@Test
	void callsThatNeverEndDelayNobody() throws Exception {
		assertThat(js("""
				for (let i = 0; i < 30; i++) { invoke('never').catch(() => {}); }
				return invoke('greet', { userName: 'late' });
				""").asString()).isEqualTo("Hello, late!");
	}

	// row 141
	@Test
	void fiveMegabytesOfJsonArrive() throws Exception {
		assertThat(js("return invoke('length', { text: 'é'.repeat(5 * 1024 * 1024) });").asInt())
			.isEqualTo(5 * 1024 * 1024);
	}

	// row 140
	@Test
	void manyBytesGoBothWays() throws Exception {
		assertThat(js("""
				const bytes = new Uint8Array(64 * 1024 * 1024);
				bytes[0] = 7;
				bytes[bytes.length - 1] = 9;
				const back = new Uint8Array(await invoke('echo_bytes', bytes));
				return [back.length, back[0], back[back.length - 1]];
				""").toString()).isEqualTo("[67108864,7,9]");
	}

	// rows 51, 52
	@Test
	void callerIsTheOneThatCalls() throws Exception {
		String call = """
				const call = await invoke('describe', { label: 'main', webview: 'main' },
				  { headers: { 'Tauri-Window-Label': 'main', 'Tauri-Invoke-Key': 'main' } });
				return [call.window, call.webview];
				""";
		assertThat(jsIn("second", call).toString()).isEqualTo("[\"second\",\"second\"]");
		assertThat(js(call).toString()).isEqualTo("[\"main\",\"main\"]");
	}

}
