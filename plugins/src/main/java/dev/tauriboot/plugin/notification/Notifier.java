package dev.tauriboot.plugin.notification;

import java.io.IOException;

/**
 * Shows notes on the desktop. A bean, which an application or a test may replace. Methods
 * may block for some seconds.
 *
 * @since 0.1.0
 */
public interface Notifier {

	/**
	 * What a note is refused with where none can be shown.
	 */
	String UNAVAILABLE = "notifications are not available on this system";

	/**
	 * Whether notes can be shown.
	 * @return whether there is something that would
	 */
	boolean isAvailable();

	/**
	 * Show a note.
	 * @param notification the note
	 * @throws IOException if it cannot be shown
	 */
	void show(Notification notification) throws IOException;

}
