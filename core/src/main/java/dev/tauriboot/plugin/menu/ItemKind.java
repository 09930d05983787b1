package dev.tauriboot.plugin.menu;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.IconMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.Submenu;

/**
 * What pages call the kinds of menus and items.
 */
enum ItemKind {

	/** See {@link Menu}. */
	@JsonProperty("Menu")
	MENU(Menu.class),

	/** See {@link MenuItem}. */
	@JsonProperty("MenuItem")
	ITEM(MenuItem.class),

	/** See {@link PredefinedMenuItem}. */
	@JsonProperty("Predefined")
	PREDEFINED(PredefinedMenuItem.class),

	/** See {@link Submenu}. */
	@JsonProperty("Submenu")
	SUBMENU(Submenu.class),

	/** See {@link CheckMenuItem}. */
	@JsonProperty("Check")
	CHECK(CheckMenuItem.class),

	/** See {@link IconMenuItem}. */
	@JsonProperty("Icon")
	ICON(IconMenuItem.class);

	private final Class<? extends MenuNode> type;

	ItemKind(Class<? extends MenuNode> type) {
		this.type = type;
	}

	Class<? extends MenuNode> type() {
		return this.type;
	}

	static ItemKind of(MenuNode node) {
		for (ItemKind kind : values()) {
			if (kind.type == node.getClass()) {
				return kind;
			}
		}
		throw new IllegalArgumentException("There is no kind for " + node);
	}

}
