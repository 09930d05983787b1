package dev.tauriboot.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Refuses every dialog.
 */
final class NoFileDialogs implements FileDialogs {

	static final NoFileDialogs INSTANCE = new NoFileDialogs();

	private NoFileDialogs() {
	}

	@Override
	public CompletableFuture<List<Path>> open(FileDialogOptions options) {
		return CompletableFuture.failedFuture(new UnsupportedOperationException(UNAVAILABLE));
	}

	@Override
	public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
		return CompletableFuture.failedFuture(new UnsupportedOperationException(UNAVAILABLE));
	}

}
