package dev.tauriboot.javafx;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import dev.tauriboot.image.Image;
import dev.tauriboot.runtime.Clipboard;
import javafx.application.Platform;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The clipboard that JavaFX reaches. Without a display it is the application's own. On
 * Linux what the application has put there goes with it.
 *
 * @since 0.1.0
 */
public final class FxClipboard implements Clipboard {

	@Override
	public CompletableFuture<Void> writeText(String text) {
		Assert.notNull(text, "'text' must not be null");
		ClipboardContent content = new ClipboardContent();
		content.putString(text);
		return put(() -> content);
	}

	@Override
	public CompletableFuture<Void> writeHtml(String html, @Nullable String text) {
		Assert.notNull(html, "'html' must not be null");
		ClipboardContent content = new ClipboardContent();
		content.putHtml(html);
		if (text != null) {
			content.putString(text);
		}
		return put(() -> content);
	}

	@Override
	public CompletableFuture<Void> writeImage(Image image) {
		Assert.notNull(image, "'image' must not be null");
		Assert.isTrue(image.width() > 0 && image.height() > 0, "the image has no pixels");
		return put(() -> {
			ClipboardContent content = new ClipboardContent();
			content.putImage(FxPictures.picture(image));
			return content;
		});
	}

	private static CompletableFuture<Void> put(Supplier<ClipboardContent> content) {
		return on((clipboard) -> {
			if (!clipboard.setContent(content.get())) {
				throw new IllegalStateException("the clipboard takes nothing now");
			}
			return null;
		});
	}

	@Override
	public CompletableFuture<Optional<String>> readText() {
		return on((clipboard) -> Optional.ofNullable(clipboard.getString()));
	}

	@Override
	public CompletableFuture<Optional<Image>> readImage() {
		return on((clipboard) -> Optional.ofNullable(clipboard.getImage()).map(FxPictures::image));
	}

	@Override
	public CompletableFuture<Void> clear() {
		return on((clipboard) -> {
			clipboard.clear();
			return null;
		});
	}

	private static <T> CompletableFuture<T> on(Use<T> use) {
		CompletableFuture<T> result = new CompletableFuture<>();
		try {
			Platform.runLater(() -> {
				try {
					result.complete(use.of(javafx.scene.input.Clipboard.getSystemClipboard()));
				}
				catch (RuntimeException ex) {
					result.completeExceptionally(ex);
				}
			});
		}
		catch (IllegalStateException ex) {
			result.completeExceptionally(new UnsupportedOperationException(UNAVAILABLE, ex));
		}
		return result;
	}

	/**
	 * What is done with the clipboard on the thread that may.
	 *
	 * @param <T> what comes of it
	 */
	private interface Use<T> {

		@Nullable T of(javafx.scene.input.Clipboard clipboard);

	}

}
