package dev.tauriboot.plugin.dialog;

import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.ScriptPlugin;

/**
 * The plugin {@code dialog}: shows what {@code alert} and {@code confirm} of pages say
 * without holding their scripts up.
 *
 * @since 0.1.0
 */
public class DialogPlugin extends ScriptPlugin {

	/**
	 * Create the plugin.
	 * @param overrides whether {@code alert} and {@code confirm} are those of the plugin
	 */
	public DialogPlugin(BooleanSupplier overrides) {
		super("dialog", overrides);
	}

}
