package dev.tauriboot.javafx;

import dev.tauriboot.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/**
 * Images of the application as JavaFX shows them.
 */
final class FxPixels {

	private static final int MENU_SIZE = 16;

	private FxPixels() {
	}

	/**
	 * A view as large as the text of a menu.
	 */
	static ImageView view(Image image) {
		ImageView view = new ImageView((image.width() > 0 && image.height() > 0) ? picture(image) : null);
		view.setPreserveRatio(true);
		view.setFitWidth(MENU_SIZE);
		view.setFitHeight(MENU_SIZE);
		return view;
	}

	static WritableImage picture(Image image) {
		WritableImage picture = new WritableImage(image.width(), image.height());
		PixelWriter writer = picture.getPixelWriter();
		byte[] rgba = image.rgba();
		for (int i = 0, pixel = 0; i < rgba.length; i += 4, pixel++) {
			int argb = (rgba[i + 3] & 0xff) << 24 | (rgba[i] & 0xff) << 16 | (rgba[i + 1] & 0xff) << 8
					| (rgba[i + 2] & 0xff);
			writer.setArgb(pixel % image.width(), pixel / image.width(), argb);
		}
		return picture;
	}

}
