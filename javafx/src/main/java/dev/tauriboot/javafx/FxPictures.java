package dev.tauriboot.javafx;

import dev.tauriboot.window.WindowIcon;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and colours of the ports as those of JavaFX.
 */
final class FxPictures {

	private FxPictures() {
	}

	static Image image(WindowIcon icon) {
		byte[] rgba = icon.rgba();
		byte[] bgra = new byte[rgba.length];
		for (int i = 0; i < rgba.length; i += 4) {
			bgra[i] = rgba[i + 2];
			bgra[i + 1] = rgba[i + 1];
			bgra[i + 2] = rgba[i];
			bgra[i + 3] = rgba[i + 3];
		}
		WritableImage image = new WritableImage(icon.width(), icon.height());
		image.getPixelWriter()
			.setPixels(0, 0, icon.width(), icon.height(), PixelFormat.getByteBgraInstance(), bgra, 0, 4 * icon.width());
		return image;
	}

	static Color color(dev.tauriboot.window.@Nullable Color color, Color byDefault) {
		return (color != null) ? Color.rgb(color.red(), color.green(), color.blue(), color.alpha() / 255.0) : byDefault;
	}

}
