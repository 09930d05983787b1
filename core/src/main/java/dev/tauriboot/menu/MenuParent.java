package dev.tauriboot.menu;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What has items: a {@link Menu} or a {@link Submenu}.
 *
 * @since 0.1.0
 */
public abstract sealed class MenuParent extends MenuNode permits Menu, Submenu {

	// Whether a submenu would contain itself depends on more than one parent.
	private static final Object structure = new Object();

	private volatile List<MenuNode> items = List.of();

	MenuParent(@Nullable String id, String text) {
		super(id, text);
	}

	/**
	 * The items.
	 * @return the items in their order, as they are now
	 */
	public final List<MenuNode> items() {
		return this.items;
	}

	/**
	 * Find an item among those of this menu, not of submenus.
	 * @param id the item's id
	 * @return the first with that id, or {@code null} if there is none
	 */
	public final @Nullable MenuNode get(String id) {
		for (MenuNode item : this.items) {
			if (item.id().equals(id)) {
				return item;
			}
		}
		return null;
	}

	/**
	 * Add items at the end.
	 * @param items the items
	 * @throws IllegalArgumentException if one cannot be in this menu
	 */
	public final void append(MenuNode... items) {
		synchronized (structure) {
			insert(List.of(items), this.items.size());
		}
	}

	/**
	 * Add items.
	 * @param items the items
	 * @param position how many items are to be before them
	 * @throws IllegalArgumentException if one cannot be in this menu, or there are fewer
	 * items
	 */
	public final void insert(List<? extends MenuNode> items, int position) {
		Assert.notNull(items, "'items' must not be null");
		synchronized (structure) {
			Assert.isTrue(position >= 0 && position <= this.items.size(),
					() -> "there is no position " + position + " among " + this.items.size() + " items");
			for (MenuNode item : items) {
				Assert.isTrue(!(item instanceof Menu), "a menu can only have a submenu, not another menu");
				Assert.isTrue(!(item instanceof Submenu submenu) || !submenu.reaches(this),
						"a submenu cannot be in itself");
			}
			List<MenuNode> changed = new ArrayList<>(this.items);
			changed.addAll(position, items);
			this.items = List.copyOf(changed);
		}
		changed();
	}

	final boolean reaches(MenuNode wanted) {
		if (this == wanted) {
			return true;
		}
		for (MenuNode item : this.items) {
			if (item instanceof Submenu submenu && submenu.reaches(wanted)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Take an item out, the first time it is in.
	 * @param item the item
	 * @return whether it was in this menu
	 */
	public final boolean remove(MenuNode item) {
		synchronized (structure) {
			int position = this.items.indexOf(item);
			if (position < 0) {
				return false;
			}
			removeAt(position);
			return true;
		}
	}

	/**
	 * Take out the item at a position.
	 * @param position how many items are before it
	 * @return the item, or {@code null} if there is none
	 */
	public final @Nullable MenuNode removeAt(int position) {
		MenuNode removed;
		synchronized (structure) {
			if (position < 0 || position >= this.items.size()) {
				return null;
			}
			List<MenuNode> changed = new ArrayList<>(this.items);
			removed = changed.remove(position);
			this.items = List.copyOf(changed);
		}
		changed();
		return removed;
	}

}
