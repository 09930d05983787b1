package dev.tauriboot.plugin.opener;

import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.ScriptPlugin;

/**
 * The plugin {@code opener}: lets links that want a window of their own open in the
 * browser.
 *
 * @since 0.1.0
 */
public class OpenerPlugin extends ScriptPlugin {

	/**
	 * Create the plugin.
	 * @param opensLinks whether links of pages are listened to
	 */
	public OpenerPlugin(BooleanSupplier opensLinks) {
		super("opener", opensLinks);
	}

}
