package dev.tauriboot.runtime;

import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuParent;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to show anything.
 */
final class NoMenus implements MenuHost {

	private final String reason;

	NoMenus(String reason) {
		this.reason = reason;
	}

	@Override
	public void setMenu(Window window, @Nullable Menu menu, ChosenListener chosen) {
		if (menu != null) {
			throw new UnsupportedOperationException(this.reason);
		}
	}

	@Override
	public void popup(Window window, MenuParent menu, @Nullable MenuPosition position, ChosenListener chosen) {
		throw new UnsupportedOperationException(this.reason);
	}

	@Override
	public void edit(Window window, PredefinedMenuItem.Type command) {
		throw new UnsupportedOperationException(this.reason);
	}

	@Override
	public void showAbout(Window window, AboutMetadata about) {
		throw new UnsupportedOperationException(this.reason);
	}

}
