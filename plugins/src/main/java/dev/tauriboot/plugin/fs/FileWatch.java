package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import dev.tauriboot.plugin.fs.FileEvent.Kind;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A running watch. It ends when it is closed, or when there is nothing left to watch.
 *
 * @since 0.1.0
 */
public final class FileWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(FileWatch.class);

	private final WatchedPaths paths;

	private final Consumer<FileEvent> events;

	private final Consumer<FileWatch> onEnd;

	private volatile @Nullable DirectoryWatcher watcher;

	private volatile boolean running;

	private volatile boolean open = true;

	FileWatch(WatchedPaths paths, Consumer<FileEvent> listener, @Nullable Delay delay, int maxFiles,
			Consumer<FileWatch> onEnd) {
		this.paths = paths;
		Consumer<FileEvent> direct = (event) -> deliver(listener, event);
		this.events = (delay != null) ? new Debouncer(delay, maxFiles, direct) : direct;
		this.onEnd = onEnd;
	}

	void start() throws IOException {
		DirectoryWatcher watcher = DirectoryWatcher.builder()
			.paths(this.paths.directories())
			.fileHashing(false)
			.fileTreeVisitor(this.paths)
			.listener(this::changed)
			.build();
		this.watcher = watcher;
		CompletableFuture<Void> running = watcher.watchAsync(this::run);
		if (!this.running) {
			close();
			throw cause(running);
		}
		running.whenComplete((ignored, error) -> ended());
	}

	// What there is to watch is registered by now.
	private void run(Runnable watching) {
		this.paths.started();
		this.running = true;
		Thread thread = new Thread(watching, "tauri-watch");
		thread.setDaemon(true);
		thread.start();
	}

	private static IOException cause(CompletableFuture<Void> failed) {
		try {
			failed.join();
		}
		catch (CompletionException ex) {
			Throwable failure = (ex.getCause() instanceof UncheckedIOException unchecked) ? unchecked.getCause() : null;
			return (failure instanceof IOException cause) ? cause : new IOException("nothing can be watched", ex);
		}
		return new IOException("nothing is watched");
	}

	private void changed(DirectoryChangeEvent change) {
		FileEvent event = this.paths.event(change);
		if (event != null) {
			this.events.accept(event);
		}
	}

	private void deliver(Consumer<FileEvent> listener, FileEvent event) {
		if (!this.open) {
			return;
		}
		try {
			listener.accept(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener of changed files failed", ex);
		}
	}

	// The system forgets a directory that was watched and is gone, without a word.
	private void ended() {
		if (this.open) {
			this.paths.gone().forEach((path) -> this.events.accept(new FileEvent(Kind.REMOVED, path, true)));
		}
	}

	/**
	 * Whether changes are still told.
	 * @return {@code false} once it was closed
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * Stop watching. No event is told afterwards, not even one that happened before. A
	 * second call does nothing.
	 */
	@Override
	public void close() {
		this.open = false;
		DirectoryWatcher watcher = this.watcher;
		this.watcher = null;
		if (watcher != null) {
			try {
				watcher.close();
			}
			catch (IOException ex) {
				logger.debug("A watch could not be closed", ex);
			}
			this.onEnd.accept(this);
		}
	}

}
