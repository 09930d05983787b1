package dev.tauriboot.tray;

import java.util.function.Consumer;

import dev.tauriboot.menu.MenuNode;

/**
 * The system's tray. Methods may be called on any thread.
 *
 * @since 0.1.0
 */
public interface TrayHost {

	/**
	 * Show an icon, and follow its changes.
	 * @param icon the icon, which is told of what the user does with it
	 * @param chosen told of each item that the user chooses in its menu, the item as yet
	 * unchanged
	 * @return takes the icon away
	 * @throws TrayException if there is no tray
	 */
	Shown show(TrayIcon icon, Consumer<MenuNode> chosen);

	/**
	 * An icon that is shown.
	 */
	interface Shown extends AutoCloseable {

		/**
		 * Take the icon away. A second call does nothing.
		 */
		@Override
		void close();

	}

}
