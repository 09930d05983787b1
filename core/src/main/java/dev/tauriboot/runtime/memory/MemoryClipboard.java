package dev.tauriboot.runtime.memory;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.image.Image;
import dev.tauriboot.runtime.Clipboard;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A clipboard of the application's own, for tests. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class MemoryClipboard implements Clipboard {

	private static final Content EMPTY = new Content(null, null, null);

	private volatile Content content = EMPTY;

	private CompletableFuture<Void> put(Content content) {
		this.content = content;
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletableFuture<Void> writeText(String text) {
		Assert.notNull(text, "'text' must not be null");
		return put(new Content(text, null, null));
	}

	@Override
	public CompletableFuture<Void> writeHtml(String html, @Nullable String text) {
		Assert.notNull(html, "'html' must not be null");
		return put(new Content(text, html, null));
	}

	@Override
	public CompletableFuture<Void> writeImage(Image image) {
		Assert.notNull(image, "'image' must not be null");
		return put(new Content(null, null, image));
	}

	@Override
	public CompletableFuture<Optional<String>> readText() {
		return CompletableFuture.completedFuture(Optional.ofNullable(this.content.text));
	}

	/**
	 * The HTML that is there.
	 * @return the HTML, or {@code null} if there is none
	 */
	public @Nullable String html() {
		return this.content.html;
	}

	@Override
	public CompletableFuture<Optional<Image>> readImage() {
		return CompletableFuture.completedFuture(Optional.ofNullable(this.content.image));
	}

	@Override
	public CompletableFuture<Void> clear() {
		return put(EMPTY);
	}

	/**
	 * The forms of what is there.
	 */
	private record Content(@Nullable String text, @Nullable String html, @Nullable Image image) {
	}

}
