package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * What the user can resize a window's content to, in logical pixels.
 *
 * @param minWidth the least width, if any
 * @param minHeight the least height, if any
 * @param maxWidth the greatest width, if any
 * @param maxHeight the greatest height, if any
 * @since 0.1.0
 */
public record SizeConstraints(@Nullable Double minWidth, @Nullable Double minHeight, @Nullable Double maxWidth,
		@Nullable Double maxHeight) {

	/** No constraints. */
	public static final SizeConstraints NONE = new SizeConstraints(null, null, null, null);

	/**
	 * The same with another least size.
	 * @param width the least width, if any
	 * @param height the least height, if any
	 * @return the constraints
	 */
	public SizeConstraints withMin(@Nullable Double width, @Nullable Double height) {
		return new SizeConstraints(width, height, this.maxWidth, this.maxHeight);
	}

	/**
	 * The same with another greatest size.
	 * @param width the greatest width, if any
	 * @param height the greatest height, if any
	 * @return the constraints
	 */
	public SizeConstraints withMax(@Nullable Double width, @Nullable Double height) {
		return new SizeConstraints(this.minWidth, this.minHeight, width, height);
	}

	/**
	 * The width nearest to another that is allowed. The least wins over the greatest.
	 * @param width the other
	 * @return the width
	 */
	public double width(double width) {
		return within(width, this.minWidth, this.maxWidth);
	}

	/**
	 * The height nearest to another that is allowed. The least wins over the greatest.
	 * @param height the other
	 * @return the height
	 */
	public double height(double height) {
		return within(height, this.minHeight, this.maxHeight);
	}

	private static double within(double value, @Nullable Double min, @Nullable Double max) {
		double atMost = (max != null) ? Math.min(value, max) : value;
		return (min != null) ? Math.max(atMost, min) : atMost;
	}

}
