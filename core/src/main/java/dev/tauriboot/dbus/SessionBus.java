package dev.tauriboot.dbus;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the bus of the session. To be loaded where the library for it is there
 * only.
 *
 * @since 0.1.0
 */
public final class SessionBus {

	// The library tries every half second while this passes. A bus that is not there is
	// not about to come.
	private static final int ONE_TRY_MILLIS = 500;

	private SessionBus() {
	}

	/**
	 * Connect to a bus, with a connection that is the caller's own to close.
	 * @param address the bus, {@code null} for that of the session
	 * @return the connection
	 * @throws DBusException if there is no bus, or it does not let the application in
	 * @throws IllegalArgumentException if the session has no bus
	 */
	public static DBusConnection connect(@Nullable String address) throws DBusException {
		DBusConnectionBuilder builder = (address != null) ? DBusConnectionBuilder.forAddress(address)
				: DBusConnectionBuilder.forSessionBus();
		return builder.transportConfig().withTimeout(ONE_TRY_MILLIS).back().withShared(false).build();
	}

}
