package dev.tauriboot.javafx;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.tauriboot.window.SlowScriptEvent;
import dev.tauriboot.window.SlowScriptEvent.Suspect;
import javafx.application.Platform;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the engine does not give the JavaFX application thread back. The engine is
 * said to end scripts after ten seconds; those that carry this WebKit do not, and neither
 * can Java.
 */
final class FxSlowScripts implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(FxSlowScripts.class);

	private static final String ENGINE = "com.sun.webkit.";

	private static final int LOOKS = 4;

	private final Duration limit;

	private final Supplier<List<Suspect>> pages;

	private final Consumer<SlowScriptEvent> listener;

	private final Thread watched;

	private final Thread watcher;

	// Set on the JavaFX thread, which shows that it is free.
	private volatile boolean free = true;

	private volatile boolean closed;

	/**
	 * Begin to watch. Called on the JavaFX application thread.
	 * @param limit how long is too long
	 * @param pages the open pages, asked for on another thread
	 * @param listener told on another thread
	 */
	FxSlowScripts(Duration limit, Supplier<List<Suspect>> pages, Consumer<SlowScriptEvent> listener) {
		this.limit = limit;
		this.pages = pages;
		this.listener = listener;
		this.watched = Thread.currentThread();
		this.watcher = new Thread(this::watch, "tauri-slow-scripts");
		this.watcher.setDaemon(true);
		this.watcher.start();
	}

	private void watch() {
		long pause = Math.max(10, this.limit.toMillis() / LOOKS);
		long busySince = 0;
		@Nullable List<Suspect> reported = null;
		while (!this.closed) {
			try {
				TimeUnit.MILLISECONDS.sleep(pause);
			}
			catch (InterruptedException ex) {
				return;
			}
			long now = System.nanoTime();
			if (this.free) {
				if (reported != null) {
					tell(reported, now - busySince, true);
					reported = null;
				}
				// Only a thread that is in the engine is asked for a sign: the others are
				// left alone.
				if (isInEngine()) {
					busySince = now;
					this.free = false;
					Platform.runLater(() -> this.free = true);
				}
			}
			else if (reported == null && now - busySince >= this.limit.toNanos() && isInEngine()) {
				reported = this.pages.get();
				tell(reported, now - busySince, false);
			}
		}
	}

	private boolean isInEngine() {
		for (StackTraceElement element : this.watched.getStackTrace()) {
			if (element.isNativeMethod()) {
				return element.getClassName().startsWith(ENGINE);
			}
			if (!element.getClassName().startsWith("java.")) {
				return false;
			}
		}
		return false;
	}

	private void tell(List<Suspect> suspects, long nanos, boolean over) {
		SlowScriptEvent event = new SlowScriptEvent(suspects, Duration.ofNanos(nanos), over);
		StringBuilder text = new StringBuilder();
		for (Suspect suspect : suspects) {
			text.append(text.isEmpty() ? "" : " or ")
				.append("webview '")
				.append(suspect.webview())
				.append("' at ")
				.append(FxConsole.plain(suspect.url().split("[?#]", 2)[0], 200));
		}
		String seconds = String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
		if (over) {
			logger.warn("The script of " + text + " has let the windows go on after " + seconds);
		}
		else {
			logger.warn("A script of " + text + " keeps all windows standing still, for " + seconds
					+ " now. The engine cannot be told to end it");
		}
		try {
			this.listener.accept(event);
		}
		catch (RuntimeException ex) {
			logger.error("A listener failed to hear of a slow script", ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.watcher.interrupt();
	}

}
