package dev.tauriboot.plugin.notification;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A note that the desktop shows.
 *
 * @param title the title
 * @param body the text, or {@code null} for none
 * @param icon a file or the name of an icon of the desktop, {@code null} for what the
 * application has
 * @param sound the name of a sound of the desktop, {@code null} for what it likes; heard
 * where a service on the session's bus shows the note
 * @since 0.1.0
 */
public record Notification(String title, @Nullable String body, @Nullable String icon, @Nullable String sound) {

	public Notification {
		Assert.notNull(title, "'title' must not be null");
	}

	/**
	 * A note without an icon and a sound of its own.
	 * @param title the title
	 * @param body the text
	 * @return the note
	 */
	public static Notification of(String title, String body) {
		return new Notification(title, body, null, null);
	}

}
