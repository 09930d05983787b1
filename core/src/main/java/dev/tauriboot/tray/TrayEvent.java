package dev.tauriboot.tray;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the user has done with an icon in the tray.
 *
 * @param type what has happened
 * @param button which button of the mouse it was, {@code null} if it was none
 * @param down whether the button was pressed, not let go; for {@link Type#CLICK} only
 * @param x where the mouse is, in physical pixels from the left of the screen
 * @param y the same from the top
 * @param bounds where the icon is
 * @since 0.1.0
 */
public record TrayEvent(Type type, @Nullable Button button, boolean down, double x, double y, Bounds bounds) {

	public TrayEvent {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(bounds, "'bounds' must not be null");
	}

	/**
	 * A button was pressed and let go.
	 * @param button the button
	 * @param x where the mouse is, in physical pixels from the left of the screen
	 * @param y the same from the top
	 * @return the event of its end
	 */
	public static TrayEvent click(Button button, double x, double y) {
		return new TrayEvent(Type.CLICK, button, false, x, y, new Bounds(x, y, 0, 0));
	}

	/**
	 * What has happened.
	 */
	public enum Type {

		/** A button was pressed, or let go. */
		CLICK,

		/** A button was pressed twice. */
		DOUBLE_CLICK,

		/** The mouse has come over the icon. */
		ENTER,

		/** The mouse moves over it. */
		MOVE,

		/** The mouse has left it. */
		LEAVE

	}

	/**
	 * Buttons of a mouse.
	 */
	public enum Button {

		/** The left one. */
		LEFT,

		/** The right one. */
		RIGHT,

		/** The one between them. */
		MIDDLE

	}

	/**
	 * Where an icon is, in physical pixels. Without a size where trays do not tell.
	 *
	 * @param x from the left of the screen
	 * @param y from its top
	 * @param width its width
	 * @param height its height
	 */
	public record Bounds(double x, double y, double width, double height) {
	}

}
