package dev.tauriboot.javafx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import dev.tauriboot.window.Window;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Lets a window show one dialog at a time, of whatever kind. As the toolkit, it is one
 * for the JVM; its state belongs to the JavaFX application thread.
 */
final class FxDialogQueue {

	private static final Object NOBODY = new Object();

	// What waits for the dialog that an owner shows; the key is there as long as it does.
	private static final Map<Object, Deque<Consumer<Runnable>>> waiting = new HashMap<>();

	private FxDialogQueue() {
	}

	/**
	 * Show a dialog after those that its owner has been asked for before. Never at once:
	 * the caller's frame may be one in which no dialog can be waited for.
	 * @param owner the owner, or {@code null} for none
	 * @param dialog shows it on the JavaFX application thread, and calls once what it is
	 * given when the dialog is gone
	 */
	static void add(@Nullable Window owner, Consumer<Runnable> dialog) {
		Object key = (owner != null) ? owner : NOBODY;
		Platform.runLater(() -> {
			Deque<Consumer<Runnable>> queue = waiting.get(key);
			if (queue != null) {
				queue.add(dialog);
				return;
			}
			waiting.put(key, new ArrayDeque<>());
			dialog.accept(() -> next(key));
		});
	}

	private static void next(Object key) {
		Deque<Consumer<Runnable>> queue = waiting.get(key);
		Consumer<Runnable> dialog = (queue != null) ? queue.poll() : null;
		if (dialog != null) {
			Platform.runLater(() -> dialog.accept(() -> next(key)));
		}
		else {
			waiting.remove(key);
		}
	}

}
