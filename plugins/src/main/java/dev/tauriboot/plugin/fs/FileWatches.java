package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.tauriboot.scope.ScopedPath;

import org.springframework.util.Assert;

/**
 * Watches files and directories, for pages and for Java code. A bean, safe for use by
 * several threads; all watches end with it.
 *
 * @since 0.1.0
 */
public final class FileWatches implements AutoCloseable {

	private static final int DEFAULT_MAX_FILES = 10_000;

	private final int maxFiles;

	private final ScheduledThreadPoolExecutor timer;

	private final Set<FileWatch> running = ConcurrentHashMap.newKeySet();

	/**
	 * Create the watches. No thread is started before one of them needs it.
	 */
	public FileWatches() {
		this(DEFAULT_MAX_FILES);
	}

	/**
	 * Create the watches. No thread is started before one of them needs it.
	 * @param maxFiles of how many files a watch collects events for a time: more come to
	 * one event, that some were missed
	 */
	public FileWatches(int maxFiles) {
		Assert.isTrue(maxFiles > 0, "'maxFiles' must be above 0");
		this.maxFiles = maxFiles;
		this.timer = new ScheduledThreadPoolExecutor(2, (task) -> {
			Thread thread = new Thread(task, "tauri-watch-timer");
			thread.setDaemon(true);
			return thread;
		});
		this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/**
	 * Watch files and directories.
	 * @param paths the files and directories, which must be there
	 * @param recursive whether what is below the directories is watched, too
	 * @param delay for how long events are collected before they are told, merged; zero
	 * to tell each of them at once
	 * @param listener is told, on a thread of its own; one that throws is logged
	 * @return the watch, to be closed in the end
	 * @throws IOException if something is not there or cannot be watched
	 */
	public FileWatch watch(Collection<Path> paths, boolean recursive, Duration delay, Consumer<FileEvent> listener)
			throws IOException {
		Assert.notEmpty(paths, "'paths' must not be empty");
		Assert.notNull(delay, "'delay' must not be null");
		Assert.notNull(listener, "'listener' must not be null");
		List<ScopedPath> found = new ArrayList<>();
		for (Path path : paths) {
			found.add(new ScopedPath(path.toAbsolutePath(), path.toRealPath()));
		}
		return start(new WatchedPaths(found, recursive), delay, listener);
	}

	FileWatch start(WatchedPaths paths, Duration delay, Consumer<FileEvent> listener) throws IOException {
		Delay later = delay.isZero() ? null : (action) -> later(action, delay);
		FileWatch watch = new FileWatch(paths, listener, later, this.maxFiles, this.running::remove);
		this.running.add(watch);
		try {
			watch.start();
		}
		catch (IOException | RuntimeException ex) {
			this.running.remove(watch);
			throw ex;
		}
		return watch;
	}

	private void later(Runnable action, Duration delay) {
		if (!this.timer.isShutdown()) {
			this.timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	int count() {
		return this.running.size();
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.running.forEach(FileWatch::close);
	}

}
