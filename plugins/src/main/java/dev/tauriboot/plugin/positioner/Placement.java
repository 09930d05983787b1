package dev.tauriboot.plugin.positioner;

import org.jspecify.annotations.Nullable;

/**
 * A well-known place for a window, in the order of the numbers that pages use.
 *
 * @since 0.1.0
 */
public enum Placement {

	/** The upper left corner of the screen. */
	TOP_LEFT(0, 0),

	/** The upper right corner of the screen. */
	TOP_RIGHT(2, 0),

	/** The lower left corner of the screen. */
	BOTTOM_LEFT(0, 2),

	/** The lower right corner of the screen. */
	BOTTOM_RIGHT(2, 2),

	/** The middle of the upper edge. */
	TOP_CENTER(1, 0),

	/** The middle of the lower edge. */
	BOTTOM_CENTER(1, 2),

	/** The middle of the left edge. */
	LEFT_CENTER(0, 1),

	/** The middle of the right edge. */
	RIGHT_CENTER(2, 1),

	/** The middle of the screen. */
	CENTER(1, 1),

	/** Above the tray icon, from its left edge. */
	TRAY_LEFT(0, -1),

	/** Below the upper edge of the tray icon, from its left edge. */
	TRAY_BOTTOM_LEFT(0, 0),

	/** Above the tray icon, from its right edge. */
	TRAY_RIGHT(2, -1),

	/** Below the upper edge of the tray icon, from its right edge. */
	TRAY_BOTTOM_RIGHT(2, 0),

	/** Above the tray icon, in its middle. */
	TRAY_CENTER(1, -1),

	/** Below the upper edge of the tray icon, in its middle. */
	TRAY_BOTTOM_CENTER(1, 0);

	private final int across;

	private final int down;

	Placement(int across, int down) {
		this.across = across;
		this.down = down;
	}

	/**
	 * Whether it is at the tray icon, which must be known then.
	 * @return {@code true} if so
	 */
	public boolean isTray() {
		return compareTo(CENTER) > 0;
	}

	static @Nullable Placement ofNumber(long number) {
		return (number >= 0 && number < values().length) ? values()[(int) number] : null;
	}

	/**
	 * Where the window goes along an edge of the screen.
	 * @param start where the screen begins
	 * @param room its length
	 * @param length that of the window
	 */
	int across(int start, int room, int length) {
		return along(this.across, start, room, length);
	}

	int down(int start, int room, int length) {
		return along(this.down, start, room, length);
	}

	private static int along(int halves, int start, int room, int length) {
		return switch (halves) {
			case 0 -> start;
			case 1 -> start + room / 2 - length / 2;
			default -> start + room - length;
		};
	}

	/**
	 * Where the window goes across from the tray icon.
	 * @param start where the icon begins
	 * @param size its length
	 * @param length that of the window
	 */
	int besideTray(int start, int size, int length) {
		return switch (this.across) {
			case 0 -> start;
			case 1 -> start + size / 2 - length / 2;
			default -> start + size;
		};
	}

	int aboveTray(int start, int length) {
		return (this.down < 0) ? start - length : start;
	}

}
