package dev.tauriboot.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What every {@link DesktopRuntime} must do alike. The tests of a runtime extend this
 * class.
 *
 * @since 0.1.0
 */
public abstract class DesktopRuntimeCompatibilityKit {

	private final AtomicInteger lastWindowClosed = new AtomicInteger();

	private DesktopRuntime runtime;

	/**
	 * A kit. Each test makes runtimes of its own.
	 */
	protected DesktopRuntimeCompatibilityKit() {
		this.runtime = createRuntime(this.lastWindowClosed::incrementAndGet);
	}

	/**
	 * Create a runtime that is not started. Its windows must get a document at
	 * {@code index.html} and at {@code other.html} that connects.
	 * @param lastWindowClosed what the runtime is to call when its last window has closed
	 * @return the runtime
	 */
	protected abstract DesktopRuntime createRuntime(Runnable lastWindowClosed);

	/**
	 * Let the webview's current document connect, where documents do not do so by
	 * themselves. The default does nothing.
	 * @param webview the webview
	 */
	protected void connect(Webview webview) {
	}

	@BeforeEach
	void start() {
		this.runtime.start();
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	@Test
	void createdWindowCanBeFound() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.label()).isEqualTo(Label.of("main"));
		assertThat(this.runtime.find(Label.of("main"))).isSameAs(window);
		assertThat(this.runtime.find(Label.of("other"))).isNull();
	}

	@Test
	void windowHasOneWebviewOfItsLabel() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.webviews()).singleElement().satisfies((webview) -> {
			assertThat(webview.label()).isEqualTo(Label.of("main"));
			assertThat(webview.window()).isSameAs(window);
		});
	}

	@Test
	void labelIsTakenOnce() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThatIllegalStateException().isThrownBy(() -> this.runtime.create(WindowOptions.of("main")))
			.withMessage("a window with label `main` already exists");
		assertThat(this.runtime.windows()).containsExactly(window);
	}

	@Test
	void windowsComeInTheOrderOfTheirCreation() {
		for (String label : List.of("main", "b", "a", "c")) {
			this.runtime.create(WindowOptions.of(label));
		}
		assertThat(this.runtime.windows()).extracting((window) -> window.label().value())
			.containsExactly("main", "b", "a", "c");
	}

	@Test
	void titleCanBeChanged() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.title()).isEqualTo("Tauri App");
		window.setTitle("Notes – \"new\"");
		eventually("title").untilAsserted(() -> assertThat(window.title()).isEqualTo("Notes – \"new\""));
	}

	@Test
	void closedWindowIsGoneAndItsLabelFree() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		Window second = this.runtime.create(WindowOptions.of("second"));
		window.close();
		eventually("window to go").until(() -> this.runtime.find(Label.of("main")) == null);
		assertThat(this.runtime.windows()).containsExactly(second);
		assertThat(this.lastWindowClosed).hasValue(0);
		Window again = this.runtime.create(WindowOptions.of("main"));
		assertThat(this.runtime.windows()).containsExactly(second, again);
	}

	@Test
	void lastWindowToCloseIsReportedOnce() {
		Window first = this.runtime.create(WindowOptions.of("main"));
		Window second = this.runtime.create(WindowOptions.of("second"));
		first.destroy();
		second.destroy();
		eventually("report").until(() -> this.lastWindowClosed.get() > 0);
		first.destroy();
		second.close();
		onMainThread(() -> {
		});
		assertThat(this.lastWindowClosed).hasValue(1);
	}

	@Test
	void mainThreadRunsWorkInOrder() {
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		AtomicBoolean elsewhere = new AtomicBoolean();
		for (int i = 0; i < 100; i++) {
			int number = i;
			this.runtime.mainThread().execute(() -> {
				order.add(number);
				elsewhere.compareAndSet(false, !this.runtime.mainThread().isCurrent());
			});
		}
		onMainThread(() -> {
		});
		assertThat(order).hasSize(100).isSorted();
		assertThat(elsewhere).isFalse();
		assertThat(this.runtime.mainThread().isCurrent()).isFalse();
	}

	@Test
	void mainThreadRunsItsOwnWorkAtOnce() {
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		onMainThread(() -> {
			this.runtime.mainThread().execute(() -> order.add("inner"));
			order.add("outer");
		});
		assertThat(order).containsExactly("inner", "outer");
	}

	@Test
	void windowsCanBeMadeOnTheMainThread() {
		onMainThread(() -> this.runtime.create(WindowOptions.of("main")).setTitle("Made there"));
		Window window = this.runtime.find(Label.of("main"));
		assertThat(window).isNotNull().extracting(Window::title).isEqualTo("Made there");
	}

	@Test
	void documentConnects() {
		Webview webview = webview("main");
		Page page = page(webview);
		assertThat(page.isOpen()).isTrue();
		assertThat(page.webview()).isSameAs(webview);
		assertThat(page.origin().host()).isNotEmpty();
	}

	@Test
	void pagesOfTwoWindowsHaveKeysOfTheirOwn() {
		Page first = page(webview("main"));
		Page second = page(webview("second"));
		assertThat(first.key().matches(second.key().reveal())).isFalse();
		assertThat(first.key().matches(first.key().reveal())).isTrue();
	}

	@Test
	void reloadEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		AtomicInteger closed = new AtomicInteger();
		page.onClose(closed::incrementAndGet);
		webview.reload();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(closed).hasValue(1);
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		assertThat(next.key().matches(page.key().reveal())).isFalse();
	}

	@Test
	void navigationEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.navigate("other.html");
		eventually("the page to end").until(() -> !page.isOpen());
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		eventually("the address to change").untilAsserted(() -> assertThat(webview.url()).endsWith("other.html"));
	}

	@Test
	void queueOfAPageThatEndedTakesNothing() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.reload();
		eventually("the page to end").until(() -> !page.isOpen());
		page.outbound().channelEnd(1, 0);
		assertThat(page.outbound().drain()).isNull();
	}

	@Test
	void closingAWindowEndsItsPage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.window().destroy();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(webview.page()).isNull();
	}

	@Test
	void stopClosesAllWindowsAndMayBeCalledTwice() {
		Page page = page(webview("main"));
		this.runtime.create(WindowOptions.of("second"));
		this.runtime.stop();
		this.runtime.stop();
		eventually("the windows to go").until(() -> this.runtime.windows().isEmpty());
		eventually("the page to end").until(() -> !page.isOpen());
	}

	@Test
	void anotherRuntimeStartsInTheSameJvm() {
		page(webview("main"));
		this.runtime.stop();
		eventually("the windows to go").until(() -> this.runtime.windows().isEmpty());
		this.runtime = createRuntime(this.lastWindowClosed::incrementAndGet);
		this.runtime.start();
		assertThat(page(webview("main")).isOpen()).isTrue();
	}

	@Test
	void twoRuntimesLiveSideBySide() {
		DesktopRuntime second = createRuntime(() -> {
		});
		second.start();
		try {
			Page page = page(webview("main"));
			Page other = page(second.create(WindowOptions.of("main")).webviews().get(0));
			assertThat(page.isOpen()).isTrue();
			assertThat(other.isOpen()).isTrue();
			assertThat(other.webview()).isNotSameAs(page.webview());
		}
		finally {
			second.stop();
		}
	}

	private Webview webview(String label) {
		return this.runtime.create(WindowOptions.of(label)).webviews().get(0);
	}

	private Page page(Webview webview) {
		connect(webview);
		Page page = eventually("a document to connect").until(webview::page, (connected) -> connected != null);
		assertThat(page).isNotNull();
		return page;
	}

	private void onMainThread(Runnable work) {
		CountDownLatch done = new CountDownLatch(1);
		this.runtime.mainThread().execute(() -> {
			try {
				work.run();
			}
			finally {
				done.countDown();
			}
		});
		try {
			assertThat(done.await(10, TimeUnit.SECONDS)).as("the main thread runs work").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for the main thread", ex);
		}
	}

	private static ConditionFactory eventually(String what) {
		return Awaitility.await(what)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.atMost(IpcTester.DEFAULT_LIMIT);
	}

}
