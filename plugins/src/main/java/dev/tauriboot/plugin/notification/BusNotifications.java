package dev.tauriboot.plugin.notification;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tauriboot.dbus.SessionBus;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Notes of the service on the session's bus. Loaded where the library is there only.
 */
final class BusNotifications {

	private static final String NAME = "org.freedesktop.Notifications";

	private static final String PATH = "/org/freedesktop/Notifications";

	private BusNotifications() {
	}

	static boolean isThere(@Nullable String address) throws DBusException, IOException {
		try (DBusConnection connection = SessionBus.connect(address)) {
			DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
			return bus.NameHasOwner(NAME) || Arrays.asList(bus.ListActivatableNames()).contains(NAME);
		}
	}

	/**
	 * Show a note.
	 * @throws org.freedesktop.dbus.exceptions.DBusExecutionException if there is no
	 * service
	 */
	static void show(@Nullable String address, String application, String icon, Notification note)
			throws DBusException, IOException {
		try (DBusConnection connection = SessionBus.connect(address)) {
			NotificationService service = connection.getRemoteObject(NAME, PATH, NotificationService.class);
			String body = (note.body() != null) ? note.body() : "";
			// What pages say is text.
			if (service.GetCapabilities().contains("body-markup")) {
				body = escape(body);
			}
			Map<String, Variant<?>> hints = (note.sound() != null) ? Map.of("sound-name", new Variant<>(note.sound()))
					: Map.of();
			service.Notify(application, new UInt32(0), icon, note.title(), body, List.of(), hints, -1);
		}
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
