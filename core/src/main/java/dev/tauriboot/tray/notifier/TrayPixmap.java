package dev.tauriboot.tray.notifier;

import java.util.List;

import dev.tauriboot.image.Image;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.jspecify.annotations.Nullable;

/**
 * An image as trays want it: alpha, red, green and blue of each pixel.
 *
 * @since 0.1.0
 */
public final class TrayPixmap extends Struct {

	/** How many pixels a row has. */
	@Position(0)
	public final int width;

	/** How many rows there are. */
	@Position(1)
	public final int height;

	/** The pixels. */
	@Position(2)
	public final byte[] argb;

	/**
	 * Create an image.
	 * @param width how many pixels a row has
	 * @param height how many rows there are
	 * @param argb the pixels
	 */
	public TrayPixmap(int width, int height, byte[] argb) {
		this.width = width;
		this.height = height;
		this.argb = argb;
	}

	static List<TrayPixmap> of(@Nullable Image image) {
		if (image == null || image.width() == 0 || image.height() == 0) {
			return List.of();
		}
		byte[] rgba = image.rgba();
		byte[] argb = new byte[rgba.length];
		for (int i = 0; i < rgba.length; i += 4) {
			argb[i] = rgba[i + 3];
			argb[i + 1] = rgba[i];
			argb[i + 2] = rgba[i + 1];
			argb[i + 3] = rgba[i + 2];
		}
		return List.of(new TrayPixmap(image.width(), image.height(), argb));
	}

}
