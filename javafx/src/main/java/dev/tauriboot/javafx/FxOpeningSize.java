package dev.tauriboot.javafx;

import java.util.concurrent.TimeUnit;

/**
 * The size of the content that a window was shown with. JavaFX 21 on GTK forgets that of
 * the first window of a process with some window managers, and makes it 200 by 200 pixels
 * a moment later.
 *
 * @param width the width in logical pixels
 * @param height the height in logical pixels
 * @param shown when the window was shown, by {@link System#nanoTime()}
 */
record FxOpeningSize(double width, double height, long shown) {

	private static final double OF_GTK = 200;

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

	/**
	 * Whether the platform has forgotten it.
	 */
	boolean isForgotten(double width, double height) {
		return width == OF_GTK && height == OF_GTK && System.nanoTime() - this.shown < PATIENCE;
	}

}
