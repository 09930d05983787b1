package dev.tauriboot.plugin.menu;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.IconMenuItem;
import dev.tauriboot.menu.MenuIcon;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code menu} that ask and change items: section 10.6 of the wire
 * contract.
 *
 * @since 0.1.0
 * @see MenuCommands
 */
public class MenuItemCommands {

	private final ResourceTable resources;

	private final MenuFactory factory;

	/**
	 * Create the commands.
	 * @param resources what pages hold
	 */
	public MenuItemCommands(ResourceTable resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
		this.factory = new MenuFactory(resources);
	}

	@TauriCommand("plugin:menu|text")
	String text(long rid, ItemKind kind, Page page) {
		return withText(page, rid, kind).text();
	}

	@TauriCommand("plugin:menu|set_text")
	void setText(long rid, ItemKind kind, String text, Page page) {
		withText(page, rid, kind).setText(text);
	}

	@TauriCommand("plugin:menu|is_enabled")
	boolean isEnabled(long rid, ItemKind kind, Page page) {
		return switchable(page, rid, kind).isEnabled();
	}

	@TauriCommand("plugin:menu|set_enabled")
	void setEnabled(long rid, ItemKind kind, boolean enabled, Page page) {
		switchable(page, rid, kind).setEnabled(enabled);
	}

	@TauriCommand("plugin:menu|set_accelerator")
	void setAccelerator(long rid, ItemKind kind, @Nullable String accelerator, Page page) {
		if (!(withText(page, rid, kind) instanceof MenuItem item)) {
			throw unexpectedKind();
		}
		try {
			item.setAccelerator((accelerator != null) ? Accelerator.parse(accelerator) : null);
		}
		catch (IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	@TauriCommand("plugin:menu|is_checked")
	boolean isChecked(long rid, Page page) {
		return this.resources.get(page, rid, CheckMenuItem.class).isChecked();
	}

	@TauriCommand("plugin:menu|set_checked")
	void setChecked(long rid, boolean checked, Page page) {
		this.resources.get(page, rid, CheckMenuItem.class).setChecked(checked);
	}

	/**
	 * Clients of 2.0 name no kind, since only items had icons then.
	 */
	@TauriCommand("plugin:menu|set_icon")
	void setIcon(long rid, @Nullable ItemKind kind, @Nullable IconArgument icon, Page page) {
		MenuNode node = (kind != null) ? this.factory.find(page, rid, kind)
				: this.resources.get(page, rid, MenuNode.class);
		MenuIcon read = this.factory.icon(page, icon);
		if (node instanceof IconMenuItem item) {
			item.setIcon(read);
		}
		else if (node instanceof Submenu submenu) {
			submenu.setIcon(read);
		}
		else {
			throw unexpectedKind();
		}
	}

	/**
	 * The list of windows that macOS keeps in a menu is nothing JavaFX can ask for.
	 */
	@TauriCommand("plugin:menu|set_as_windows_menu_for_nsapp")
	void setAsWindowsMenu(long rid, Page page) {
		this.resources.get(page, rid, Submenu.class);
	}

	/**
	 * Nor is the search field that it keeps in the menu for help.
	 */
	@TauriCommand("plugin:menu|set_as_help_menu_for_nsapp")
	void setAsHelpMenu(long rid, Page page) {
		this.resources.get(page, rid, Submenu.class);
	}

	private MenuNode withText(Page page, long rid, ItemKind kind) {
		if (kind == ItemKind.MENU) {
			throw unexpectedKind();
		}
		return this.factory.find(page, rid, kind);
	}

	private MenuNode switchable(Page page, long rid, ItemKind kind) {
		if (kind == ItemKind.PREDEFINED) {
			throw unexpectedKind();
		}
		return withText(page, rid, kind);
	}

	static InvokeException unexpectedKind() {
		return new InvokeException("unexpected menu item kind");
	}

}
