package dev.tauriboot.menu;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An item that does something when it is chosen.
 *
 * @since 0.1.0
 */
public sealed class MenuItem extends MenuNode permits CheckMenuItem, IconMenuItem {

	private volatile @Nullable Accelerator accelerator;

	private volatile @Nullable Consumer<String> handler;

	/**
	 * Create an item.
	 * @param text its text
	 */
	public MenuItem(String text) {
		this(null, text);
	}

	/**
	 * Create an item.
	 * @param id its id, or {@code null} for one that is made up
	 * @param text its text
	 */
	public MenuItem(@Nullable String id, String text) {
		super(id, text);
	}

	/**
	 * The keys that choose the item while its window has the focus.
	 * @return the keys, or {@code null} if there are none
	 */
	public final @Nullable Accelerator accelerator() {
		return this.accelerator;
	}

	/**
	 * Change the keys.
	 * @param accelerator the new keys, or {@code null} for none
	 */
	public final void setAccelerator(@Nullable Accelerator accelerator) {
		this.accelerator = accelerator;
		changed();
	}

	/**
	 * Set what to do when the item is chosen.
	 * @param handler is given the item's id, on the thread that owns the windows, and
	 * must not block; {@code null} for nothing
	 */
	public final void onChosen(@Nullable Consumer<String> handler) {
		this.handler = handler;
	}

	/**
	 * Do what is to be done when the user chooses the item, enabled or not.
	 */
	public void choose() {
		Consumer<String> handler = this.handler;
		if (handler != null) {
			handler.accept(id());
		}
	}

}
