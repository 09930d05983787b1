package dev.tauriboot.window;

import org.jspecify.annotations.Nullable;

/**
 * Shapes of the pointer, with the names pages use for them.
 *
 * @since 0.1.0
 */
public enum CursorIcon {

	/** The platform's arrow. */
	DEFAULT,
	/** A simple crosshair. */
	CROSSHAIR,
	/** A hand, as over links. */
	HAND,
	/** An arrow. */
	ARROW,
	/** Something can be moved. */
	MOVE,
	/** Text can be selected. */
	TEXT,
	/** The program is busy. */
	WAIT,
	/** Help is available. */
	HELP,
	/** The program is busy, but can still be used. */
	PROGRESS,
	/** The action is not allowed. */
	NOT_ALLOWED,
	/** There is a context menu. */
	CONTEXT_MENU,
	/** A cell can be selected. */
	CELL,
	/** Vertical text can be selected. */
	VERTICAL_TEXT,
	/** An alias is to be made. */
	ALIAS,
	/** Something is to be copied. */
	COPY,
	/** Nothing can be dropped here. */
	NO_DROP,
	/** Something can be grabbed. */
	GRAB,
	/** Something is grabbed. */
	GRABBING,
	/** Something can be scrolled in any direction. */
	ALL_SCROLL,
	/** Closer. */
	ZOOM_IN,
	/** Further away. */
	ZOOM_OUT,
	/** The right edge can be moved. */
	E_RESIZE,
	/** The upper edge can be moved. */
	N_RESIZE,
	/** The upper right corner can be moved. */
	NE_RESIZE,
	/** The upper left corner can be moved. */
	NW_RESIZE,
	/** The lower edge can be moved. */
	S_RESIZE,
	/** The lower right corner can be moved. */
	SE_RESIZE,
	/** The lower left corner can be moved. */
	SW_RESIZE,
	/** The left edge can be moved. */
	W_RESIZE,
	/** Something can be moved to the left and right. */
	EW_RESIZE,
	/** Something can be moved up and down. */
	NS_RESIZE,
	/** Something can be moved along the rising diagonal. */
	NESW_RESIZE,
	/** Something can be moved along the falling diagonal. */
	NWSE_RESIZE,
	/** A column can be resized. */
	COL_RESIZE,
	/** A row can be resized. */
	ROW_RESIZE;

	/**
	 * Find a shape.
	 * @param name its name as {@code notAllowed}, in any letter case
	 * @return the shape, {@link #DEFAULT} for a name that none has
	 */
	public static CursorIcon of(@Nullable String name) {
		for (CursorIcon icon : values()) {
			if (icon.name().replace("_", "").equalsIgnoreCase(name)) {
				return icon;
			}
		}
		return DEFAULT;
	}

}
