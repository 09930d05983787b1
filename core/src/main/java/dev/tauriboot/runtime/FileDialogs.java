package dev.tauriboot.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.ipc.InvokeException;

/**
 * Asks the user for files. Methods may be called on any thread and return at once, the
 * answer comes when the user has given one; it must not be waited for on the thread that
 * owns the windows. Two dialogs of one window are shown one after the other; one too many
 * that waits fails with an {@link InvokeException}.
 *
 * @since 0.1.0
 */
public interface FileDialogs {

	/**
	 * What a dialog is refused with where none can be shown.
	 */
	String UNAVAILABLE = "dialogs are not available on this display";

	/**
	 * Ask for what to open: one or several files, or a directory, all of which exist.
	 * @param options how to ask
	 * @return completes with the absolute paths, none if the user has cancelled, or fails
	 * with an {@link UnsupportedOperationException} if there can be no dialog
	 */
	CompletableFuture<List<Path>> open(FileDialogOptions options);

	/**
	 * Ask for where to save. The user has been asked whether to overwrite a file that
	 * exists.
	 * @param options how to ask; {@code multiple} and {@code directory} are ignored
	 * @return completes with the absolute path, nothing if the user has cancelled, or
	 * fails with an {@link UnsupportedOperationException} if there can be no dialog
	 */
	CompletableFuture<Optional<Path>> save(FileDialogOptions options);

	/**
	 * Dialogs for where nobody can see any: each is refused.
	 * @return the dialogs
	 */
	static FileDialogs unavailable() {
		return NoFileDialogs.INSTANCE;
	}

}
