package dev.tauriboot.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.event.EventSubscription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 86 to 97: events of documents.
 */
class EventTests extends PageTests {

	private static final String LISTEN_TO_ALL = """
			window.heard = [];
			const targets = {
			  Any: undefined,
			  AnyLabel: 'main',
			  App: { kind: 'App' },
			  Window: { kind: 'Window', label: 'main' },
			  Webview: { kind: 'Webview', label: 'main' },
			  WebviewWindow: { kind: 'WebviewWindow', label: 'main' },
			  Other: { kind: 'WebviewWindow', label: 'other' },
			};
			for (const [name, target] of Object.entries(targets)) {
			  await event.listen('matrix', () => window.heard.push(name), target && { target });
			}
			""";

	@Autowired
	private AppHandle app;

	// row 86
	@Test
	void emittedEventReachesOtherDocumentsAndTheBackEnd() throws Exception {
		List<String> heard = Collections.synchronizedList(new ArrayList<>());
		EventSubscription subscription = this.app.listen("from-page",
				(received) -> heard.add(String.valueOf(received.payload().json())));
		try {
			jsIn("second", """
					window.got = new Promise((resolve) => event.listen('from-page', resolve,
					  { target: { kind: 'Window', label: 'elsewhere' } }).then(() => { window.ready = true; }));
					while (!window.ready) { await new Promise((resolve) => setTimeout(resolve, 5)); }
					""");
			js("await event.emit('from-page', { text: 'quote \\' \"' });");
			assertThat(jsIn("second", "return (await window.got).payload.text;").asString()).isEqualTo("quote ' \"");
			Awaitility.await().until(() -> heard.size() == 1);
			assertThat(heard.get(0)).contains("text");
		}
		finally {
			subscription.unlisten();
		}
	}

	// rows 87, 88, 89
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					event.emit('matrix')                                             | Any,AnyLabel,App,Window,Webview,WebviewWindow,Other
					event.emitTo({ kind: 'Any' }, 'matrix')                          | Any,AnyLabel,App,Window,Webview,WebviewWindow,Other
					event.emitTo('main', 'matrix')                                   | Any,AnyLabel,Window,Webview,WebviewWindow
					event.emitTo({ kind: 'App' }, 'matrix')                          | Any,App
					event.emitTo({ kind: 'Window', label: 'main' }, 'matrix')        | Any,AnyLabel,Window
					event.emitTo({ kind: 'Webview', label: 'main' }, 'matrix')       | Any,AnyLabel,Webview
					event.emitTo({ kind: 'WebviewWindow', label: 'main' }, 'matrix') | Any,AnyLabel,WebviewWindow
					event.emitTo({ kind: 'WebviewWindow', label: 'other' }, 'matrix') | Any,Other
					""")
	void targetsMatchAsTheContractHasIt(String emit, String heard) throws Exception {
		assertThat(js(LISTEN_TO_ALL + "await " + emit + "; await invoke('nothing'); return window.heard.join();")
			.asString()).isEqualTo(heard);
	}

	// row 90
	@Test
	void handlerGetsNameNumberAndPayload() throws Exception {
		assertThat(js("""
				const got = [];
				await event.listen('x', (received) => got.push(received));
				await event.emit('x');
				await event.emit('x', [1]);
				await invoke('nothing');
				return got.map((received) => [received.event, typeof received.id, received.payload]);
				""").toString()).isEqualTo("[[\"x\",\"number\",null],[\"x\",\"number\",[1]]]");
	}

	// row 91
	@ParameterizedTest
	@ValueSource(strings = { "event.emit('a b')", "event.emitTo('main', 'a.b')", "event.listen('a b', () => {})" })
	void illegalNameIsRefused(String call) throws Exception {
		String command = call.substring("event.".length(), call.indexOf('(')).replace("emitTo", "emit_to");
		assertThat(js("return rejection(%s);".formatted(call)).asString())
			.isEqualTo("invalid args `event` for command `" + command + "`: Event name must include only "
					+ "alphanumeric characters, `-`, `/`, `:` and `_`.");
	}

	// rows 92, 93
	@Test
	void unlistenStopsAtOnceAndMayBeCalledTwice() throws Exception {
		assertThat(js("""
				let calls = 0;
				const { callbacks } = __TAURI_INTERNALS__;
				const before = callbacks.size;
				const unlisten = await event.listen('gone', () => { calls += 1; });
				await event.emit('gone');
				await invoke('nothing');
				const emitted = event.emit('gone');
				// Workers may take these calls in any order, and each has its callbacks until it is answered.
				const ends = [unlisten(), unlisten()];
				await Promise.all([emitted, ...ends]);
				await invoke('nothing');
				return [calls, callbacks.size - before];
				""").toString()).isEqualTo("[1,0]");
	}

	// row 94
	@Test
	void unknownListenerCanBeUnregistered() throws Exception {
		assertThat(js("""
				__TAURI_EVENT_PLUGIN_INTERNALS__.unregisterListener('nope', 99);
				await event.listen('known', () => {});
				__TAURI_EVENT_PLUGIN_INTERNALS__.unregisterListener('known', 4000000);
				return 'no error';
				""").asString()).isEqualTo("no error");
	}

	// row 95
	@Test
	void onceIsOnce() throws Exception {
		assertThat(js("""
				let calls = 0;
				await event.once('twice', () => { calls += 1; });
				await Promise.all([event.emit('twice'), event.emit('twice'), event.emit('twice')]);
				await invoke('nothing');
				return calls;
				""").asInt()).isEqualTo(1);
	}

	// row 96
	@Test
	void oldClientsUnlistenFreesItsEntry() throws Exception {
		assertThat(js("""
				const old = await import('/META-INF/tauri/guest-js-legacy/2.0.3/event.js');
				const { callbacks } = __TAURI_INTERNALS__;
				const before = callbacks.size;
				let calls = 0;
				const unlisten = await old.listen('legacy', () => { calls += 1; });
				await old.emit('legacy');
				await invoke('nothing');
				await unlisten();
				await invoke('nothing');
				await old.emit('legacy');
				await invoke('nothing');
				return [calls, callbacks.size - before];
				""").toString()).isEqualTo("[1,0]");
	}

	// row 97
	@Test
	void listenersEndWithTheirDocument() throws Exception {
		js("await event.listen('after', () => invoke('count'));");
		int before = js("return invoke('count');").asInt();
		reload(webview("main"));
		js("await event.emit('after'); await invoke('nothing');");
		assertThat(js("return invoke('count');").asInt()).isEqualTo(before + 1);
	}

	@Test
	void eventsOfTheBackEndComeInOrder() throws Exception {
		js("window.numbers = []; await event.listen('number', (received) => window.numbers.push(received.payload));");
		for (int i = 0; i < 5000; i++) {
			this.app.emit("number", i);
		}
		assertThat(js("""
				while (window.numbers.length < 5000) { await new Promise((resolve) => setTimeout(resolve, 5)); }
				return window.numbers.every((number, i) => number === i);
				""").asBoolean()).isTrue();
	}

}
