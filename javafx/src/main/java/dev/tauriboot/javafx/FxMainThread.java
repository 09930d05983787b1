package dev.tauriboot.javafx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.runtime.MainThread;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application thread.
 */
final class FxMainThread implements MainThread {

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private static final int LOOK_MILLIS = 50;

	@Override
	public boolean isCurrent() {
		return Platform.isFxApplicationThread();
	}

	@Override
	public void execute(Runnable work) {
		if (isCurrent()) {
			work.run();
		}
		else {
			Platform.runLater(work);
		}
	}

	/**
	 * Compute a value on the thread and wait for it.
	 */
	<T extends @Nullable Object> T call(Callable<T> work) {
		CompletableFuture<T> result = new CompletableFuture<>();
		execute(() -> {
			try {
				result.complete(work.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		try {
			return result.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Run work on the thread and wait for it, but not for ever: the thread may itself be
	 * waiting for the caller, or end with the JVM.
	 */
	void executeAndWait(Runnable work) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		execute(() -> {
			try {
				work.run();
			}
			finally {
				done.complete(null);
			}
		});
		long start = System.nanoTime();
		while (!done.isDone() && !FxExit.isGone() && System.nanoTime() - start < PATIENCE_NANOS) {
			done.copy().completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS).join();
		}
	}

}
