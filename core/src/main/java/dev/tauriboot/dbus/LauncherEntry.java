package dev.tauriboot.dbus;

import java.util.Map;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/**
 * An application in a launcher. Names are the protocol's.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("com.canonical.Unity.LauncherEntry")
public interface LauncherEntry extends DBusInterface {

	/**
	 * What is shown of the application changes.
	 */
	class Update extends DBusSignal {

		private final String uri;

		private final Map<String, Variant<?>> properties;

		/**
		 * Create the signal.
		 * @param path the entry's path
		 * @param uri the application, as {@code application://notes.desktop}
		 * @param properties what changes
		 * @throws DBusException if the path is none
		 */
		public Update(String path, String uri, Map<String, Variant<?>> properties) throws DBusException {
			super(path, uri, properties);
			this.uri = uri;
			this.properties = properties;
		}

		/**
		 * The application.
		 * @return its URI
		 */
		public String uri() {
			return this.uri;
		}

		/**
		 * What changes.
		 * @return values by name
		 */
		public Map<String, Variant<?>> properties() {
			return this.properties;
		}

	}

}
