package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.util.List;

import dev.tauriboot.dbus.SessionBus;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the file manager on the session's bus. Loaded where the library is there only.
 */
final class BusFileManager {

	private static final String NAME = "org.freedesktop.FileManager1";

	private static final String PATH = "/org/freedesktop/FileManager1";

	private BusFileManager() {
	}

	/**
	 * Show files.
	 * @param address the bus, {@code null} for that of the session
	 * @param uris the files
	 * @throws org.freedesktop.dbus.exceptions.DBusExecutionException if there is no file
	 * manager
	 */
	static void show(@Nullable String address, List<String> uris) throws DBusException, IOException {
		try (DBusConnection connection = SessionBus.connect(address)) {
			connection.getRemoteObject(NAME, PATH, FileManager1.class).ShowItems(uris, "");
		}
	}

}
