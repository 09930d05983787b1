package dev.tauriboot.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whatever it is asked.
 */
final class NoClipboard implements Clipboard {

	static final NoClipboard INSTANCE = new NoClipboard();

	private NoClipboard() {
	}

	private static <T> CompletableFuture<T> refused() {
		return CompletableFuture.failedFuture(new UnsupportedOperationException(UNAVAILABLE));
	}

	@Override
	public CompletableFuture<Void> writeText(String text) {
		return refused();
	}

	@Override
	public CompletableFuture<Void> writeHtml(String html, @Nullable String text) {
		return refused();
	}

	@Override
	public CompletableFuture<Void> writeImage(Image image) {
		return refused();
	}

	@Override
	public CompletableFuture<Optional<String>> readText() {
		return refused();
	}

	@Override
	public CompletableFuture<Optional<Image>> readImage() {
		return refused();
	}

	@Override
	public CompletableFuture<Void> clear() {
		return refused();
	}

}
