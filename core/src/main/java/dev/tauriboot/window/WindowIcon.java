package dev.tauriboot.window;

import org.springframework.util.Assert;

/**
 * The picture of a window.
 *
 * @param rgba four bytes per pixel, for red, green, blue and alpha, row by row from the
 * top; not copied
 * @param width how many pixels a row has
 * @param height how many rows there are
 * @since 0.1.0
 */
public record WindowIcon(byte[] rgba, int width, int height) {

	public WindowIcon {
		Assert.notNull(rgba, "'rgba' must not be null");
		Assert.isTrue(width > 0 && height > 0 && rgba.length == 4L * width * height,
				"an icon must have four bytes per pixel");
	}

}
