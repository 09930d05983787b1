package dev.tauriboot.plugin.menu;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.path.PlatformDirectories.Platform;

/**
 * The menu that applications commonly have, as it is on each platform.
 */
final class DefaultMenu {

	private DefaultMenu() {
	}

	static Menu create(Platform platform, PackageInfo info) {
		Menu menu = new Menu();
		boolean mac = platform == Platform.MACOS;
		PredefinedMenuItem about = new PredefinedMenuItem(Type.ABOUT, null, null,
				AboutMetadata.NONE.withDefaults(info.name(), info.version()));
		if (mac) {
			Submenu app = submenu(info.name());
			app.append(about);
			add(app, Type.SEPARATOR, Type.SERVICES, Type.SEPARATOR, Type.HIDE, Type.HIDE_OTHERS, Type.SEPARATOR,
					Type.QUIT);
			menu.append(app);
		}
		if (platform != Platform.LINUX) {
			Submenu file = submenu("File");
			add(file, Type.CLOSE_WINDOW);
			if (!mac) {
				add(file, Type.QUIT);
			}
			menu.append(file);
		}
		Submenu edit = submenu("Edit");
		add(edit, Type.UNDO, Type.REDO, Type.SEPARATOR, Type.CUT, Type.COPY, Type.PASTE, Type.SELECT_ALL);
		menu.append(edit);
		if (mac) {
			Submenu view = submenu("View");
			add(view, Type.FULLSCREEN);
			menu.append(view);
		}
		Submenu window = submenu("Window");
		add(window, Type.MINIMIZE, Type.MAXIMIZE);
		if (mac) {
			add(window, Type.SEPARATOR);
		}
		add(window, Type.CLOSE_WINDOW);
		Submenu help = submenu("Help");
		if (!mac) {
			help.append(about);
		}
		menu.append(window, help);
		return menu;
	}

	private static Submenu submenu(String text) {
		return new Submenu(text);
	}

	private static void add(Submenu submenu, Type... types) {
		for (Type type : types) {
			submenu.append(new PredefinedMenuItem(type));
		}
	}

}
