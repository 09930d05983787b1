package dev.tauriboot.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.channel.ChannelOverflowException;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.event.EventSubscription;
import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each limit at its edge and over it: what is over it gets a clear error, and the page
 * goes on.
 */
@ExtendWith(OutputCaptureExtension.class)
@Import(LimitTests.LargeAnswers.class)
@TestPropertySource(
		properties = { "tauri.ipc.max-body-size=2MB", "tauri.ipc.max-in-flight=20", "tauri.ipc.max-listeners=5",
				"tauri.ipc.max-channels=4", "tauri.ipc.max-resources=3", "tauri.ipc.max-log-lines=30",
				"tauri.ipc.max-queued-chars=1000", "tauri.ipc.max-queued-events=3", "tauri.ipc.max-held-size=1MB",
				"tauri.app.max-windows=3", "tauri.app.security.navigation=http://tauri.localhost",
				"spring.jackson.factory.constraints.read.max-nesting-depth=50",
				"spring.jackson.factory.constraints.read.max-string-length=100000" })
class LimitTests extends PageTests {

	@Autowired
	private ResourceTable resources;

	@AfterEach
	void pageGoesOn() throws Exception {
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

	@Test
	void bodies() throws Exception {
		assertThat(js("""
				const size = 2 * 1024 * 1024;
				const small = 512 * 1024;
				return [(await invoke('echo_bytes', new Uint8Array(size))).byteLength,
				  await rejection(invoke('echo_bytes', new Uint8Array(size + 1))),
				  (await invoke('echo_bytes', new Uint8Array(small))).byteLength,
				  await invoke('nothing', { text: 'x'.repeat(90000) }),
				  await rejection(invoke('nothing', { text: 'x'.repeat(size) }))];
				""").toString())
			.isEqualTo("[2097152,\"the body is larger than the limit of 2097152 bytes\",524288,null,"
					+ "\"the body is larger than the limit of 2097152 bytes\"]");
	}

	@Test
	void depthOfJson() throws Exception {
		assertThat(js("""
				const nested = (depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
				return [JSON.stringify((await invoke('echo', { deep: nested(49) })).deep).length,
				  await rejection(invoke('echo', { deep: nested(50) })),
				  typeof await rejection(invoke('echo', { deep: nested(10000) }))];
				""").toString()).contains("[98,")
			.contains("nesting depth (51) exceeds the maximum allowed (50")
			.endsWith(",\"string\"]");
	}

	@Test
	void lengthOfTexts() throws Exception {
		assertThat(js("""
				return [(await invoke('echo', { text: 'x'.repeat(100000) })).text.length,
				  await rejection(invoke('echo', { text: 'x'.repeat(100001) }))];
				""").toString()).startsWith("[100000,").contains("(100001) exceeds the maximum allowed (100000");
	}

	@Test
	void callsInFlight() throws Exception {
		// A document asks at its start whether it may notify.
		awaitAnswers("main");
		assertThat(js("""
				const end = new AbortController();
				const never = () => invoke('never', {}, { signal: end.signal }).catch(() => 'ended');
				const calls = Array.from({ length: 19 }, never);
				await invoke('nothing');
				let refused = null;
				// Of calls that are sent together, workers may take any first.
				while (refused === null) {
				  calls.push(never());
				  refused = await invoke('nothing').then(() => null, (error) => error);
				}
				end.abort();
				await Promise.all(calls);
				let answer = null;
				while (answer === null) {
				  answer = await invoke('greet', { userName: 'again' }).catch(() => null);
				}
				return [refused, answer];
				""").toString()).isEqualTo("[\"too many calls in flight: the limit is 20\",\"Hello, again!\"]");
	}

	@Test
	void listeners() throws Exception {
		assertThat(js("""
				const unlisten = [];
				for (let i = 0; i < 5; i++) { unlisten.push(await event.listen(`limit-${i}`, () => {})); }
				const refused = await rejection(event.listen('limit-5', () => {}));
				unlisten[0]();
				unlisten[0]();
				await event.emit('limit-1');
				let again = null;
				while (again === null) {
				  again = await event.listen('limit-5', () => {}).catch(() => null);
				}
				return [refused, typeof again, await rejection(event.listen('limit-6', () => {}))];
				""").toString()).isEqualTo(
				"[\"too many listeners: the limit is 5\",\"function\"," + "\"too many listeners: the limit is 5\"]");
	}

	@Test
	void channels() throws Exception {
		assertThat(js("""
				for (let i = 0; i < 10; i++) { await invoke('count_to', { count: 1, channel: new Channel() }); }
				for (let i = 0; i < 4; i++) { await invoke('keep', { channel: new Channel() }); }
				return rejection(invoke('keep', { channel: new Channel() }));
				""").asString()).contains("too many open channels: the limit is 4");
		reload(webview("main"));
		js("await invoke('keep', { channel: new Channel() });");
	}

	@Test
	void resources() {
		Page page = awaitPage(webview("main"), null);
		long first = 0;
		for (int i = 0; i < 3; i++) {
			first = this.resources.add(page, new Object());
		}
		CountDownLatch closed = new CountDownLatch(1);
		AutoCloseable over = closed::countDown;
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> this.resources.add(page, over))
			.withMessage("too many resources: the limit is 3");
		assertThat(closed.getCount()).isZero();
		this.resources.addShared(new Object());
		this.resources.close(page, first);
		this.resources.add(page, new Object());
	}

	@Test
	void keysAndWaitingOperationsOfTheRepairedCrypto() throws Exception {
		assertThat(js("""
				const { subtle } = crypto;
				const failure = (promise) => promise.then(() => null, ({ name, message }) => `${name}: ${message}`);
				const make = () => subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, ['encrypt']);
				const large = () => subtle.digest('SHA-256', new Uint8Array(2 * 1024 * 1024 + 1));
				const password = await subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
				const slow = subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(8),
				  iterations: 5000000 }, password, 256);
				const refused = await failure(large());
				await slow;
				const keys = [await make(), await make()];
				return [refused, keys.length, await failure(make()), (await large()).byteLength];
				""").toString()).isEqualTo("[\"OperationError: Too much waits to be done: the limit is 2097152\",2,"
				+ "\"OperationError: Too many keys: the limit is 3\",32]");
	}

	@Test
	void windows(@Autowired DesktopRuntime runtime, CapturedOutput output) throws Exception {
		assertThat(js("""
				const create = (label) => invoke('plugin:window|create', { options: { label } });
				await create('second');
				await create('third');
				const refused = await rejection(create('fourth'));
				const webview = (label) => invoke('plugin:webview|create_webview', { windowLabel: 'second',
				  options: { label, url: 'index.html', x: 0, y: 0, width: 10, height: 10 } });
				await webview('a');
				await webview('b');
				window.open('index.html');
				return [refused, await rejection(webview('c'))];
				""").toString())
			.isEqualTo("[\"too many windows: the limit is 3\",\"too many webviews: the limit is 3\"]");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(output).contains("could not open a window: too many windows, the limit is 3"));
		runtime.windows()
			.stream()
			.filter((window) -> !window.label().value().equals("main"))
			.forEach((window) -> window.destroy());
		Awaitility.await().until(() -> runtime.windows().size() == 1);
	}

	@Test
	void linesOfTheLog(CapturedOutput output) throws Exception {
		// Whatever was printed before belongs to another second.
		js("""
				await new Promise((resolve) => setTimeout(resolve, 1100));
				for (let i = 0; i < 30; i++) { console.log(`edge ${i}.`); }
				await new Promise((resolve) => setTimeout(resolve, 1100));
				console.log('after the edge');""");
		Awaitility.await().untilAsserted(() -> assertThat(output).contains("after the edge"));
		assertThat(output.getOut().split("edge \\d+\\.", -1)).hasSize(31);
		assertThat(output).doesNotContain("more lines were suppressed");
		js("for (let i = 0; i < 500; i++) { console.log(`line ${i}.`); }");
		Awaitility.await().untilAsserted(() -> {
			js("await new Promise((resolve) => setTimeout(resolve, 100)); console.log('later');");
			assertThat(output).contains("more lines were suppressed");
		});
		// The line before may be of the same second.
		assertThat(output.getOut().split("line \\d+\\.", -1).length - 1).isBetween(29, 499);
	}

	@Test
	void queues() throws Exception {
		Webview webview = webview("main");
		Page page = awaitPage(webview, null);
		// The page takes nothing meanwhile.
		holdUpPage(() -> {
			Outbound outbound = page.outbound();
			assertThat(outbound.event("\"limit\",[1],", "\"" + "x".repeat(1000) + "\"")).isTrue();
			assertThat(outbound.event("\"limit\",[1],", "1")).as("waits for room and finds none").isFalse();
			assertThat(outbound.droppedEvents()).isEqualTo(1);
		});
		assertThat(js("return invoke('echo', { text: 'x'.repeat(50000) }).then(({ text }) => text.length);").asInt())
			.isEqualTo(50000);
	}

	// A page that is held up fetches nothing. Who must not wait is told at once.
	@Test
	void dataToBeFetched(@Autowired LargeAnswers answers) throws Exception {
		js("""
				window.arrived = [];
				window.channel = new Channel((bytes) => window.arrived.push(bytes.byteLength));
				await invoke('large_channel', { channel: window.channel });
				window.answers = Array.from({ length: 7 }, () => invoke('large_answer')
				  .then((bytes) => bytes.byteLength, (error) => error));
				await invoke('nothing');""");
		Awaitility.await().until(() -> answers.asked.currentSubscriberCount() == 7);
		holdUpPage(() -> withoutWaiting(() -> answers.asked.tryEmitNext(1024 * 1024)));
		String refused = "\"too much data waits to be fetched by the page: the limit is 4194304 bytes\"";
		assertThat(js("return (await Promise.all(window.answers)).sort();").toString())
			.isEqualTo("[" + "1048576,".repeat(5) + refused + "," + refused + "]");
		holdUpPage(() -> withoutWaiting(() -> {
			for (int i = 0; i < 3; i++) {
				answers.channel.send(new byte[1024 * 1024]);
			}
			assertThatExceptionOfType(ChannelOverflowException.class)
				.isThrownBy(() -> answers.channel.send(new byte[1024 * 1024]));
		}));
		assertThat(answers.channel.isOpen()).isFalse();
		assertThat(js("""
				while (window.arrived.length < 3) {
				  await new Promise((resolve) => setTimeout(resolve, 10));
				}
				return [window.arrived, (await invoke('echo_bytes', new Uint8Array(1024 * 1024))).byteLength];
				""").toString()).isEqualTo("[[1048576,1048576,1048576],1048576]");
	}

	private static void withoutWaiting(Runnable work) {
		Mono.fromRunnable(work).subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(20));
	}

	private void holdUpPage(Runnable meanwhile) {
		CountDownLatch stuck = new CountDownLatch(1);
		CountDownLatch held = new CountDownLatch(1);
		this.runtime.mainThread().execute(() -> {
			held.countDown();
			try {
				stuck.await(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		try {
			assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
			meanwhile.run();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			stuck.countDown();
		}
	}

	@Test
	void eventsForJava(@Autowired Events events, CapturedOutput output) throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch stuck = new CountDownLatch(1);
		List<String> heard = new CopyOnWriteArrayList<>();
		EventSubscription listener = events.listen("limit-java", (event) -> {
			begun.countDown();
			stuck.await(20, TimeUnit.SECONDS);
			heard.add(event.payload().json());
		});
		js("await event.emit('limit-java', 0);");
		assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
		js("for (let i = 1; i <= 3; i++) { await event.emit('limit-java', i); }");
		// This thread does not wait for room.
		this.runtime.mainThread().execute(() -> events.emit("limit-java", "over"));
		Awaitility.await().untilAsserted(() -> assertThat(output).contains("events are dropped while 3 wait"));
		stuck.countDown();
		Awaitility.await().until(() -> heard.size() == 4);
		js("await event.emit('limit-java', 'again');");
		Awaitility.await().untilAsserted(() -> assertThat(heard).containsExactly("0", "1", "2", "3", "\"again\""));
		listener.unlisten();
	}

	static class LargeAnswers {

		private final Sinks.Many<Integer> asked = Sinks.many().multicast().directBestEffort();

		private Channel<byte[]> channel;

		@TauriCommand
		Mono<byte[]> largeAnswer() {
			return this.asked.asFlux().next().map((size) -> new byte[size]);
		}

		@TauriCommand
		void largeChannel(Channel<byte[]> channel) {
			this.channel = channel.keepOpen();
		}

	}

}
