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

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where calls run and how they end before their time.
 */
class InvokeCallTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final CommandExecutor executor = CommandExecutor.pooled(64);

	private final UiThread ui = new UiThread();

	private CommandFixture fixture;

	@BeforeEach
	void reset() {
		this.fixture = fixture((builder) -> {
		});
		Commands.reset();
	}

	private CommandFixture fixture(Consumer<DefaultInvokeService.Builder> options) {
		return CommandFixture.of((builder) -> options.accept(builder.executor(this.executor).mainThread(() -> this.ui)),
				Commands.class);
	}

	@AfterEach
	void close() {
		Commands.release.countDown();
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
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
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
		// Waits for ten seconds.
		assertThat(this.fixture.invoke("thread", "{}")).startsWith("\"tauri-command-");
		assertThat(Commands.interrupts.getCount()).isEqualTo(1);
	}

	@Test
	void cancellationInterruptsTheCommandThatBlocks() throws Exception {
		Disposable call = start("block");
		call.dispose();
		assertThat(Commands.interrupts.await(10, TimeUnit.SECONDS)).isTrue();
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
		assertThat(Commands.started.await(10, TimeUnit.SECONDS)).isTrue();
		call.get().dispose();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(Commands.interrupts.getCount()).isZero();
		assertThat(interrupted).isFalse();
	}

	@Test
	void cancellationLeavesOtherCallsAlone() throws Exception {
		Disposable first = start("block");
		AtomicReference<InvokeResponse> second = new AtomicReference<>();
		this.fixture.service().invoke(this.fixture.request("wait_for_release", "{}")).subscribe(second::set);
		first.dispose();
		assertThat(Commands.interrupts.await(10, TimeUnit.SECONDS)).isTrue();
		Commands.release.countDown();
		Awaitility.await().atMost(LIMIT).until(() -> second.get() != null);
		assertThat(CommandFixture.text(second.get())).isEqualTo("\"released\"");
	}

	@Test
	void commandThatCancelsItselfIsNotInterrupted() throws Exception {
		Disposable.Swap call = Disposables.swap();
		Commands.self.set(call::dispose);
		call.update(this.fixture.service().invoke(this.fixture.request("cancel_self", "{}")).subscribe());
		Commands.release.countDown();
		assertThat(Commands.finished.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(Commands.interrupts.getCount()).isEqualTo(1);
	}

	@Test
	void cancellationCancelsAMonoAndAStage() throws Exception {
		start("mono_never").dispose();
		Awaitility.await().atMost(LIMIT).untilTrue(Commands.monoCancelled);
		Disposable call = this.fixture.service().invoke(this.fixture.request("stage_never", "{}")).subscribe();
		Awaitility.await().atMost(LIMIT).until(() -> Commands.stageAsked.getCount() == 0);
		call.dispose();
		Awaitility.await().atMost(LIMIT).until(Commands.stage::isCancelled);
	}

	@Test
	void cancelledBeforeItRanDoesNotRun() {
		CommandExecutor never = CommandExecutor.of((work) -> Commands.late.set(work));
		try (CommandFixture waiting = CommandFixture.of((builder) -> builder.executor(never).mainThread(() -> this.ui),
				Commands.class)) {
			waiting.service().invoke(waiting.request("block", "{}")).subscribe().dispose();
			Commands.late.get().run();
			assertThat(Commands.started.getCount()).isEqualTo(1);
		}
	}

	@Test
	void timeoutOfTheCommandRejectsAndInterrupts() throws Exception {
		assertThat(this.fixture.rejection("slow", "{}")).isEqualTo("command slow timed out after 500 ms");
		assertThat(Commands.interrupts.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.fixture.rejection("plugin:demo|slow_mono", "{}"))
			.isEqualTo("command slow_mono timed out after 500 ms");
		Awaitility.await().atMost(LIMIT).untilTrue(Commands.monoCancelled);
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
		assertThat(Commands.started.await(10, TimeUnit.SECONDS)).isTrue();
		return call;
	}

	record Where(String ran) {

		public String getSerialised() {
			return Thread.currentThread().getName();
		}

	}

	static class Commands {

		static volatile CountDownLatch started;

		static volatile CountDownLatch interrupts;

		static volatile CountDownLatch release;

		static volatile CountDownLatch finished;

		static volatile CountDownLatch stageAsked;

		static volatile CompletableFuture<String> stage;

		static final AtomicBoolean monoCancelled = new AtomicBoolean();

		static final AtomicReference<Runnable> self = new AtomicReference<>();

		static final AtomicReference<Runnable> late = new AtomicReference<>();

		static void reset() {
			started = new CountDownLatch(1);
			interrupts = new CountDownLatch(1);
			release = new CountDownLatch(1);
			finished = new CountDownLatch(1);
			stageAsked = new CountDownLatch(1);
			stage = new CompletableFuture<>();
			monoCancelled.set(false);
		}

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
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupts.countDown();
			}
		}

		@TauriCommand
		void blockStubbornly() {
			block();
			Thread.currentThread().interrupt();
		}

		@TauriCommand
		String waitForRelease() throws InterruptedException {
			release.await();
			return "released";
		}

		@TauriCommand
		void cancelSelf() throws InterruptedException {
			release.await();
			self.get().run();
			if (Thread.currentThread().isInterrupted()) {
				interrupts.countDown();
			}
			finished.countDown();
		}

		@TauriCommand
		Mono<String> monoNever() {
			return Mono.create((MonoSink<String> sink) -> {
				sink.onCancel(() -> monoCancelled.set(true));
				started.countDown();
			});
		}

		@TauriCommand
		CompletableFuture<String> stageNever() {
			stageAsked.countDown();
			return stage;
		}

		// Long enough for a thread to have begun with it.
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
