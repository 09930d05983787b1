package dev.tauriboot.javafx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.image.Image;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The clipboard of JavaFX.
 */
class FxClipboardTests {

	private final FxClipboard clipboard = new FxClipboard();

	@BeforeAll
	static void start() {
		FxToolkit.chooseHeadless();
		FxToolkit.await();
	}

	// row 186
	@Test
	void textComesBack() throws Exception {
		get(this.clipboard.writeText("żółw 🐢"));
		assertThat(get(this.clipboard.readText())).contains("żółw 🐢");
		assertThat(get(this.clipboard.readImage())).isEmpty();
	}

	// row 190
	@Test
	void htmlHasATextBesideIt() throws Exception {
		get(this.clipboard.writeHtml("<b>x</b>", "x"));
		assertThat(get(this.clipboard.readText())).contains("x");
		assertThat(
				get(CompletableFuture.supplyAsync(() -> Clipboard.getSystemClipboard().getHtml(), Platform::runLater)))
			.isEqualTo("<b>x</b>");
	}

	// rows 187, 189
	@Test
	void imageComesBackWithItsAlpha() throws Exception {
		byte[] rgba = { (byte) 255, 0, 0, (byte) 128, 0, (byte) 255, (byte) 255, (byte) 255 };
		get(this.clipboard.writeImage(new Image(rgba, 2, 1)));
		Image image = get(this.clipboard.readImage()).orElseThrow();
		assertThat(image.rgba()).isEqualTo(rgba);
		assertThat(image.width()).isEqualTo(2);
		assertThat(get(this.clipboard.readText())).isEmpty();
	}

	@Test
	void imageHasPixels() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.clipboard.writeImage(new Image(new byte[0], 0, 0)))
			.withMessage("the image has no pixels");
	}

	// row 191
	@Test
	void clearedIsEmpty() throws Exception {
		get(this.clipboard.writeText("x"));
		get(this.clipboard.clear());
		assertThat(get(this.clipboard.readText())).isEmpty();
	}

	private static <T> T get(CompletableFuture<T> future) throws Exception {
		return future.get(30, TimeUnit.SECONDS);
	}

}
