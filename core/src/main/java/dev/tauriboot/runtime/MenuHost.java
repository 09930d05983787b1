package dev.tauriboot.runtime;

import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * What shows menus. It follows changes of the menus it shows until they are replaced or
 * their window is gone. Methods may be called on any thread.
 *
 * @since 0.1.0
 */
public interface MenuHost {

	/**
	 * Show the menu of a window, in the place of the one before.
	 * @param window the window, open or closed
	 * @param menu the menu, or {@code null} for none
	 * @param chosen told of each item that the user chooses
	 * @throws UnsupportedOperationException if windows can have no menus
	 */
	void setMenu(Window window, @Nullable Menu menu, ChosenListener chosen);

	/**
	 * Open a menu over a window. Returns once it is shown.
	 * @param window the window
	 * @param menu the menu
	 * @param position where, or {@code null} for where the mouse is
	 * @param chosen told of each item that the user chooses
	 * @throws UnsupportedOperationException if windows can have no menus
	 */
	void popup(Window window, MenuParent menu, @Nullable MenuPosition position, ChosenListener chosen);

	/**
	 * Have the page of a window edit what is selected in it.
	 * @param window the window
	 * @param command one of those for copy, cut, paste, select all, undo and redo
	 */
	void edit(Window window, PredefinedMenuItem.Type command);

	/**
	 * Tell the user about the application. Returns at once.
	 * @param window the window to tell it in
	 * @param about what to tell
	 */
	void showAbout(Window window, AboutMetadata about);

	/**
	 * A host for where menus cannot be shown: it refuses them.
	 * @param reason why, for who asks
	 * @return the host
	 */
	static MenuHost unsupported(String reason) {
		return new NoMenus(reason);
	}

	/**
	 * Told what the user chooses.
	 */
	@FunctionalInterface
	interface ChosenListener {

		/**
		 * The user has chosen an item. Called on the thread that owns the windows.
		 * @param window the window in which the menu was
		 * @param item the item, as yet unchanged
		 */
		void chosen(Window window, MenuNode item);

	}

}
