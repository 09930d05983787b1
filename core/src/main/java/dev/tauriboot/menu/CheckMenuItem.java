package dev.tauriboot.menu;

import org.jspecify.annotations.Nullable;

/**
 * An item that is on or off. Choosing it changes that.
 *
 * @since 0.1.0
 */
public final class CheckMenuItem extends MenuItem {

	private volatile boolean checked;

	/**
	 * Create an item.
	 * @param id its id, or {@code null} for one that is made up
	 * @param text its text
	 * @param checked whether it is on
	 */
	public CheckMenuItem(@Nullable String id, String text, boolean checked) {
		super(id, text);
		this.checked = checked;
	}

	/**
	 * Whether it is on.
	 * @return {@code true} if so
	 */
	public boolean isChecked() {
		return this.checked;
	}

	/**
	 * Turn it on or off.
	 * @param checked whether it is to be on
	 */
	public void setChecked(boolean checked) {
		this.checked = checked;
		changed();
	}

	@Override
	public void choose() {
		setChecked(!this.checked);
		super.choose();
	}

}
