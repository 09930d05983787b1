package dev.tauriboot.javafx;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.webkit.Invoker;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Webview;
import javafx.application.Platform;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the engine hands to the JavaFX thread, and its timers.
 */
@Timeout(60)
class FxInvokerTests {

	private static final int MANY = 1000;

	@BeforeAll
	static void start() {
		FxToolkit.await();
	}

	private static void await(CountDownLatch latch) throws InterruptedException {
		assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void keepsTheOrder() throws InterruptedException {
		FxInvoker invoker = new FxInvoker();
		List<Integer> seen = new CopyOnWriteArrayList<>();
		CountDownLatch done = new CountDownLatch(MANY);
		for (int i = 0; i < MANY; i++) {
			int number = i;
			invoker.invokeOnEventThread(() -> {
				assertThat(Platform.isFxApplicationThread()).isTrue();
				seen.add(number);
				done.countDown();
			});
		}
		await(done);
		assertThat(seen).isEqualTo(IntStream.range(0, MANY).boxed().toList());
	}

	@Test
	void runsAtOnceOnTheThreadItself() throws InterruptedException {
		FxInvoker invoker = new FxInvoker();
		CountDownLatch done = new CountDownLatch(1);
		List<String> seen = new CopyOnWriteArrayList<>();
		Platform.runLater(() -> {
			invoker.postOnEventThread(() -> {
				seen.add("posted");
				done.countDown();
			});
			invoker.invokeOnEventThread(() -> seen.add("invoked"));
			seen.add("end");
		});
		await(done);
		assertThat(seen).containsExactly("invoked", "end", "posted");
	}

	@Test
	void failureLosesNothingElse() throws InterruptedException {
		FxInvoker invoker = new FxInvoker();
		AtomicInteger failures = new AtomicInteger();
		CountDownLatch done = new CountDownLatch(MANY);
		Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, ex) -> {
			if ("expected".equals(ex.getMessage())) {
				failures.incrementAndGet();
			}
		}));
		for (int i = 0; i < MANY; i++) {
			invoker.postOnEventThread(() -> {
				done.countDown();
				throw new IllegalStateException("expected");
			});
		}
		await(done);
		CountDownLatch last = new CountDownLatch(1);
		invoker.postOnEventThread(() -> {
			Thread.currentThread().setUncaughtExceptionHandler(null);
			last.countDown();
		});
		await(last);
		assertThat(failures).hasValue(MANY);
	}

	@Test
	void nestedLoopGetsAtTheRest() throws InterruptedException {
		FxInvoker invoker = new FxInvoker();
		CountDownLatch done = new CountDownLatch(1);
		Object key = new Object();
		List<String> seen = new CopyOnWriteArrayList<>();
		CountDownLatch blocked = new CountDownLatch(1);
		Platform.runLater(() -> {
			try {
				blocked.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		invoker.postOnEventThread(() -> {
			seen.add("dialog opens");
			Platform.enterNestedEventLoop(key);
			seen.add("dialog closed");
			done.countDown();
		});
		for (int i = 0; i < 3; i++) {
			invoker.postOnEventThread(() -> seen.add("data"));
		}
		invoker.postOnEventThread(() -> Platform.exitNestedEventLoop(key, null));
		blocked.countDown();
		await(done);
		assertThat(seen).containsExactly("dialog opens", "data", "data", "data", "dialog closed");
	}

	@Test
	void loadsGoOnBehindADialogOfThePage() {
		NestedDialogs dialogs = new NestedDialogs();
		FxTestApp app = new FxTestApp((options) -> options.withDialogs(dialogs));
		try {
			app.html.put("/data", "x".repeat(1 << 20));
			app.html.put("/", """
					<script>
					  window.sizes = [];
					  for (let i = 0; i < 4; i++) {
					    fetch('/data?' + i).then((r) => r.text()).then((t) => {
					      sizes.push(t.length);
					      if (sizes.length === 1) alert('one');
					    });
					  }
					</script>""");
			FxWebview main = app.open("main");
			assertThat(Invoker.getInvoker()).isInstanceOf(FxInvoker.class);
			FxTestApp.await(main, "sizes.length === 4 && sizes.every((s) => s > 1000000)");
			assertThat(dialogs.shown).hasValue(1);
			assertThat(FxTestApp.settle(main, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
		}
		finally {
			app.close();
		}
	}

	@Test
	void ticksWhileTouchedAndThenRests() throws InterruptedException {
		AtomicInteger ticks = new AtomicInteger();
		CountDownLatch some = new CountDownLatch(3);
		FxTicker ticker = new FxTicker(() -> {
			ticks.incrementAndGet();
			some.countDown();
		});
		while (!some.await(1, TimeUnit.MILLISECONDS)) {
			ticker.touch();
		}
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(ticker::isResting);
		int before = ticks.get();
		// The ticker's thread may wake when the time of one touch has passed.
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> {
			ticker.touch();
			return ticks.get() > before;
		});
	}

	@Test
	void tickerStopsWhereTheEngineHasNoSuchTimer() {
		AtomicInteger ticks = new AtomicInteger();
		FxTicker ticker = new FxTicker(() -> {
			ticks.incrementAndGet();
			throw new NoSuchMethodError("notifyTick");
		});
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> {
			ticker.touch();
			return ticker.isOver();
		});
		assertThat(ticks).hasValue(1);
		ticker.touch();
		assertThat(ticker.isOver()).isTrue();
	}

	/**
	 * Alerts that stay for a moment, with a loop of events of their own.
	 */
	private static final class NestedDialogs implements PageDialogs {

		private final AtomicInteger shown = new AtomicInteger();

		@Override
		public void alert(Webview webview, String message) {
			Object key = new Object();
			CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
				.execute(() -> Platform.runLater(() -> Platform.exitNestedEventLoop(key, null)));
			Platform.enterNestedEventLoop(key);
			this.shown.incrementAndGet();
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			return false;
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			return null;
		}

	}

}
