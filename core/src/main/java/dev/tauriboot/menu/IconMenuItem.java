package dev.tauriboot.menu;

import org.jspecify.annotations.Nullable;

/**
 * An item with an icon.
 *
 * @since 0.1.0
 */
public final class IconMenuItem extends MenuItem {

	private volatile @Nullable MenuIcon icon;

	/**
	 * Create an item.
	 * @param id its id, or {@code null} for one that is made up
	 * @param text its text
	 * @param icon its icon, or {@code null} for none
	 */
	public IconMenuItem(@Nullable String id, String text, @Nullable MenuIcon icon) {
		super(id, text);
		this.icon = icon;
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
