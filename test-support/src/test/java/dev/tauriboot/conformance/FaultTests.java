package dev.tauriboot.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.event.Events;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
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
 * What happens to a document and its calls when something breaks: the page is told, the
 * log names the cause, nothing stays behind, and the application goes on.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "tauri.webview.repair.slow-script-after=400ms")
@Import(FaultTests.Faults.class)
class FaultTests extends PageTests {

	private static final int THREADS = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Commands commands;

	@Autowired
	private Events events;

	@Autowired
	private ResourceTable resources;

	@Autowired
	private User user;

	@BeforeEach
	void begin() {
		this.commands.begin();
	}

	@AfterEach
	void applicationGoesOn() throws Exception {
		this.commands.release.countDown();
		Page page = awaitPage(webview("main"), null);
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
		Awaitility.await().atMost(PATIENCE).until(() -> page.callsInFlight() == 0);
	}

	@ParameterizedTest
	@CsvSource({ "fail_error, java.lang.AssertionError: wrong", "fail_memory, java.lang.OutOfMemoryError",
			"fail_memory_later, java.lang.OutOfMemoryError", "fail_memory_at_subscription, java.lang.OutOfMemoryError",
			"fail_memory_on_the_main_thread, java.lang.OutOfMemoryError",
			"fail_recursion, java.lang.StackOverflowError", "fail_linkage, java.lang.NoClassDefFoundError: gone",
			"fail_result, java.lang.AssertionError: no result" })
	void errorOfACommandIsAnIdForThePageAndACauseInTheLog(String command, String cause, CapturedOutput output)
			throws Exception {
		String rejection = js("return rejection(invoke('%s'));".formatted(command)).asString();
		assertThat(rejection).matches("internal error \\(id [0-9a-f-]{36}\\)");
		String id = rejection.substring("internal error ".length());
		assertThat(output.getOut()).containsSubsequence("Command '" + command + "' failed " + id, cause);
	}

	// Reactor throws such errors on its thread rather than passing them on.
	@Test
	void memoryThatRunsOutOnAThreadOfReactorEndsTheCallByItsTimeout(CapturedOutput output) throws Exception {
		assertThat(js("return rejection(invoke('fail_memory_elsewhere'));").asString())
			.isEqualTo("command fail_memory_elsewhere timed out after 1000 ms");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(output).contains("java.lang.OutOfMemoryError"));
	}

	@Test
	void commandThatBlocksIsInterruptedByItsTimeoutAndByThePage() throws Exception {
		js("""
				window.end = new AbortController();
				window.aborted = invoke('block', {}, { signal: window.end.signal }).catch((reason) => reason.name);
				""");
		// What nobody has begun is not interrupted.
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == 1);
		assertThat(js("""
				const overdue = await rejection(invoke('block_briefly'));
				const between = await invoke('greet', { userName: 'between' });
				window.end.abort();
				return [overdue, between, await window.aborted];
				""").toString())
			.isEqualTo("[\"command block_briefly timed out after 1000 ms\",\"Hello, between!\",\"AbortError\"]");
		awaitInterrupts(2);
	}

	@Test
	void callThatIsAnsweredIsForgottenByItsSignal() throws Exception {
		assertThat(js("""
				const { signal } = new AbortController();
				const waiting = new Set();
				signal.addEventListener = (type, listener) => waiting.add(listener);
				signal.removeEventListener = (type, listener) => waiting.delete(listener);
				const calls = [invoke('greet', { userName: 'World' }, { signal }), invoke('nothing', {}, { signal })];
				const before = waiting.size;
				await Promise.allSettled(calls);
				return [before, waiting.size];
				""").toString()).isEqualTo("[2,0]");
	}

	@Test
	void callsWaitWhileCommandsBlockAllThreads() throws Exception {
		webview("main").eval("""
				window.end = new AbortController();
				window.blocked = Array.from({ length: %d },
				  () => window.__TAURI_INTERNALS__.invoke('block', {}, { signal: window.end.signal }).catch(() => 0));
				""".formatted(THREADS));
		// A pool that grows gives its new threads what comes next.
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == THREADS);
		assertThat(
				js("""
						const waiting = Array.from({ length: 20 }, (_, n) => invoke('add', { n }));
						const first = await Promise.race([...waiting, new Promise((resolve) => setTimeout(resolve, 300, 'none'))]);
						window.end.abort();
						return [first, (await Promise.all(waiting)).length, (await Promise.all(window.blocked)).length];
						""")
					.toString())
			.isEqualTo("[\"none\",20," + THREADS + "]");
		awaitInterrupts(THREADS);
	}

	@Test
	void executorThatIsFullHasItsCallsRefused(CapturedOutput output) throws Exception {
		assertThat(js("""
				await invoke('refuse', { times: 3 });
				const refused = [await rejection(invoke('greet', { userName: 'World' })),
				  await rejection(invoke('echo_bytes', new Uint8Array(3))),
				  await rejection(invoke('echo_bytes', new Uint8Array(2 * 1024 * 1024)))];
				return [...new Set(refused), refused.length, await invoke('greet', { userName: 'again' })];
				""").toString()).isEqualTo("[\"no worker takes the call at the moment\",3,\"Hello, again!\"]");
		assertThat(output)
			.contains("No worker has taken a call of webview 'main': "
					+ "java.util.concurrent.RejectedExecutionException: full")
			.contains("No worker has taken a request: java.util.concurrent.RejectedExecutionException: full");
	}

	@Test
	void reloadInMidCallEndsWhatTheDocumentHasLeft(CapturedOutput output) throws Exception {
		Webview webview = webview("main");
		Page page = awaitPage(webview, null);
		js("""
				for (const command of ['block', 'never_told', 'stay']) { invoke(command).catch(() => {}); }
				invoke('tick', { channel: new Channel() }).catch(() => {});
				await event.listen('left', () => {});
				""");
		CountDownLatch closed = new CountDownLatch(2);
		AutoCloseable broken = () -> {
			closed.countDown();
			throw new AssertionError("broken resource");
		};
		this.resources.add(page, broken);
		this.resources.add(page, broken);
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == 4);
		reload(webview);
		assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		awaitInterrupts(1);
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.cancelled.get() == 2);
		assertThat(page.isOpen()).isFalse();
		Awaitility.await().atMost(PATIENCE).until(() -> page.callsInFlight() == 0);
		assertThat(this.resources.count(page)).isZero();
		// The answer of a command that nobody could stop finds no page.
		this.commands.release.countDown();
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.stayed.get() == 1);
		this.events.emit("left", 1);
		assertThat(js("return invoke('add', { n: 1 });").asInt()).isEqualTo(2);
		assertThat(output).contains("A resource could not be closed").doesNotContain("Couldn't find callback");
	}

	// The engine has twenty threads for requests.
	@Test
	void largeCallsThatTakeLongHoldUpNoRequestAndEndWithTheirDocument() throws Exception {
		Webview webview = webview("main");
		Page page = awaitPage(webview, null);
		js("""
				const bytes = new Uint8Array(1024 * 1024);
				for (let i = 0; i < 24; i++) { invoke('never_told', bytes).catch(() => {}); }
				""");
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == 24);
		assertThat(js("return (await fetch(location.href, { cache: 'no-store' })).status;").asInt()).isEqualTo(200);
		js("""
				window.end = new AbortController();
				window.aborted = invoke('never_told', new Uint8Array(1024 * 1024), { signal: window.end.signal })
				  .catch(String);
				""");
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == 25);
		assertThat(js("window.end.abort(); return window.aborted;").asString()).contains("Abort");
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.cancelled.get() == 1);
		reload(webview);
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.cancelled.get() == 25);
		Awaitility.await().atMost(PATIENCE).until(() -> page.callsInFlight() == 0);
	}

	@Test
	void bodyWhosePartsAreAbortedLeavesNothingAndHoldsUpNoOther() throws Exception {
		Page page = awaitPage(webview("main"), null);
		assertThat(js("""
				const bytes = new Uint8Array(40 * 1024 * 1024);
				const end = new AbortController();
				// Should all parts be there before, there is no answer all the same.
				const aborted = [1, 2].map(() => invoke('never_told', bytes, { signal: end.signal }).catch(String));
				const last = invoke('echo_bytes', bytes);
				setTimeout(() => end.abort(), 20);
				return [(await Promise.all(aborted)).every((text) => text.includes('Abort')), (await last).byteLength];
				""").toString()).isEqualTo("[true,41943040]");
		Awaitility.await().atMost(PATIENCE).until(() -> page.callsInFlight() == 0);
	}

	@Test
	void windowThatClosesDuringAStreamEndsIt() throws Exception {
		jsIn("streaming", """
				window.heard = 0;
				const heard = new Promise((resolve) => {
				  // Ticks that find the channel full are left out.
				  invoke('tick', { channel: new Channel((n) => n >= 20 && resolve()) }).catch(() => {});
				});
				await heard;
				invoke('pour', { channel: new Channel(() => {}) }).catch(() => {});
				""");
		Webview webview = webview("streaming");
		Page page = awaitPage(webview, null);
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.started.get() == 2);
		webview.window().destroy();
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.cancelled.get() == 1);
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.poured.getCount() == 0);
		assertThat(page.isOpen()).isFalse();
		Awaitility.await().atMost(PATIENCE).until(() -> page.callsInFlight() == 0);
	}

	@Test
	void pageThatHangsIsReportedAndMissesNothing(CapturedOutput output) throws Exception {
		js("window.heard = []; await event.listen('beat', ({ payload }) => window.heard.push(payload));");
		this.user.sees = () -> output.toString().contains("keeps all windows standing still");
		webview("main").eval("""
				const stand = (millis) => {
				  const end = Date.now() + millis;
				  while (Date.now() < end) { /* stands still */ }
				};
				stand(1000);
				while (prompt('Is it reported?') !== 'yes') { stand(100); }
				""");
		List<Integer> sent = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			this.events.emit("beat", i);
			sent.add(i);
		}
		Awaitility.await().atMost(PATIENCE).until(() -> js("return window.heard.length;").asInt() == sent.size());
		assertThat(js("return window.heard;").toString()).isEqualTo(sent.toString().replace(" ", ""));
		assertThat(output).containsPattern(
				"A script of webview 'main' at http://tauri\\.localhost.* keeps all windows standing still");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(output).contains("has let the windows go on after"));
	}

	@Test
	void pageThatFailsIsInTheLogAndGoesOn(CapturedOutput output) throws Exception {
		JsonNode outcome = js(
				"""
						const deep = () => deep();
						const attempt = (work) => { try { work(); return 'none'; } catch (error) { return error.name; } };
						setTimeout(() => { throw new Error('a fault of the page'); });
						await invoke('nothing');
						await new Promise((resolve) => setTimeout(resolve, 50));
						return [attempt(deep), attempt(() => 'x'.repeat(2 ** 31)), attempt(() => new Uint8Array(2 ** 40)),
						  await rejection(invoke('echo', { get value() { return deep(); } })).catch(String) instanceof RangeError];
						""");
		assertThat(outcome.toString()).isEqualTo("[\"RangeError\",\"RangeError\",\"RangeError\",true]");
		assertThat(output).contains("a fault of the page");
	}

	private void awaitInterrupts(int count) {
		Awaitility.await().atMost(PATIENCE).until(() -> this.commands.interrupted.get() == count);
	}

	/**
	 * Answers questions of pages.
	 */
	static class User implements PageDialogs {

		private volatile BooleanSupplier sees = () -> true;

		@Override
		public void alert(Webview webview, String message) {
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			return false;
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			return this.sees.getAsBoolean() ? "yes" : "no";
		}

	}

	/**
	 * Workers that can be full.
	 */
	static class Workers implements Executor, AutoCloseable {

		private final CommandExecutor pool = CommandExecutor.pooled(THREADS);

		private final AtomicInteger refusals = new AtomicInteger();

		@Override
		public void execute(Runnable work) {
			if (this.refusals.getAndUpdate((times) -> Math.max(0, times - 1)) > 0) {
				throw new RejectedExecutionException("full");
			}
			this.pool.execute(work);
		}

		@Override
		public void close() {
			this.pool.close();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Faults {

		@Bean
		User user() {
			return new User();
		}

		@Bean
		Workers workers() {
			return new Workers();
		}

		@Bean
		CommandExecutor executor(Workers workers) {
			return CommandExecutor.of(workers);
		}

		@Bean
		Commands faultCommands(Workers workers) {
			return new Commands(workers);
		}

	}

	static class Commands {

		private final Workers workers;

		private final AtomicInteger started = new AtomicInteger();

		private final AtomicInteger interrupted = new AtomicInteger();

		private final AtomicInteger cancelled = new AtomicInteger();

		private final AtomicInteger stayed = new AtomicInteger();

		private volatile CountDownLatch poured = new CountDownLatch(1);

		private volatile CountDownLatch release = new CountDownLatch(1);

		Commands(Workers workers) {
			this.workers = workers;
		}

		void begin() {
			for (AtomicInteger count : List.of(this.started, this.interrupted, this.cancelled, this.stayed)) {
				count.set(0);
			}
			this.poured = new CountDownLatch(1);
			this.release = new CountDownLatch(1);
		}

		// More than an array can have, so that nobody else runs out of memory too.
		private static int exhaust() {
			return new long[Integer.MAX_VALUE].length;
		}

		@TauriCommand
		void failError() {
			throw new AssertionError("wrong");
		}

		@TauriCommand
		int failMemory() {
			return exhaust();
		}

		@TauriCommand
		CompletableFuture<Integer> failMemoryLater() {
			return CompletableFuture.supplyAsync(Commands::exhaust);
		}

		@TauriCommand
		Mono<Integer> failMemoryAtSubscription() {
			return Mono.fromCallable(Commands::exhaust);
		}

		@TauriCommand(timeout = "1s")
		Mono<Integer> failMemoryElsewhere() {
			return Mono.fromCallable(Commands::exhaust).subscribeOn(Schedulers.boundedElastic());
		}

		@TauriCommand(mainThread = true)
		int failMemoryOnTheMainThread() {
			return exhaust();
		}

		@TauriCommand
		int failRecursion() {
			return 1 + failRecursion();
		}

		@TauriCommand
		void failLinkage() {
			throw new NoClassDefFoundError("gone");
		}

		@TauriCommand
		Broken failResult() {
			return new Broken();
		}

		@TauriCommand
		void block() {
			this.started.incrementAndGet();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted.incrementAndGet();
			}
		}

		@TauriCommand(timeout = "1s")
		void blockBriefly() {
			block();
		}

		@TauriCommand
		Mono<String> neverTold() {
			this.started.incrementAndGet();
			return Mono.<String>never().doOnCancel(this.cancelled::incrementAndGet);
		}

		// Listens to no interrupt.
		@TauriCommand
		String stay() {
			this.started.incrementAndGet();
			while (this.release.getCount() > 0) {
				Thread.onSpinWait();
			}
			this.stayed.incrementAndGet();
			return "late";
		}

		@TauriCommand
		Mono<Void> tick(Channel<Long> channel) {
			this.started.incrementAndGet();
			return channel.sendAll(Flux.interval(Duration.ofMillis(2))
				.onBackpressureDrop()
				.doOnCancel(this.cancelled::incrementAndGet));
		}

		@TauriCommand
		void pour(Channel<String> channel) {
			this.started.incrementAndGet();
			try {
				while (channel.isOpen()) {
					channel.send("x".repeat(10_000));
				}
			}
			finally {
				this.poured.countDown();
			}
		}

		@TauriCommand
		void refuse(int times) {
			this.workers.refusals.set(times);
		}

		static class Broken {

			public int getResult() {
				throw new AssertionError("no result");
			}

		}

	}

}
