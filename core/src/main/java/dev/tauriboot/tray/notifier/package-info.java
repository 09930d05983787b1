/**
 * The trays of Linux desktops, over D-Bus. Needs {@code dbus-java} with a transport.
 */
@NullMarked
package dev.tauriboot.tray.notifier;

import org.jspecify.annotations.NullMarked;
