package dev.tauriboot.plugin.shell;

import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.ScriptPlugin;

/**
 * The plugin {@code shell}: lets links that want a window of their own open in the
 * browser.
 *
 * @since 0.1.0
 */
public class ShellPlugin extends ScriptPlugin {

	/**
	 * Create the plugin.
	 * @param opensLinks whether any page may open something, so that its links are
	 * listened to
	 */
	public ShellPlugin(BooleanSupplier opensLinks) {
		super("shell", opensLinks);
	}

}
