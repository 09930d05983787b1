package dev.tauriboot.tray.notifier;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/**
 * A desktop that shows icons. Names are the protocol's.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
@SuppressWarnings("checkstyle:MethodName")
public interface StatusNotifierWatcher extends DBusInterface {

	/**
	 * Show an icon.
	 * @param service the name under which the icon is on the bus
	 */
	void RegisterStatusNotifierItem(String service);

}
