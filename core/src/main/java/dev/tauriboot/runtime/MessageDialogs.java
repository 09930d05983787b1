package dev.tauriboot.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.MessageDialogOptions.Button;

/**
 * Tells the user something, or asks, with buttons to answer. The method may be called on
 * any thread and returns at once; the answer must not be waited for on the thread that
 * owns the windows. Two dialogs of one window are shown one after the other. Who cancels
 * the answer takes the dialog away.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MessageDialogs {

	/**
	 * Show a dialog.
	 * @param options what it says
	 * @return completes with the button that was pressed, nothing if the dialog was
	 * closed, or fails with an {@link UnsupportedOperationException} if there can be no
	 * dialog, an {@link InvokeException} if too many of the window wait
	 */
	CompletableFuture<Optional<Button>> show(MessageDialogOptions options);

	/**
	 * Dialogs for where nobody can see any: each is refused.
	 * @return the dialogs
	 */
	static MessageDialogs unavailable() {
		return (options) -> CompletableFuture.failedFuture(new UnsupportedOperationException(FileDialogs.UNAVAILABLE));
	}

}
