package dev.tauriboot.command;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CommandExecutor}.
 */
class CommandExecutorTests {

	private final CommandExecutor executor = CommandExecutor.pooled(64);

	private final CountDownLatch never = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.never.countDown();
		this.executor.close();
	}

	// row 139, row 73
	@Test
	void thirtyCommandsThatNeverFinishDoNotDelayAThirtyFirst() throws Exception {
		CountDownLatch started = new CountDownLatch(30);
		for (int i = 0; i < 30; i++) {
			this.executor.execute(() -> {
				started.countDown();
				await(this.never);
			});
		}
		CountDownLatch answered = new CountDownLatch(1);
		this.executor.execute(answered::countDown);
		assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
	}

	// A pool as wide as the processors would keep a fast command waiting for seconds.
	@Test
	void manyShortSleepsAheadHaveMoreThreadsThanThereAreProcessors() throws Exception {
		CountDownLatch sleeping = new CountDownLatch(1);
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 1000; i++) {
			this.executor.execute(() -> {
				threads.add(Thread.currentThread());
				await(sleeping, 3);
			});
		}
		CountDownLatch answered = new CountDownLatch(1);
		this.executor.execute(answered::countDown);
		assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(threads).hasSizeGreaterThan(Math.min(63, Math.max(2, Runtime.getRuntime().availableProcessors())));
	}

	@Test
	void poolShrinksAndStillServesBesideCommandsThatNeverFinish() throws Exception {
		GrowingPool pool = new GrowingPool(64);
		try {
			for (int i = 0; i < 10; i++) {
				pool.execute(() -> await(this.never));
			}
			CountDownLatch release = new CountDownLatch(1);
			for (int i = 0; i < 20; i++) {
				pool.execute(() -> await(release));
			}
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pool.getActiveCount() == 30);
			int grown = pool.getCorePoolSize();
			release.countDown();
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pool.getCorePoolSize() < grown);
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pool.getActiveCount() == 10);
			CountDownLatch answered = new CountDownLatch(100);
			for (int i = 0; i < 100; i++) {
				pool.execute(answered::countDown);
			}
			assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void workThatComesWhileTheGuardStopsWatchingIsNotForgotten() {
		AtomicInteger sent = new AtomicInteger();
		AtomicInteger begun = new AtomicInteger();
		AtomicReference<GrowingPool> pool = new AtomicReference<>();
		Runnable send = () -> {
			sent.incrementAndGet();
			pool.get().execute(() -> {
				begun.incrementAndGet();
				await(this.never);
			});
		};
		SlowToTell queue = new SlowToTell(send);
		pool.set(new GrowingPool(64, queue));
		try {
			while (queue.size() == 0) {
				send.run();
			}
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> queue.told);
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(begun).hasValue(sent.get()));
		}
		finally {
			pool.get().shutdownNow();
		}
	}

	@Test
	void neverHasMoreThreadsThanItsMaximum() throws Exception {
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch three = new CountDownLatch(3);
		CountDownLatch done = new CountDownLatch(40);
		try (CommandExecutor small = CommandExecutor.pooled(3)) {
			for (int i = 0; i < 40; i++) {
				small.execute(() -> {
					most.accumulateAndGet(running.incrementAndGet(), Math::max);
					three.countDown();
					await(three);
					await(this.never, 10);
					running.decrementAndGet();
					done.countDown();
				});
			}
			assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(most.get()).isEqualTo(3);
	}

	@Test
	void anInterruptOfOneTaskDoesNotReachTheNext() throws Exception {
		try (CommandExecutor one = CommandExecutor.pooled(1)) {
			one.execute(() -> Thread.currentThread().interrupt());
			AtomicBoolean interrupted = new AtomicBoolean(true);
			CountDownLatch done = new CountDownLatch(1);
			one.execute(() -> {
				interrupted.set(Thread.currentThread().isInterrupted());
				done.countDown();
			});
			assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(interrupted).isFalse();
		}
	}

	@Test
	void knowsItsWorkers() throws Exception {
		assertThat(CommandExecutor.isWorker()).isFalse();
		assertThat(isWorkerOn(this.executor)).isTrue();
		ExecutorService foreign = Executors.newSingleThreadExecutor();
		try {
			assertThat(isWorkerOn(CommandExecutor.of(foreign))).isTrue();
			assertThat(foreign.submit(CommandExecutor::isWorker).get()).isFalse();
			CommandExecutor.of(foreign).close();
			assertThat(foreign.isShutdown()).isFalse();
		}
		finally {
			foreign.shutdownNow();
		}
	}

	@Test
	void closeInterruptsWhatRunsAndRefusesMore() throws Exception {
		CommandExecutor closing = CommandExecutor.pooled(4);
		AtomicReference<Thread> thread = new AtomicReference<>();
		CountDownLatch running = new CountDownLatch(1);
		closing.execute(() -> {
			thread.set(Thread.currentThread());
			running.countDown();
			await(this.never);
		});
		assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
		closing.close();
		thread.get().join(20_000);
		assertThat(thread.get().isAlive()).isFalse();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> closing.execute(() -> {
		}));
	}

	@Test
	void refusesAPoolWithoutThreads() {
		assertThatIllegalArgumentException().isThrownBy(() -> CommandExecutor.pooled(0))
			.withMessage("'maxThreads' must be above 0");
	}

	/**
	 * Says that it is empty, to a guard that has just stopped watching because it was,
	 * when that is no longer true.
	 */
	private static final class SlowToTell extends LinkedBlockingQueue<Runnable> {

		private final transient Runnable send;

		private boolean asked;

		private volatile boolean told;

		SlowToTell(Runnable send) {
			this.send = send;
		}

		@Override
		public boolean isEmpty() {
			boolean empty = super.isEmpty();
			if (!this.told && Thread.currentThread().getName().equals("tauri-command-guard")) {
				if (empty && this.asked) {
					this.told = true;
					while (super.isEmpty()) {
						this.send.run();
					}
				}
				this.asked = empty;
			}
			return empty;
		}

	}

	private static boolean isWorkerOn(CommandExecutor executor) throws InterruptedException {
		AtomicBoolean worker = new AtomicBoolean();
		CountDownLatch done = new CountDownLatch(1);
		executor.execute(() -> {
			worker.set(CommandExecutor.isWorker());
			done.countDown();
		});
		assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
		return worker.get();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(CountDownLatch latch, long millis) {
		try {
			latch.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
