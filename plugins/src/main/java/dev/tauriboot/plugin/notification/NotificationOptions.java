package dev.tauriboot.plugin.notification;

import org.jspecify.annotations.Nullable;

/**
 * A note as pages tell it. What only phones have is left out, also when it is due: it is
 * shown at once.
 *
 * @param title the title
 * @param body the text
 * @param icon the icon
 * @param sound the sound
 */
record NotificationOptions(@Nullable String title, @Nullable String body, @Nullable String icon,
		@Nullable String sound) {
}
