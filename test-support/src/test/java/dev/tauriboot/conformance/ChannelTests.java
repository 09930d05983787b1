package dev.tauriboot.conformance;

import dev.tauriboot.Label;
import dev.tauriboot.channel.Channel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 63 and 74 to 83: channels.
 */
class ChannelTests extends PageTests {

	private static final String OLD_CLIENT = "const { Channel: OldChannel } = "
			+ "await import('/META-INF/tauri/guest-js-legacy/2.0.3/core.js');\n";

	@Autowired
	private ConformanceApplication.ChannelCommands commands;

	// row 74
	@Test
	void channelIsATextThatResolvesAtAnyDepth() throws Exception {
		assertThat(js("""
				const text = JSON.stringify(new Channel());
				const collect = async (cmd, args) => {
				  const messages = [];
				  const channel = new Channel((message) => messages.push(message));
				  await invoke(cmd, args(channel));
				  while (__TAURI_INTERNALS__.callbacks.has(channel.id)) {
				    await new Promise((resolve) => setTimeout(resolve, 5));
				  }
				  return messages;
				};
				return [
				  /^"__CHANNEL__:\\d+"$/.test(text),
				  await collect('count_to', (channel) => ({ count: 3, channel })),
				  await collect('count_nested', (channel) => ({ job: { count: 2, channels: [channel] } })),
				];
				""").toString()).isEqualTo("[true,[0,1,2],[0,1]]");
	}

	// row 75
	@ParameterizedTest
	@ValueSource(strings = { "x", "__CHANNEL__:", "__CHANNEL__:a", "__CHANNEL__:4294967296" })
	void invalidChannelTextIsNamed(String text) throws Exception {
		assertThat(js("return rejection(invoke('count_to', { count: 1, channel: '%s' }));".formatted(text)).asString())
			.contains("invalid channel value `" + text + "`, expected a string in the `__CHANNEL__:ID` format");
	}

	// row 76
	@ParameterizedTest
	@ValueSource(strings = { "new Channel", "new OldChannel" })
	void messagesOfManySizesStayInOrder(String channel) throws Exception {
		assertThat(js(OLD_CLIENT + """
				const messages = [];
				const channel = %s();
				channel.onmessage = (message) => messages.push(message);
				await invoke('mixed', { channel });
				while (messages.length < 1000) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return [messages.length, messages.every((message, i) => parseInt(message) === i
				  && message.length === (i %% 2 ? 20000 : 10))];
				""".formatted(channel)).toString()).isEqualTo("[1000,true]");
	}

	// plugins row 14
	@Test
	void messagesOfSeveralThreadsComeOnceInTheOrderOfTheirNumbers() throws Exception {
		assertThat(js("""
				const frames = [];
				const id = __TAURI_INTERNALS__.transformCallback((frame) => frames.push(frame));
				await invoke('together', { threads: 4, count: 250, channel: `__CHANNEL__:${id}` });
				while (!frames.some(({ end }) => end)) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				const messages = [];
				await new Promise((resolve) => {
				  const channel = new Channel((message) => messages.push(message) === 1000 && resolve());
				  invoke('together', { threads: 4, count: 250, channel });
				});
				const numbers = new Set(frames.map(({ index }) => index));
				return [frames.length, numbers.size, numbers.has(0) && numbers.has(1000),
				  [0, 1, 2, 3].map((thread) => messages.filter(([of]) => of === thread).every(([, i], n) => i === n)),
				  new Set(messages.map(String)).size];
				""").toString()).isEqualTo("[1001,1001,true,[true,true,true,true],1000]");
	}

	// rows 77, 79
	@Test
	void framesCarryTheirNumbersAndTheEndFreesTheCallback() throws Exception {
		assertThat(js("""
				const frames = [];
				const { transformCallback, callbacks } = __TAURI_INTERNALS__;
				const id = transformCallback((frame) => frames.push(frame));
				await invoke('count_to', { count: 2, channel: `__CHANNEL__:${id}` });
				while (frames.length < 3) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				const before = callbacks.size;
				const channel = new Channel(() => {});
				await invoke('count_to', { count: 2, channel });
				while (callbacks.has(channel.id)) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return [frames, callbacks.size - before];
				""").toString())
			.isEqualTo("[[{\"message\":0,\"index\":0,\"id\":0},{\"message\":1,\"index\":1,\"id\":1},"
					+ "{\"end\":true,\"index\":2,\"id\":\"~end\"}],0]");
	}

	// row 78
	@ParameterizedTest
	@ValueSource(ints = { 0, 1023, 1024, 262143, 262144 })
	void rawMessageIsAnArrayBuffer(int size) throws Exception {
		assertThat(js("""
				const message = await new Promise((resolve) => {
				  invoke('send_bytes', { size: %d, channel: new Channel(resolve) });
				});
				return [message instanceof ArrayBuffer, message.byteLength];
				""".formatted(size)).toString()).isEqualTo("[true,%d]".formatted(size));
	}

	// row 80
	@Test
	void endOfAnOldClientsChannelHarmsNobody() throws Exception {
		assertThat(js(OLD_CLIENT + """
				const errors = [];
				window.addEventListener('error', (problem) => errors.push(problem.message));
				const messages = [];
				const channel = new OldChannel();
				channel.onmessage = (message) => messages.push(message);
				await invoke('count_to', { count: 20, channel });
				await invoke('nothing');
				await new Promise((resolve) => setTimeout(resolve, 50));
				return [messages.length, errors];
				""").toString()).isEqualTo("[20,[]]");
	}

	// row 81
	@Test
	void throwingHandlerStopsNothing() throws Exception {
		assertThat(js("""
				const errors = [];
				window.addEventListener('error', (problem) => {
				  errors.push(problem.error.message);
				  problem.preventDefault();
				});
				const seen = [];
				const channel = new Channel((message) => {
				  seen.push(message);
				  throw new Error('expected by the test');
				});
				await invoke('count_to', { count: 3, channel });
				while (errors.length < 3) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return [seen, errors.length, __TAURI_INTERNALS__.callbacks.has(channel.id)];
				""").toString()).isEqualTo("[[0,1,2],3,false]");
	}

	// rows 63, 82
	@Test
	void unknownDataIsNotFound() throws Exception {
		assertThat(js("""
				const fetched = (headers) => rejection(invoke('plugin:__TAURI_CHANNEL__|fetch', null, { headers }));
				return [
				  await fetched({ 'Tauri-Channel-Id': '4000000' }),
				  await fetched({}),
				  await fetched({ 'Tauri-Channel-Id': 'x' }),
				];
				""").toString())
			.isEqualTo("[\"data not found\",\"missing channel id header\",\"missing channel id header\"]");
	}

	// row 83
	@Test
	void sendingAfterAReloadHarmsNobody() throws Exception {
		js("await invoke('keep', { channel: new Channel() });");
		Channel<Integer> channel = this.commands.kept();
		assertThat(channel.isOpen()).isTrue();
		reload(this.runtime.find(Label.of("main")).webviews().get(0));
		Awaitility.await().until(() -> !channel.isOpen());
		channel.send(1);
		channel.close();
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

	// rows 84, 85
	@Test
	void listenerOfAPluginFallsBackToTheOldName() throws Exception {
		JsonNode outcome = js("""
				const got = [];
				const listener = await core.addPluginListener('sample', 'ping', (message) => got.push(message));
				while (got.length < 1) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				await listener.unregister();
				return [got, listener.channelId, await invoke('plugin:sample|removed')];
				""");
		assertThat(outcome.get(0).toString()).isEqualTo("[\"ping\"]");
		assertThat(outcome.get(1).isIntegralNumber()).isTrue();
		assertThat(outcome.get(2).asInt()).isEqualTo(outcome.get(1).asInt());
	}

}
