package dev.tauriboot.javafx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Window;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Lets a window show one dialog at a time, of whatever kind. As the toolkit, it is one
 * for the JVM; its state belongs to the JavaFX application thread.
 */
final class FxDialogQueue {

	static final int DEFAULT_LIMIT = 16;

	private static final Object NOBODY = new Object();

	// What waits for the dialog that an owner shows; the key is there as long as it does.
	private static final Map<Object, Deque<Waiting>> waiting = new HashMap<>();

	private FxDialogQueue() {
	}

	/**
	 * Show a dialog after those that its owner has been asked for before. Never at once:
	 * the caller's frame may be one in which no dialog can be waited for. One that is
	 * answered before its turn no longer waits.
	 * @param owner the owner, or {@code null} for none
	 * @param limit how many dialogs of the owner may wait; those of none may all
	 * @param result the answer, which fails with an {@link InvokeException} over the
	 * limit
	 * @param dialog shows it on the JavaFX application thread, and calls once what it is
	 * given when the dialog is gone
	 */
	static void add(@Nullable Window owner, int limit, CompletableFuture<?> result, Consumer<Runnable> dialog) {
		Object key = (owner != null) ? owner : NOBODY;
		Platform.runLater(() -> {
			Deque<Waiting> queue = waiting.get(key);
			if (queue == null) {
				waiting.put(key, new ArrayDeque<>());
				dialog.accept(() -> next(key));
				return;
			}
			// Who has the answer may ask before the one that is answered is removed.
			queue.removeIf((other) -> other.result().isDone());
			if (owner != null && queue.size() >= limit) {
				result.completeExceptionally(new InvokeException(
						"too many dialogs wait: the limit is " + limit + " (tauri.app.max-queued-dialogs)"));
			}
			else {
				Waiting added = new Waiting(result, dialog);
				queue.add(added);
				result.whenComplete((answer, failure) -> Platform.runLater(() -> queue.remove(added)));
			}
		});
	}

	private static void next(Object key) {
		Deque<Waiting> queue = waiting.get(key);
		Waiting first = (queue != null) ? queue.poll() : null;
		if (first != null) {
			Platform.runLater(() -> first.dialog().accept(() -> next(key)));
		}
		else {
			waiting.remove(key);
		}
	}

	/**
	 * A dialog that waits for its turn.
	 *
	 * @param result its answer
	 * @param dialog shows it
	 */
	private record Waiting(CompletableFuture<?> result, Consumer<Runnable> dialog) {
	}

}
