package dev.tauriboot.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A started runtime and what the tests of all concerns do with it.
 */
abstract class RuntimeKit {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final DesktopRuntimeCompatibilityKit kit;

	private final AtomicInteger lastWindowClosed = new AtomicInteger();

	private DesktopRuntime runtime;

	RuntimeKit(DesktopRuntimeCompatibilityKit kit) {
		this.kit = kit;
		this.runtime = kit.createRuntime(this.lastWindowClosed::incrementAndGet);
	}

	@BeforeEach
	void start() {
		this.runtime.start();
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	final void restart() {
		this.runtime = this.kit.createRuntime(this.lastWindowClosed::incrementAndGet);
		this.runtime.start();
	}

	final DesktopRuntimeCompatibilityKit kit() {
		return this.kit;
	}

	final DesktopRuntime runtime() {
		return this.runtime;
	}

	final AtomicInteger lastWindowClosed() {
		return this.lastWindowClosed;
	}

	final Recorder record() {
		Recorder recorder = new Recorder();
		this.runtime.addListener(recorder);
		return recorder;
	}

	final Webview webview(String label) {
		return this.runtime.create(WindowOptions.of(label)).webviews().get(0);
	}

	final Page page(Webview webview) {
		this.kit.connect(webview);
		Page page = eventually("a document to connect").until(webview::page, (connected) -> connected != null);
		assertThat(page).isNotNull();
		return page;
	}

	final void onMainThread(Runnable work) {
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
			assertThat(done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the main thread runs work").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for the main thread", ex);
		}
	}

	static ConditionFactory eventually(String what) {
		return WebviewTester.eventually(what, PATIENCE);
	}

	/**
	 * Remembers what it was told.
	 */
	static final class Recorder implements WindowListener {

		final List<String> events = new CopyOnWriteArrayList<>();

		final List<String> drags = new CopyOnWriteArrayList<>();

		volatile boolean stays;

		@Override
		public void windowCreated(Label window) {
			this.events.add("window " + window);
		}

		@Override
		public void webviewCreated(Label webview) {
			this.events.add("webview " + webview);
		}

		@Override
		public void resized(Label window, int width, int height) {
			this.events.add("resized " + window + " " + width + " " + height);
		}

		@Override
		public void moved(Label window, int x, int y) {
			this.events.add("moved " + window + " " + x + " " + y);
		}

		@Override
		public void focused(Label window, boolean focused) {
			this.events.add("focused " + window + " " + focused);
		}

		@Override
		public boolean closeRequested(Label window) {
			// Who waits for the event is free to change the answer to the next.
			boolean stays = this.stays;
			this.events.add("close " + window);
			return stays;
		}

		@Override
		public void destroyed(Label window) {
			this.events.add("destroyed " + window);
		}

		@Override
		public void dragEntered(Webview webview, List<String> paths, double x, double y) {
			this.drags.add("entered " + paths + x + " " + y);
		}

		@Override
		public void dragOver(Webview webview, double x, double y) {
			this.drags.add("over " + x + " " + y);
		}

		@Override
		public void dropped(Webview webview, List<String> paths, double x, double y) {
			this.drags.add("dropped " + paths + x + " " + y);
		}

		@Override
		public void dragLeft(Webview webview) {
			this.drags.add("left");
		}

	}

}
