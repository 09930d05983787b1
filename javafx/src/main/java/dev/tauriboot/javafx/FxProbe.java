package dev.tauriboot.javafx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.web.WebView;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Values and pictures of a view.
 */
final class FxProbe {

	// The engine paints in the frame after a change, and hands its picture over in the
	// next.
	private static final int FRAMES = 4;

	private static final int PATIENCE_SECONDS = 10;

	private FxProbe() {
	}

	/**
	 * Run a script on the JavaFX thread.
	 */
	static @Nullable Object evaluate(WebView view, String script) {
		Object value;
		try {
			value = view.getEngine().executeScript(script);
			if (value instanceof JSObject) {
				JSObject json = (JSObject) view.getEngine().executeScript("JSON");
				value = json.call("stringify", value);
			}
		}
		catch (JSException ex) {
			throw new IllegalStateException("The script failed: " + ex.getMessage(), ex);
		}
		return "undefined".equals(value) ? null : value;
	}

	/**
	 * Take a picture, from a thread other than the JavaFX thread.
	 */
	static byte[] screenshot(WebView view) {
		Assert.state(!Platform.isFxApplicationThread(), "A picture cannot be waited for on the JavaFX thread");
		CompletableFuture<WritableImage> picture = new CompletableFuture<>();
		Platform.runLater(() -> new AnimationTimer() {

			private int frames;

			@Override
			public void handle(long now) {
				if (this.frames++ == FRAMES) {
					stop();
					try {
						picture.complete(view.snapshot(null, null));
					}
					catch (RuntimeException ex) {
						picture.completeExceptionally(ex);
					}
				}
			}

		}.start());
		try {
			return png(picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a picture", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("No picture could be taken", ex);
		}
	}

	private static byte[] png(WritableImage image) {
		BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(pixels, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
