package dev.tauriboot.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.window.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where calls run and how they end before their time.
 */
class InvokeCallTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final CommandExecutor executor = CommandExecutor.pooled(64);

	private final UiThread ui = new UiThread();

	private CommandFixture fixture;

	private Commands commands;

	@BeforeEach
	void reset() {
		this.fixture = fixture((builder) -> {
		});
		this.commands = commands(this.fixture);
	}

	private CommandFixture fixture(Consumer<DefaultInvokeService.Builder> options) {
		return CommandFixture.of((builder) -> options.accept(builder.executor(this.executor).mainThread(() -> this.ui)),
				Commands.class);
	}

	private static Commands commands(CommandFixture fixture) {
		return fixture.context().getBean(Commands.class);
	}

	@AfterEach
	void close() {
		this.commands.release.countDown();
		this.fixture.close();
		this.executor.close();
		this.ui.close();
	}

	@Test
	void commandRunsOnAWorker() {
		assertThat(this.fixture.invoke("thread", "{}")).startsWith("\"tauri-command-");
		assertThat(this.fixture.invoke("mono_thread", "{}")).startsWith("\"tauri-command-");
	}

	@Test
	void commandRunsOnTheCallersThreadIfThatIsAWorker() throws Exception {
		AtomicReference<String> thread = new AtomicReference<>();
		AtomicReference<String> answer = new AtomicReference<>();
		CountDownLatch done = new CountDownLatch(1);
		this.executor.execute(() -> {
			thread.set(Thread.currentThread().getName());
			this.fixture.service()
				.invoke(this.fixture.request("thread", "{}"))
				.subscribe((response) -> answer.set(CommandFixture.text(response)));
			done.countDown();
		});
		assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(answer).hasValue("\"" + thread.get() + "\"");
	}

	@Test
	void commandRunsOnTheMainThreadAndIsSerialisedElsewhere() {
		String answer = this.fixture.invoke("main_thread", "{}");
		assertThat(answer).contains("\"ran\":\"ui\"").contains("\"serialised\":\"tauri-command-");
	}

	@Test
	void failureOnTheMainThreadRejects() {
		assertThat(this.fixture.rejection("main_thread_fails", "{}")).startsWith("internal error (id ");
	}

	@Test
	void missingMainThreadRejects() {
		try (CommandFixture stopped = CommandFixture.of((builder) -> builder.mainThread(() -> {
			throw new IllegalStateException("the runtime has ended");
		}), Commands.class)) {
			assertThat(stopped.rejection("main_thread", "{}")).startsWith("internal error (id ");
		}
	}

	// row 73, row 139
	@Test
	void thirtyCommandsThatNeverFinishDoNotDelayAThirtyFirst() {
		for (int i = 0; i < 30; i++) {
			this.fixture.service().invoke(this.fixture.request("block", "{}")).subscribe();
		}
		// Waits for twenty seconds.
		assertThat(this.fixture.invoke("thread", "{}")).startsWith("\"tauri-command-");
		assertThat(this.commands.interrupts.getCount()).isEqualTo(1);
	}

	@Test
	void cancellationInterruptsTheCommandThatBlocks() throws Exception {
		Disposable call = start("block");
		call.dispose();
		assertThat(this.commands.interrupts.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void cancellationLeavesTheThreadsFlagClear() throws Exception {
		AtomicBoolean interrupted = new AtomicBoolean(true);
		CountDownLatch done = new CountDownLatch(1);
		AtomicReference<Disposable> call = new AtomicReference<>();
		this.executor.execute(() -> {
			Mono<InvokeResponse> answer = this.fixture.service().invoke(this.fixture.request("block_stubbornly", "{}"));
			answer.subscribe(new BaseSubscriber<>() {

				@Override
				protected void hookOnSubscribe(Subscription subscription) {
					call.set(this);
					subscription.request(1);
				}

			});
			interrupted.set(Thread.currentThread().isInterrupted());
			done.countDown();
		});
		assertThat(this.commands.started.await(20, TimeUnit.SECONDS)).isTrue();
		call.get().dispose();
		assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.commands.interrupts.getCount()).isZero();
		assertThat(interrupted).isFalse();
	}

	@Test
	void cancellationLeavesOtherCallsAlone() throws Exception {
		Disposable first = start("block");
		AtomicReference<InvokeResponse> second = new AtomicReference<>();
		this.fixture.service().invoke(this.fixture.request("wait_for_release", "{}")).subscribe(second::set);
		first.dispose();
		assertThat(this.commands.interrupts.await(20, TimeUnit.SECONDS)).isTrue();
		this.commands.release.countDown();
		Awaitility.await().atMost(LIMIT).until(() -> second.get() != null);
		assertThat(CommandFixture.text(second.get())).isEqualTo("\"released\"");
	}

	@Test
	void commandThatCancelsItselfIsNotInterrupted() throws Exception {
		Disposable.Swap call = Disposables.swap();
		this.commands.self.set(call::dispose);
		call.update(this.fixture.service().invoke(this.fixture.request("cancel_self", "{}")).subscribe());
		this.commands.release.countDown();
		assertThat(this.commands.finished.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.commands.interrupts.getCount()).isEqualTo(1);
	}

	@Test
	void cancellationCancelsAMonoAndAStage() throws Exception {
		Disposable mono = this.fixture.service().invoke(this.fixture.request("mono_never", "{}")).subscribe();
		assertThat(this.commands.monoAsked.await(20, TimeUnit.SECONDS)).isTrue();
		mono.dispose();
		Awaitility.await().atMost(LIMIT).untilTrue(this.commands.monoCancelled);
		Disposable call = this.fixture.service().invoke(this.fixture.request("stage_never", "{}")).subscribe();
		Awaitility.await().atMost(LIMIT).until(() -> this.commands.stageAsked.getCount() == 0);
		call.dispose();
		Awaitility.await().atMost(LIMIT).until(this.commands.stage::isCancelled);
	}

	@Test
	void cancelledBeforeItRanDoesNotRun() {
		AtomicReference<Runnable> late = new AtomicReference<>();
		CommandExecutor never = CommandExecutor.of(late::set);
		try (CommandFixture waiting = CommandFixture.of((builder) -> builder.executor(never).mainThread(() -> this.ui),
				Commands.class)) {
			waiting.service().invoke(waiting.request("block", "{}")).subscribe().dispose();
			late.get().run();
			assertThat(commands(waiting).started.getCount()).isEqualTo(1);
		}
	}

	@Test
	void timeoutOfTheCommandRejectsAndInterrupts() throws Exception {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			CompletableFuture<InvokeResponse> slow = answer("slow");
			// The time is not up before a thread has begun with it.
			assertThat(this.commands.started.await(20, TimeUnit.SECONDS)).isTrue();
			time.advanceTimeBy(Duration.ofMillis(499));
			assertThat(slow).isNotDone();
			time.advanceTimeBy(Duration.ofMillis(1));
			assertThat(slow.get(20, TimeUnit.SECONDS))
				.isEqualTo(new InvokeResponse.Error("\"command slow timed out after 500 ms\""));
			assertThat(this.commands.interrupts.await(20, TimeUnit.SECONDS)).isTrue();
			CompletableFuture<InvokeResponse> mono = answer("plugin:demo|slow_mono");
			assertThat(this.commands.monoAsked.await(20, TimeUnit.SECONDS)).isTrue();
			time.advanceTimeBy(Duration.ofMillis(500));
			assertThat(mono.get(20, TimeUnit.SECONDS))
				.isEqualTo(new InvokeResponse.Error("\"command slow_mono timed out after 500 ms\""));
			assertThat(this.commands.monoCancelled).isTrue();
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	private CompletableFuture<InvokeResponse> answer(String command) {
		return this.fixture.service().invoke(this.fixture.request(command, "{}")).toFuture();
	}

	@Test
	void defaultTimeoutIsForCommandsThatSayNothing() throws Exception {
		try (CommandFixture limited = fixture((builder) -> builder.defaultTimeout(Duration.ofMillis(20)))) {
			assertThat(limited.rejection("block", "{}")).isEqualTo("command block timed out after 20 ms");
			assertThat(limited.rejection("slow", "{}")).isEqualTo("command slow timed out after 500 ms");
			assertThat(limited.invoke("no_timeout", "{}")).isEqualTo("\"done\"");
		}
	}

	@Test
	void tooManyCallsInFlightRejectUntilSomeEnd() throws Exception {
		try (CommandFixture limited = fixture((builder) -> builder.maxCallsInFlight(2))) {
			Disposable first = limited.service().invoke(limited.request("block", "{}")).subscribe();
			limited.service().invoke(limited.request("wait_for_release", "{}")).subscribe();
			assertThat(limited.rejection("thread", "{}")).isEqualTo("too many calls in flight: the limit is 2");
			// Another page has its own count.
			InvokeRequest other = new InvokeRequest("thread", new InvokeBody.Json(CommandFixture.MAPPER.readTree("{}")),
					new HttpHeaders(), CommandFixture.page());
			assertThat(limited.service().invoke(other).block(LIMIT)).isInstanceOf(InvokeResponse.Json.class);
			first.dispose();
			assertThat(limited.invoke("thread", "{}")).startsWith("\"tauri-command-");
			for (int i = 0; i < 100; i++) {
				limited.answer("thread", "{}");
				limited.answer("nope", "{}");
				limited.answer("main_thread_fails", "{}");
			}
		}
	}

	@Test
	void countsOfAPageEndWithIt() {
		CallLimit limit = new CallLimit(1);
		Page page = CommandFixture.page();
		assertThat(limit.enter(page)).hasValue(1);
		assertThat(limit.enter(page)).isNull();
		assertThat(limit.pages()).isOne();
		page.close();
		assertThat(limit.pages()).isZero();
		assertThat(limit.enter(page)).hasValue(1);
		assertThat(limit.pages()).isZero();
	}

	@Test
	void closedExecutorRejects() throws Exception {
		this.executor.close();
		assertThat(this.fixture.rejection("thread", "{}")).startsWith("internal error (id ");
	}

	private Disposable start(String command) throws InterruptedException {
		Disposable call = this.fixture.service().invoke(this.fixture.request(command, "{}")).subscribe();
		assertThat(this.commands.started.await(20, TimeUnit.SECONDS)).isTrue();
		return call;
	}

	record Where(String ran) {

		public String getSerialised() {
			return Thread.currentThread().getName();
		}

	}

	static class Commands {

		private final CountDownLatch started = new CountDownLatch(1);

		private final CountDownLatch interrupts = new CountDownLatch(1);

		private final CountDownLatch release = new CountDownLatch(1);

		private final CountDownLatch finished = new CountDownLatch(1);

		private final CountDownLatch stageAsked = new CountDownLatch(1);

		private final CompletableFuture<String> stage = new CompletableFuture<>();

		private final CountDownLatch monoAsked = new CountDownLatch(1);

		private final AtomicBoolean monoCancelled = new AtomicBoolean();

		private final AtomicReference<Runnable> self = new AtomicReference<>();

		@TauriCommand
		String thread() {
			return Thread.currentThread().getName();
		}

		@TauriCommand
		Mono<String> monoThread() {
			return Mono.fromCallable(() -> Thread.currentThread().getName());
		}

		@TauriCommand(mainThread = true)
		Where mainThread() {
			return new Where(Thread.currentThread().getName());
		}

		@TauriCommand(mainThread = true)
		void mainThreadFails() {
			throw new IllegalStateException("failed");
		}

		@TauriCommand
		void block() {
			this.started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupts.countDown();
			}
		}

		@TauriCommand
		void blockStubbornly() {
			block();
			Thread.currentThread().interrupt();
		}

		@TauriCommand
		String waitForRelease() throws InterruptedException {
			this.release.await();
			return "released";
		}

		@TauriCommand
		void cancelSelf() throws InterruptedException {
			this.release.await();
			this.self.get().run();
			if (Thread.currentThread().isInterrupted()) {
				this.interrupts.countDown();
			}
			this.finished.countDown();
		}

		@TauriCommand
		Mono<String> monoNever() {
			return Mono.create((MonoSink<String> sink) -> {
				sink.onCancel(() -> this.monoCancelled.set(true));
				this.monoAsked.countDown();
			});
		}

		@TauriCommand
		CompletableFuture<String> stageNever() {
			this.stageAsked.countDown();
			return this.stage;
		}

		@TauriCommand(timeout = "500ms")
		void slow() {
			block();
		}

		@TauriCommand(name = "plugin:demo|slow_mono", timeout = "500")
		Mono<String> slowMono() {
			return monoNever();
		}

		@TauriCommand(timeout = "0")
		Mono<String> noTimeout() {
			return Mono.delay(Duration.ofMillis(100)).thenReturn("done");
		}

	}

	static class UiThread implements MainThread, AutoCloseable {

		private final ExecutorService executor = Executors.newSingleThreadExecutor((work) -> new Thread(work, "ui"));

		@Override
		public boolean isCurrent() {
			return Thread.currentThread().getName().equals("ui");
		}

		@Override
		public void execute(Runnable work) {
			if (isCurrent()) {
				work.run();
			}
			else {
				this.executor.execute(work);
			}
		}

		@Override
		public void close() {
			this.executor.shutdownNow();
		}

	}

}
