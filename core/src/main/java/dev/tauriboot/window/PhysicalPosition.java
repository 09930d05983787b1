package dev.tauriboot.window;

/**
 * A position in pixels of the screen.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @since 0.1.0
 */
public record PhysicalPosition(int x, int y) {

	/**
	 * The position that logical pixels are nearest to.
	 * @param x logical pixels from the left
	 * @param y logical pixels from the top
	 * @param scale how many pixels of the screen make a logical one
	 * @return the position
	 */
	public static PhysicalPosition of(double x, double y, double scale) {
		return new PhysicalPosition((int) Math.round(x * scale), (int) Math.round(y * scale));
	}

}
