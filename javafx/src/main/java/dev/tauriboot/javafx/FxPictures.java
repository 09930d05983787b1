package dev.tauriboot.javafx;

import dev.tauriboot.image.Image;
import dev.tauriboot.window.WindowIcon;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and colours of the ports as those of JavaFX, and the other way.
 */
final class FxPictures {

	private static final int MENU_SIZE = 16;

	private FxPictures() {
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
		return picture(image.rgba(), image.width(), image.height());
	}

	static WritableImage picture(WindowIcon icon) {
		return picture(icon.rgba(), icon.width(), icon.height());
	}

	private static WritableImage picture(byte[] rgba, int width, int height) {
		WritableImage picture = new WritableImage(width, height);
		picture.getPixelWriter()
			.setPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), swap(rgba.clone()), 0, 4 * width);
		return picture;
	}

	static Image image(javafx.scene.image.Image picture) {
		int width = (int) picture.getWidth();
		int height = (int) picture.getHeight();
		byte[] bgra = new byte[4 * width * height];
		picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bgra, 0, 4 * width);
		return new Image(swap(bgra), width, height);
	}

	// The ports have red before blue, JavaFX the other way.
	private static byte[] swap(byte[] pixels) {
		for (int i = 0; i < pixels.length; i += 4) {
			byte first = pixels[i];
			pixels[i] = pixels[i + 2];
			pixels[i + 2] = first;
		}
		return pixels;
	}

	static Color color(dev.tauriboot.window.@Nullable Color color, Color byDefault) {
		return (color != null) ? Color.rgb(color.red(), color.green(), color.blue(), color.alpha() / 255.0) : byDefault;
	}

}
