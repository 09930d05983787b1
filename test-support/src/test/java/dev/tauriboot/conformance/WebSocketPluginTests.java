package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.15 of the plugins' contract: the plugin {@code websocket} with its package.
 */
class WebSocketPluginTests extends NetworkPluginTests {

	private JsonNode socket(String body, Object... arguments) throws Exception {
		return js(
				"""
						const { default: WebSocket } = await import('@tauri-apps/plugin-websocket');
						const base = 'ws://localhost:%d/ws';
						const open = async (path, config) => {
						  const messages = [], frames = [];
						  const { transformCallback } = __TAURI_INTERNALS__;
						  const id = await invoke('plugin:websocket|connect', { url: `${base}/${path}`, config,
						    onMessage: `__CHANNEL__:${transformCallback((frame) => { frames.push(frame); messages.push(frame.message); })}` });
						  const socket = new WebSocket(id, new Set());
						  const count = async (n) => {
						    while (messages.length < n) { await new Promise((resolve) => setTimeout(resolve, 5)); }
						    return messages;
						  };
						  const gone = async () => {
						    while (!frames.some((frame) => frame.end)) { await new Promise((resolve) => setTimeout(resolve, 5)); }
						    return messages.slice(0, -1);
						  };
						  return { socket, messages, count, gone };
						};
						%s
						"""
					.formatted(server.port(), body.formatted(arguments)));
	}

	// row 256
	@Test
	void messagesComeBack() throws Exception {
		assertThat(socket("""
				const socket = await WebSocket.connect(`${base}/echo`);
				const messages = [];
				const forget = socket.addListener((message) => messages.push(message));
				await socket.send('wörld');
				await socket.send([0, 127, 128, 255]);
				await socket.send({ type: 'Ping', data: [1] });
				await socket.send({ type: 'Pong', data: [2] });
				await socket.send('');
				while (messages.length < 5) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				forget();
				return messages;
				""").toString())
			.isEqualTo("[{\"type\":\"Text\",\"data\":\"wörld\"},{\"type\":\"Binary\",\"data\":[0,127,128,255]},"
					+ "{\"type\":\"Pong\",\"data\":[1]},{\"type\":\"Pong\",\"data\":[2]},{\"type\":\"Text\",\"data\":\"\"}]");
	}

	// row 256
	@Test
	void pingsAreShownAndAnswered() throws Exception {
		assertThat(socket("return (await (await open('ping')).count(2)).slice(0, 2);").toString())
			.isEqualTo("[{\"type\":\"Ping\",\"data\":[1,2]},{\"type\":\"Text\",\"data\":\"pong of 2\"}]");
	}

	// row 257
	@Test
	void closeOfTheServerIsTheLastMessage() throws Exception {
		assertThat(
				socket("""
						const { socket, gone } = await open('bye');
						const messages = await gone();
						return [messages, await rejection(socket.send('x')) === `connection not found for the given id: ${socket.id}`];
						""")
					.toString())
			.isEqualTo("[[{\"type\":\"Close\",\"data\":{\"code\":1001,\"reason\":\"bye\"}}],true]");
	}

	@Test
	void closeMaySayNothing() throws Exception {
		assertThat(socket("return (await open('silent')).gone();").toString())
			.isEqualTo("[{\"type\":\"Close\",\"data\":null}]");
	}

	// row 258
	@Test
	void disconnectIsToldToTheServer() throws Exception {
		assertThat(
				socket("""
						const { socket, gone } = await open('echo');
						await socket.disconnect();
						const messages = await gone();
						return [messages, await rejection(socket.disconnect()) === `connection not found for the given id: ${socket.id}`];
						""")
					.toString())
			.isEqualTo("[[{\"type\":\"Close\",\"data\":{\"code\":1000,\"reason\":\"Disconnected by client\"}}],true]");
		server.awaitGone("/ws/echo 1000 Disconnected by client");
	}

	// row 259
	@Test
	void partsAreOneMessage() throws Exception {
		assertThat(socket("""
				const [message] = await (await open('parts')).count(1);
				return [message.type, message.data.length, /^x*$/.test(message.data)];
				""").toString()).isEqualTo("[\"Text\",1048576,true]");
	}

	// row 260
	@Test
	void messagesThatAreTooLargeEndTheConnection() throws Exception {
		assertThat(
				socket("""
						const { socket, gone } = await open('parts', { maxMessageSize: 100000 });
						const messages = await gone();
						const frame = await (await open('parts', { maxFrameSize: 1000 })).gone();
						const [all] = await (await open('parts', { maxMessageSize: 'none', maxFrameSize: 'none' })).count(1);
						return [messages, await rejection(socket.send('x')) === `connection not found for the given id: ${socket.id}`,
						  frame.length, typeof frame[0], all.data.length];
						""")
					.toString())
			.isEqualTo("[[\"Space limit exceeded: Message too long: 131072 > 100000\"],true,1,\"string\",1048576]");
	}

	@Test
	void whatIsSentHasALimitToo() throws Exception {
		assertThat(socket("""
				const { socket } = await open('echo', { maxWriteBufferSize: 10 });
				return rejection(socket.send('x'.repeat(11)));
				""").asString()).isEqualTo("Write buffer is full");
	}

	@Test
	void largeMessagesGoBothWays() throws Exception {
		assertThat(socket("""
				const { socket, count } = await open('echo');
				await socket.send('y'.repeat(3000000));
				return (await count(1))[0].data.length;
				""").asInt()).isEqualTo(3_000_000);
	}

	// row 261
	@Test
	void refusedConnectionRejects() throws Exception {
		assertThat(
				socket("""
						return [(await rejection(WebSocket.connect('ws://localhost:19'))).includes('refused'),
						  typeof await rejection(WebSocket.connect(`${base}/nowhere`)),
						  await rejection(WebSocket.connect('http://localhost')), await rejection(WebSocket.connect('nonsense')),
						  typeof await rejection(WebSocket.connect('wss://localhost:%d/ws/echo'))];
						""",
						server.port())
					.toString())
			.isEqualTo(
					"[true,\"string\",\"URL error: URL scheme not supported\",\"invalid URL: nonsense\",\"string\"]");
	}

	// row 262
	@ParameterizedTest
	@ValueSource(strings = { "{ 'X-Mine': 'a' }", "new Headers({ 'X-Mine': 'a' })", "[['X-Mine', 'a']]" })
	void headersAreSent(String headers) throws Exception {
		assertThat(socket("""
				const heard = new Promise(async (resolve) => {
				  const socket = await WebSocket.connect(`${base}/echo`, { headers: %s });
				  resolve(socket.id > 0);
				});
				const config = { headers: Array.from(new Headers(%s).entries()) };
				return [await heard, (await (await open('headers', config)).count(1))[0].data];
				""", headers, headers).toString()).isEqualTo("[true,\"a null\"]");
	}

	// row 263
	@Test
	void brokenConnectionIsAText() throws Exception {
		assertThat(socket("return (await open('broken')).gone();").toString())
			.isEqualTo("[\"WebSocket protocol error: Connection reset without closing handshake\"]");
	}

	@Test
	void textThatIsNoneIsAnError() throws Exception {
		assertThat(socket("return (await open('nonsense')).gone();").toString())
			.isEqualTo("[\"UTF-8 encoding error: invalid UTF-8 in a text message\"]");
	}

	// row 13
	@Test
	void connectionsEndWithTheirDocument() throws Exception {
		socket("await open('echo'); await open('echo');");
		reload(webview("main"));
		server.awaitGone("/ws/echo 1001 ");
	}

	@Test
	void otherPageDoesNotReachIt() throws Exception {
		long id = socket("return (await open('echo')).socket.id;").asLong();
		assertThat(jsIn("second",
				"return rejection(invoke('plugin:websocket|send', { id: %d, message: { type: 'Text', data: 'x' } }));"
					.formatted(id))
			.asString()).isEqualTo("connection not found for the given id: " + id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ type: 'Odd', data: 'x' } | unknown variant `Odd`, expected one of `Text`, `Binary`, `Ping`, `Pong`, `Close`
					{ type: 'Text', data: 1 } | invalid type, expected a string
					{ type: 'Binary', data: 'x' } | invalid type, expected a sequence
					{ type: 'Binary', data: [256] } | invalid value: `256`, expected u8
					{ type: 'Close', data: { code: 1 } } | invalid type, expected struct CloseFrame
					""")
	void messagesThatAreNoneAreRefused(String message, String detail) throws Exception {
		assertThat(socket("return rejection((await open('echo')).socket.send(%s));", message).asString())
			.isEqualTo("invalid args `message` for command `send`: " + detail);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{ type: 'Close', data: { code: 5, reason: '' } } | WebSocket protocol error: Invalid close code: 5
					{ type: 'Ping', data: Array(126).fill(0) } | WebSocket protocol error: Control frame too big (payload must be 125 bytes or less)
					{ type: 'Close', data: { code: 1000, reason: 'x'.repeat(124) } } | WebSocket protocol error: Control frame too big (payload must be 125 bytes or less)
					""")
	void messagesAgainstTheProtocolAreRefused(String message, String text) throws Exception {
		assertThat(socket("""
				const { socket, count } = await open('echo');
				const reason = await rejection(socket.send(%s));
				await socket.send('still there');
				return [reason, (await count(1))[0].data];
				""", message).toString()).isEqualTo("[\"" + text + "\",\"still there\"]");
	}

}
