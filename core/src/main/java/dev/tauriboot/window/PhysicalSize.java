package dev.tauriboot.window;

/**
 * A size in pixels of the screen.
 *
 * @param width the width
 * @param height the height
 * @since 0.1.0
 */
public record PhysicalSize(int width, int height) {

	/**
	 * The size that logical pixels are nearest to.
	 * @param width the width in logical pixels
	 * @param height the height in logical pixels
	 * @param scale how many pixels of the screen make a logical one
	 * @return the size
	 */
	public static PhysicalSize of(double width, double height, double scale) {
		return new PhysicalSize((int) Math.round(width * scale), (int) Math.round(height * scale));
	}

}
