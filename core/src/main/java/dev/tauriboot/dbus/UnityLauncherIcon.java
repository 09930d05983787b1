package dev.tauriboot.dbus;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.runtime.LauncherIcon;
import dev.tauriboot.window.WindowHint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Badges and progress in the launchers of Linux desktops that follow Unity's: the task
 * bar of KDE, the docks of Ubuntu and GNOME, Plank and others. They are told while one of
 * them is there, and drop what an application has shown once its connection is gone.
 *
 * @since 0.1.0
 */
public final class UnityLauncherIcon implements LauncherIcon, AutoCloseable {

	private static final Log logger = LogFactory.getLog(UnityLauncherIcon.class);

	private static final String LAUNCHER = "com.canonical.Unity";

	private final String uri;

	private final String path;

	private final @Nullable String address;

	private @Nullable DBusConnection connection;

	private boolean closed;

	/**
	 * Create an icon on the user's session bus.
	 * @param desktopFile the name of the file that tells the desktop of the application,
	 * as {@code notes.desktop}
	 */
	public UnityLauncherIcon(String desktopFile) {
		this(desktopFile, null);
	}

	/**
	 * Create an icon on a bus.
	 * @param desktopFile the name of the file that tells the desktop of the application
	 * @param address the address of the bus, or {@code null} for the user's session
	 */
	public UnityLauncherIcon(String desktopFile, @Nullable String address) {
		Assert.hasText(desktopFile, "'desktopFile' must not be empty");
		this.uri = "application://" + desktopFile;
		this.path = "/com/canonical/unity/launcherentry/" + Integer.toUnsignedString(this.uri.hashCode());
		this.address = address;
	}

	@Override
	public synchronized boolean show(WindowHint hint) {
		Assert.notNull(hint, "'hint' must not be null");
		Map<String, Variant<?>> properties = properties(hint);
		if (this.closed || properties.isEmpty() || (this.connection == null && hint.isNeutral())) {
			return false;
		}
		try {
			return send(properties);
		}
		catch (DBusException | DBusExecutionException | IllegalArgumentException ex) {
			// A bus that has gone, or never was, does not come.
			logger.debug("There is no bus to tell launchers of " + hint, ex);
			close();
			return false;
		}
	}

	private static Map<String, Variant<?>> properties(WindowHint hint) {
		Map<String, Variant<?>> properties = new LinkedHashMap<>();
		if (hint instanceof WindowHint.BadgeCount badge) {
			Long count = badge.count();
			properties.put("count", new Variant<>((count != null) ? count : 0L));
			properties.put("count-visible", new Variant<>(!badge.isNeutral()));
		}
		else if (hint instanceof WindowHint.Progress bar) {
			Long progress = bar.progress();
			String status = bar.status();
			if (progress != null) {
				properties.put("progress", new Variant<>(Math.max(0, Math.min(progress, 100)) / 100.0));
			}
			if (status != null) {
				properties.put("progress-visible", new Variant<>(!"none".equals(status)));
			}
		}
		return properties;
	}

	private boolean send(Map<String, Variant<?>> properties) throws DBusException {
		DBusConnection connection = this.connection;
		if (connection == null) {
			connection = SessionBus.connect(this.address);
			this.connection = connection;
		}
		DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
		if (!bus.NameHasOwner(LAUNCHER)) {
			return false;
		}
		connection.sendMessage(new LauncherEntry.Update(this.path, this.uri, properties));
		return true;
	}

	/**
	 * Show nothing any more.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		DBusConnection connection = this.connection;
		this.connection = null;
		if (connection != null) {
			try {
				connection.close();
			}
			catch (IOException ex) {
				logger.debug("A connection to the bus did not close", ex);
			}
		}
	}

}
