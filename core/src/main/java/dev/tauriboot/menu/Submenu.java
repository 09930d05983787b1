package dev.tauriboot.menu;

import org.jspecify.annotations.Nullable;

/**
 * A menu in another one.
 *
 * @since 0.1.0
 */
public final class Submenu extends MenuParent {

	private volatile @Nullable MenuIcon icon;

	/**
	 * Create an empty submenu.
	 * @param text its text
	 */
	public Submenu(String text) {
		this(null, text);
	}

	/**
	 * Create an empty submenu.
	 * @param id its id, or {@code null} for one that is made up
	 * @param text its text
	 */
	public Submenu(@Nullable String id, String text) {
		super(id, text);
	}

	/**
	 * The icon beside the text.
	 * @return the icon, or {@code null} if there is none
	 */
	public @Nullable MenuIcon icon() {
		return this.icon;
	}

	/**
	 * Change the icon.
	 * @param icon the new icon, or {@code null} for none
	 */
	public void setIcon(@Nullable MenuIcon icon) {
		this.icon = icon;
		changed();
	}

}
