package dev.tauriboot.tray.notifier;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/**
 * What a tray calls on an icon, and what the icon tells the tray. Names are the
 * protocol's. Public for the library, which calls it by reflection.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("org.kde.StatusNotifierItem")
@SuppressWarnings("checkstyle:MethodName")
public interface StatusNotifierItem extends DBusInterface {

	/**
	 * The left button was clicked.
	 * @param x where the mouse is
	 * @param y where the mouse is
	 */
	void Activate(int x, int y);

	/**
	 * The middle button was clicked.
	 * @param x where the mouse is
	 * @param y where the mouse is
	 */
	void SecondaryActivate(int x, int y);

	/**
	 * The right button was clicked, where the tray opens no menu itself.
	 * @param x where the mouse is
	 * @param y where the mouse is
	 */
	void ContextMenu(int x, int y);

	/**
	 * The wheel was turned.
	 * @param delta how far
	 * @param orientation in which direction
	 */
	void Scroll(int delta, String orientation);

	/**
	 * The image has changed.
	 */
	class NewIcon extends DBusSignal {

		/**
		 * Create the signal.
		 * @param path the icon's path
		 * @throws DBusException if it is none
		 */
		public NewIcon(String path) throws DBusException {
			super(path);
		}

	}

	/**
	 * The title has changed.
	 */
	class NewTitle extends DBusSignal {

		/**
		 * Create the signal.
		 * @param path the icon's path
		 * @throws DBusException if it is none
		 */
		public NewTitle(String path) throws DBusException {
			super(path);
		}

	}

	/**
	 * The tooltip has changed.
	 */
	class NewToolTip extends DBusSignal {

		/**
		 * Create the signal.
		 * @param path the icon's path
		 * @throws DBusException if it is none
		 */
		public NewToolTip(String path) throws DBusException {
			super(path);
		}

	}

	/**
	 * The icon is to be shown, or hidden.
	 */
	class NewStatus extends DBusSignal {

		private final String status;

		/**
		 * Create the signal.
		 * @param path the icon's path
		 * @param status the new status
		 * @throws DBusException if the path is none
		 */
		public NewStatus(String path, String status) throws DBusException {
			super(path, status);
			this.status = status;
		}

		/**
		 * The status.
		 * @return {@code Active} or {@code Passive}
		 */
		public String status() {
			return this.status;
		}

	}

}
