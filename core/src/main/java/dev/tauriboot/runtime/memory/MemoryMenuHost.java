package dev.tauriboot.runtime.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Menus that nobody sees. Tests look at them, and choose items in the place of a user.
 *
 * @since 0.1.0
 */
public final class MemoryMenuHost implements MenuHost {

	private final Map<Label, Shown> menus = new ConcurrentHashMap<>();

	private final Map<Label, Shown> popups = new ConcurrentHashMap<>();

	private final List<PredefinedMenuItem.Type> edits = new CopyOnWriteArrayList<>();

	private final List<AboutMetadata> abouts = new CopyOnWriteArrayList<>();

	@Override
	public void setMenu(Window window, @Nullable Menu menu, ChosenListener chosen) {
		if (menu != null) {
			this.menus.put(window.label(), new Shown(window, menu, null, chosen));
		}
		else {
			this.menus.remove(window.label());
			this.popups.remove(window.label());
		}
	}

	@Override
	public void popup(Window window, MenuParent menu, @Nullable MenuPosition position, ChosenListener chosen) {
		this.popups.put(window.label(), new Shown(window, menu, position, chosen));
	}

	@Override
	public void edit(Window window, PredefinedMenuItem.Type command) {
		this.edits.add(command);
	}

	@Override
	public void showAbout(Window window, AboutMetadata about) {
		this.abouts.add(about);
	}

	/**
	 * The menu of a window.
	 * @param window the window's label
	 * @return the menu, or {@code null} if it has none
	 */
	public @Nullable Menu menu(Label window) {
		Shown shown = this.menus.get(window);
		return (shown != null) ? (Menu) shown.menu() : null;
	}

	/**
	 * The menu that is open over a window.
	 * @param window the window's label
	 * @return the menu, or {@code null} if there is none
	 */
	public @Nullable MenuParent popup(Label window) {
		Shown shown = this.popups.get(window);
		return (shown != null) ? shown.menu() : null;
	}

	/**
	 * Where the menu is open.
	 * @param window the window's label
	 * @return where, or {@code null} for where the mouse is, or if none is open
	 */
	public @Nullable MenuPosition popupPosition(Label window) {
		Shown shown = this.popups.get(window);
		return (shown != null) ? shown.position() : null;
	}

	/**
	 * What pages were asked to edit.
	 * @return the commands, in their order
	 */
	public List<PredefinedMenuItem.Type> edits() {
		return new ArrayList<>(this.edits);
	}

	/**
	 * What the user was told about the application.
	 * @return what dialogs told, in their order
	 */
	public List<AboutMetadata> abouts() {
		return new ArrayList<>(this.abouts);
	}

	/**
	 * Choose an item as a user does, in the menu that is open over a window, which closes
	 * then, or else in the window's own. An item that is disabled, or within a disabled
	 * submenu, cannot be chosen.
	 * @param window the window's label
	 * @param id the item's id
	 * @return whether there is such an item and it could be chosen
	 */
	public boolean choose(Label window, String id) {
		Assert.notNull(id, "'id' must not be null");
		Shown open = this.popups.remove(window);
		Shown shown = (open != null) ? open : this.menus.get(window);
		MenuNode item = (shown != null) ? find(shown.menu(), (node) -> node.id().equals(id)) : null;
		if (shown == null || item == null || item instanceof MenuParent) {
			return false;
		}
		shown.chosen().chosen(shown.window(), item);
		return true;
	}

	/**
	 * Press keys as a user does while a window has the focus.
	 * @param window the window's label
	 * @param accelerator the keys, as {@link Accelerator#parse} reads them
	 * @return whether an item of the window's own menu has these keys and could be chosen
	 */
	public boolean press(Label window, String accelerator) {
		Accelerator keys = Accelerator.parse(accelerator);
		Shown shown = this.menus.get(window);
		MenuNode item = (shown != null)
				? find(shown.menu(), (node) -> node instanceof MenuItem one && keys.equals(one.accelerator())) : null;
		if (shown == null || item == null) {
			return false;
		}
		shown.chosen().chosen(shown.window(), item);
		return true;
	}

	private static @Nullable MenuNode find(MenuParent parent, Predicate<MenuNode> wanted) {
		for (MenuNode item : parent.items()) {
			if (!item.isEnabled()) {
				continue;
			}
			MenuNode found = (item instanceof Submenu submenu) ? find(submenu, wanted) : null;
			if (found == null && wanted.test(item)) {
				found = item;
			}
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private record Shown(Window window, MenuParent menu, @Nullable MenuPosition position, ChosenListener chosen) {
	}

}
