package dev.tauriboot.plugin.notification;

import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.ScriptPlugin;

/**
 * The plugin {@code notification}: lets {@code Notification} of pages show notes on the
 * desktop.
 *
 * @since 0.1.0
 */
public class NotificationPlugin extends ScriptPlugin {

	/**
	 * Create the plugin.
	 * @param replaces whether {@code Notification} of pages is that of the plugin
	 */
	public NotificationPlugin(BooleanSupplier replaces) {
		super("notification", replaces);
	}

}
