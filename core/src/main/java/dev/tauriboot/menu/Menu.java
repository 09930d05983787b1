package dev.tauriboot.menu;

import org.jspecify.annotations.Nullable;

/**
 * The menu of a window, or one that opens at a position.
 *
 * @since 0.1.0
 */
public final class Menu extends MenuParent {

	/**
	 * Create an empty menu.
	 */
	public Menu() {
		this(null);
	}

	/**
	 * Create an empty menu.
	 * @param id its id, or {@code null} for one that is made up
	 */
	public Menu(@Nullable String id) {
		super(id, "");
	}

}
