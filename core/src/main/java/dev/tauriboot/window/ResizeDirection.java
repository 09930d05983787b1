package dev.tauriboot.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The edge or corner that resizes a window.
 *
 * @since 0.1.0
 */
public enum ResizeDirection {

	/** The right edge. */
	@JsonProperty("East")
	EAST(1, 0),

	/** The upper edge. */
	@JsonProperty("North")
	NORTH(0, -1),

	/** The upper right corner. */
	@JsonProperty("NorthEast")
	NORTH_EAST(1, -1),

	/** The upper left corner. */
	@JsonProperty("NorthWest")
	NORTH_WEST(-1, -1),

	/** The lower edge. */
	@JsonProperty("South")
	SOUTH(0, 1),

	/** The lower right corner. */
	@JsonProperty("SouthEast")
	SOUTH_EAST(1, 1),

	/** The lower left corner. */
	@JsonProperty("SouthWest")
	SOUTH_WEST(-1, 1),

	/** The left edge. */
	@JsonProperty("West")
	WEST(-1, 0);

	private final int x;

	private final int y;

	ResizeDirection(int x, int y) {
		this.x = x;
		this.y = y;
	}

	/**
	 * Which side follows the pointer.
	 * @return -1 for the left edge, 1 for the right, 0 for neither
	 */
	public int x() {
		return this.x;
	}

	/**
	 * Which edge follows the pointer.
	 * @return -1 for the upper edge, 1 for the lower, 0 for neither
	 */
	public int y() {
		return this.y;
	}

}
