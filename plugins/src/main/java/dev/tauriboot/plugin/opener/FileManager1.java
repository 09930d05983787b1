package dev.tauriboot.plugin.opener;

import java.util.List;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/**
 * A file manager on the session's bus. Names are the protocol's.
 *
 * @since 0.1.0
 */
@DBusInterfaceName("org.freedesktop.FileManager1")
@SuppressWarnings("checkstyle:MethodName")
public interface FileManager1 extends DBusInterface {

	/**
	 * Show files, selected in their folders.
	 * @param uris the files
	 * @param startupId lets the windows come to the front, may be empty
	 */
	void ShowItems(List<String> uris, String startupId);

}
