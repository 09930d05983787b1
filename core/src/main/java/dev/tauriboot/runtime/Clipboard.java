package dev.tauriboot.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The clipboard of the desktop. Methods may be called on any thread and return at once;
 * what they return fails with an {@link UnsupportedOperationException} where there is no
 * clipboard.
 *
 * @since 0.1.0
 */
public interface Clipboard {

	/**
	 * What the clipboard is refused with where there is none.
	 */
	String UNAVAILABLE = "clipboard is not available on this display";

	/**
	 * Put a text there.
	 * @param text the text
	 * @return completes when it is there
	 */
	CompletableFuture<Void> writeText(String text);

	/**
	 * Put HTML there.
	 * @param html the HTML
	 * @param text the same for who takes text only, or {@code null} for none
	 * @return completes when it is there
	 */
	CompletableFuture<Void> writeHtml(String html, @Nullable String text);

	/**
	 * Put an image there.
	 * @param image the image
	 * @return completes when it is there
	 */
	CompletableFuture<Void> writeImage(Image image);

	/**
	 * The text that is there.
	 * @return completes with the text, nothing if there is none
	 */
	CompletableFuture<Optional<String>> readText();

	/**
	 * The image that is there.
	 * @return completes with the image, nothing if there is none
	 */
	CompletableFuture<Optional<Image>> readImage();

	/**
	 * Take away what is there.
	 * @return completes when there is nothing
	 */
	CompletableFuture<Void> clear();

	/**
	 * A clipboard for where there is none: all it is asked is refused.
	 * @return the clipboard
	 */
	static Clipboard unavailable() {
		return NoClipboard.INSTANCE;
	}

}
