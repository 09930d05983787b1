package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * Where a window is and how large. Getters give physical pixels, setters take logical
 * ones: {@link #scaleFactor()} physical pixels make a logical one.
 *
 * @since 0.1.0
 */
public interface WindowBounds {

	/**
	 * The size of the content.
	 * @return the size in physical pixels
	 */
	PhysicalSize innerSize();

	/**
	 * The size of the window, its borders included.
	 * @return the size in physical pixels
	 */
	PhysicalSize outerSize();

	/**
	 * Change the size of the content.
	 * @param width the width in logical pixels, above 0
	 * @param height the height in logical pixels, above 0
	 */
	void setSize(double width, double height);

	/**
	 * What the user can resize the content to.
	 * @return the constraints
	 */
	SizeConstraints sizeConstraints();

	/**
	 * Change what the user can resize the content to. A window that is too small or too
	 * large is resized.
	 * @param constraints the constraints
	 */
	void setSizeConstraints(SizeConstraints constraints);

	/**
	 * The position of the content.
	 * @return the position in physical pixels
	 */
	PhysicalPosition innerPosition();

	/**
	 * The position of the window, its borders included.
	 * @return the position in physical pixels
	 */
	PhysicalPosition outerPosition();

	/**
	 * Move the window.
	 * @param x the left edge in logical pixels
	 * @param y the upper edge in logical pixels
	 */
	void setPosition(double x, double y);

	/**
	 * Move the window to the middle of its screen.
	 */
	void center();

	/**
	 * How many physical pixels make a logical one.
	 * @return the scale
	 */
	double scaleFactor();

	/**
	 * The monitor that shows most of the window.
	 * @return the monitor, or {@code null} if there is none
	 */
	@Nullable Monitor currentMonitor();

	/**
	 * Let the window follow the pointer until the button is released. Does nothing unless
	 * a button is pressed in the window.
	 */
	void startDragging();

	/**
	 * Let an edge or corner of the window follow the pointer until the button is
	 * released. Does nothing unless a button is pressed in the window, and nothing if the
	 * window is not resizable.
	 * @param direction the edge or corner
	 */
	void startResizeDragging(ResizeDirection direction);

}
