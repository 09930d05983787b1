package dev.tauriboot.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.Origin;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link DeferrableCall}.
 */
class DeferrableCallTests {

	private final Page page = page();

	private final DeferrableCall call = new DeferrableCall(request(this.page), DeferrableCall.SHORT_MILLIS);

	@Test
	void quickAnswerIsTheResponse() {
		InvokeResponse quick = new InvokeResponse.Json("1");
		DeferrableCall patient = new DeferrableCall(request(this.page), 60_000);
		assertThat(patient.answer(Mono.just(quick)).block(Duration.ofSeconds(20))).contains(quick);
		assertThat(this.page.outbound().drain()).isNull();
		assertThat(this.page.callsInFlight()).isZero();
	}

	// row 139: a command that blocks its thread must not hold the caller
	@Test
	void lateAnswerOfBlockingCommandGoesThroughTheQueue() {
		CountDownLatch release = new CountDownLatch(1);
		Mono<InvokeResponse> blocking = Mono.fromCallable(() -> {
			release.await(60, TimeUnit.SECONDS);
			return new InvokeResponse.Json("\"late\"");
		});
		assertThat(answer(blocking).block(Duration.ofSeconds(20))).isEqualTo(Optional.empty());
		assertThat(this.page.outbound().drain()).isNull();
		release.countDown();
		await().atMost(Duration.ofSeconds(20)).until(() -> this.page.callsInFlight() == 0);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.page.outbound().drain()).isEqualTo("[[0,7,\"late\"]]"));
	}

	@Test
	void lateFailureGoesThroughTheQueue() {
		Sinks.One<InvokeResponse> command = Sinks.one();
		assertThat(answer(command.asMono()).block(Duration.ofSeconds(20))).isEqualTo(Optional.empty());
		// The caller's patience may end before the command has begun.
		await().atMost(Duration.ofSeconds(20)).until(() -> command.currentSubscriberCount() == 1);
		command.tryEmitError(new IllegalStateException("failed"));
		assertThat(this.page.outbound().drain()).isEqualTo("[[0,8,\"internal error\"]]");
		assertThat(this.page.callsInFlight()).isZero();
	}

	@Test
	void pageCancelsBlockingCommand() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<InvokeResponse> never = Mono.<InvokeResponse>never()
			.doOnRequest((count) -> started.countDown())
			.doOnCancel(() -> cancelled.set(true));
		assertThat(answer(never).block(Duration.ofSeconds(20))).isEqualTo(Optional.empty());
		// The caller's patience may end before the command has begun.
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		this.page.cancel(7);
		assertThat(cancelled).isTrue();
		assertThat(this.page.callsInFlight()).isZero();
	}

	@Test
	void callOfACallerWithoutPatienceCanBeCancelled() {
		Thread caller = Thread.currentThread();
		// The caller's patience ends before the caller does anything else.
		Schedulers.onScheduleHook("impatient", (task) -> {
			if (Thread.currentThread() == caller) {
				task.run();
			}
			return task;
		});
		try {
			AtomicBoolean cancelled = new AtomicBoolean();
			List<Long> inFlight = new ArrayList<>();
			this.call.answer(Mono.<InvokeResponse>never().doOnCancel(() -> cancelled.set(true))).subscribe((answer) -> {
				assertThat(answer).isEmpty();
				inFlight.add((long) this.page.callsInFlight());
			});
			assertThat(inFlight).containsExactly(1L);
			this.page.cancel(7);
			assertThat(cancelled).isTrue();
			assertThat(this.page.callsInFlight()).isZero();
		}
		finally {
			Schedulers.resetOnScheduleHook("impatient");
		}
	}

	@Test
	void callThatBreaksOffIsAnswered() {
		for (Throwable failure : List.of(new StackOverflowError("expected by the test"),
				new IllegalStateException("expected by the test"))) {
			DeferrableCall patient = new DeferrableCall(request(this.page), DeferrableCall.NO_LIMIT);
			Mono<InvokeResponse> broken = new Mono<>() {

				@Override
				public void subscribe(CoreSubscriber<? super InvokeResponse> subscriber) {
					if (failure instanceof Error error) {
						throw error;
					}
					Operators.error(subscriber, failure);
				}

			};
			assertThat(patient.answer(broken).block(Duration.ofSeconds(20))).contains(IpcPipeline.FAILED);
			assertThat(this.page.callsInFlight()).isZero();
		}
	}

	@Test
	void callOfAPatientCallerEndsWithItsDocument() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<InvokeResponse> never = Mono.<InvokeResponse>never().doOnCancel(() -> cancelled.set(true));
		CompletableFuture<Optional<InvokeResponse>> answer = new DeferrableCall(request(this.page),
				DeferrableCall.NO_LIMIT)
			.answer(never)
			.toFuture();
		assertThat(answer).isNotDone();
		this.page.close();
		assertThat(cancelled).isTrue();
		assertThat(answer).isCompletedWithValue(Optional.empty());
	}

	@Test
	void callOfAPatientCallerEndsWithItsConnection() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<InvokeResponse> never = Mono.<InvokeResponse>never().doOnCancel(() -> cancelled.set(true));
		new DeferrableCall(request(this.page), DeferrableCall.NO_LIMIT).answer(never).subscribe().dispose();
		assertThat(cancelled).isTrue();
		assertThat(this.page.callsInFlight()).isZero();
	}

	private Mono<Optional<InvokeResponse>> answer(Mono<InvokeResponse> command) {
		CompletableFuture<Optional<InvokeResponse>> answer = new CompletableFuture<>();
		Thread thread = new Thread(
				() -> this.call.answer(command).subscribe(answer::complete, answer::completeExceptionally));
		thread.setDaemon(true);
		thread.start();
		return Mono.fromFuture(answer);
	}

	private static InvokeRequest request(Page page) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Tauri-Callback", "7");
		headers.set("Tauri-Error", "8");
		return new InvokeRequest("slow", new InvokeBody.Raw(new byte[0]), headers, page);
	}

	private static Page page() {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		return webview.connect(Origin.of("http://tauri.localhost"), (Runnable) () -> {
		});
	}

}
