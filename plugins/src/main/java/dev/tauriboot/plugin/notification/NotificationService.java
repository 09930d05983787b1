package dev.tauriboot.plugin.notification;

import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * What shows notes on the session's bus. Names are the protocol's.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("org.freedesktop.Notifications")
@SuppressWarnings("checkstyle:MethodName")
public interface NotificationService extends DBusInterface {

	/**
	 * What the service can do.
	 * @return names such as {@code body-markup}
	 */
	List<String> GetCapabilities();

	/**
	 * Show a note.
	 * @param application the application's name
	 * @param replaces the note to replace, 0 for none
	 * @param icon an icon's name or file, may be empty
	 * @param summary the title
	 * @param body the text, may be empty
	 * @param actions names and labels, in turn
	 * @param hints more about the note
	 * @param timeout milliseconds, -1 for what the service likes
	 * @return the note's number
	 */
	UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body, List<String> actions,
			Map<String, Variant<?>> hints, int timeout);

}
