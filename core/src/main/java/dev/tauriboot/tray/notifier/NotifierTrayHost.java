package dev.tauriboot.tray.notifier;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.tauriboot.dbus.SessionBus;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.tray.TrayException;
import dev.tauriboot.tray.TrayHost;
import dev.tauriboot.tray.TrayIcon;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.messages.DBusSignal;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The tray of today's Linux desktops: KDE, GNOME with its extension, Xfce and others that
 * know status notifier items. Each icon has a connection to the bus of its own.
 *
 * @since 0.1.0
 */
public final class NotifierTrayHost implements TrayHost {

	private static final Log logger = LogFactory.getLog(NotifierTrayHost.class);

	private static final String WATCHER = "org.kde.StatusNotifierWatcher";

	private static final AtomicInteger lastNumber = new AtomicInteger();

	private final String name;

	private final @Nullable String address;

	/**
	 * Create a host on the user's session bus.
	 * @param name what the application is called
	 */
	public NotifierTrayHost(String name) {
		this(name, null);
	}

	/**
	 * Create a host on a bus.
	 * @param name what the application is called
	 * @param address the address of the bus, or {@code null} for the user's session
	 */
	public NotifierTrayHost(String name, @Nullable String address) {
		Assert.hasText(name, "'name' must not be empty");
		this.name = name;
		this.address = address;
	}

	@Override
	public Shown show(TrayIcon icon, Consumer<MenuNode> chosen) {
		DBusConnection connection = connect();
		try {
			return new NotifierShown(connection, icon, chosen, this.name);
		}
		catch (DBusException | DBusExecutionException ex) {
			close(connection);
			throw new TrayException("the desktop takes no icon", ex);
		}
		catch (TrayException ex) {
			close(connection);
			throw ex;
		}
	}

	private DBusConnection connect() {
		try {
			return SessionBus.connect(this.address);
		}
		catch (DBusException | DBusExecutionException | IllegalArgumentException ex) {
			throw new TrayException("there is no session bus", ex);
		}
	}

	private static void close(DBusConnection connection) {
		try {
			connection.close();
		}
		catch (IOException ex) {
			logger.debug("A connection to the bus did not close", ex);
		}
	}

	/**
	 * One icon and its connection.
	 */
	private static final class NotifierShown implements Shown {

		private final DBusConnection connection;

		private final TrayIcon icon;

		private final NotifierMenu menu;

		private final Runnable changed = this::refresh;

		private boolean closed;

		NotifierShown(DBusConnection connection, TrayIcon icon, Consumer<MenuNode> chosen, String name)
				throws DBusException {
			this.connection = connection;
			this.icon = icon;
			this.menu = new NotifierMenu(chosen, this::menuChanged);
			DBus bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
			if (!bus.NameHasOwner(WATCHER)) {
				throw new TrayException("this desktop shows no status notifier items");
			}
			this.menu.setMenu(icon.state().menu());
			String service = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-"
					+ lastNumber.incrementAndGet();
			connection.requestBusName(service);
			connection.exportObject(new NotifierIcon(icon, name));
			connection.exportObject(this.menu);
			connection.getRemoteObject(WATCHER, "/StatusNotifierWatcher", StatusNotifierWatcher.class)
				.RegisterStatusNotifierItem(service);
			icon.addChangeListener(this.changed);
		}

		private synchronized void refresh() {
			if (this.closed) {
				return;
			}
			send(() -> new StatusNotifierItem.NewIcon(NotifierIcon.PATH));
			send(() -> new StatusNotifierItem.NewTitle(NotifierIcon.PATH));
			send(() -> new StatusNotifierItem.NewToolTip(NotifierIcon.PATH));
			send(() -> new StatusNotifierItem.NewStatus(NotifierIcon.PATH, NotifierIcon.status(this.icon.state())));
			menuChanged();
		}

		private synchronized void menuChanged() {
			if (!this.closed) {
				this.menu.setMenu(this.icon.state().menu());
				send(() -> new DbusMenu.LayoutUpdated(NotifierMenu.PATH, this.menu.revision(), 0));
			}
		}

		private void send(SignalSupplier signal) {
			try {
				this.connection.sendMessage(signal.get());
			}
			catch (DBusException ex) {
				logger.debug("A change of a tray icon could not be told", ex);
			}
		}

		@Override
		public synchronized void close() {
			if (!this.closed) {
				this.closed = true;
				this.icon.removeChangeListener(this.changed);
				this.menu.setMenu(null);
				NotifierTrayHost.close(this.connection);
			}
		}

	}

	/**
	 * Makes a signal.
	 */
	@FunctionalInterface
	private interface SignalSupplier {

		DBusSignal get() throws DBusException;

	}

}
