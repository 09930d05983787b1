package dev.tauriboot.javafx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.tauriboot.runtime.MainThread;
import javafx.application.Platform;

/**
 * The JavaFX application thread.
 */
final class FxMainThread implements MainThread {

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
	<T> T call(Callable<T> work) {
		CompletableFuture<T> result = new CompletableFuture<>();
		execute(() -> {
			try {
				result.complete(work.call());
			}
			catch (Exception ex) {
				result.completeExceptionally(ex);
			}
		});
		try {
			return result.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
