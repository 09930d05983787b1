package dev.tauriboot.plugin.tray;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.tray.TrayEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as pages are told of it. The rectangle names its unit, which clients of 2.0
 * need and later ones accept.
 *
 * @param type what has happened
 * @param id the icon's id
 * @param position where the mouse is
 * @param rect where the icon is
 * @param button which button, if any
 * @param buttonState what it did, if it was clicked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrayFrame(String type, String id, Position position, Rect rect, @Nullable String button,
		@Nullable String buttonState) {

	static TrayFrame of(String id, TrayEvent event) {
		String type = switch (event.type()) {
			case CLICK -> "Click";
			case DOUBLE_CLICK -> "DoubleClick";
			case ENTER -> "Enter";
			case MOVE -> "Move";
			case LEAVE -> "Leave";
		};
		TrayEvent.Bounds bounds = event.bounds();
		Rect rect = new Rect(new Physical(new Position(bounds.x(), bounds.y())),
				new Physical(new Size(bounds.width(), bounds.height())));
		String state = event.down() ? "Down" : "Up";
		return new TrayFrame(type, id, new Position(event.x(), event.y()), rect, button(event.button()),
				(event.type() == TrayEvent.Type.CLICK) ? state : null);
	}

	private static @Nullable String button(TrayEvent.@Nullable Button button) {
		if (button == null) {
			return null;
		}
		return switch (button) {
			case LEFT -> "Left";
			case RIGHT -> "Right";
			case MIDDLE -> "Middle";
		};
	}

	/**
	 * A position.
	 *
	 * @param x from the left
	 * @param y from the top
	 */
	record Position(double x, double y) {
	}

	/**
	 * A size.
	 *
	 * @param width the width
	 * @param height the height
	 */
	record Size(double width, double height) {
	}

	/**
	 * A rectangle.
	 *
	 * @param position where it is
	 * @param size how large it is
	 */
	record Rect(Physical position, Physical size) {
	}

	/**
	 * A value in physical pixels.
	 *
	 * @param value the value
	 */
	record Physical(@JsonProperty("Physical") Object value) {
	}

}
