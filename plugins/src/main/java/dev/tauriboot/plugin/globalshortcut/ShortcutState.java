package dev.tauriboot.plugin.globalshortcut;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What has happened to the keys of a shortcut.
 *
 * @since 0.1.0
 */
public enum ShortcutState {

	/** They went down. */
	@JsonProperty("Pressed")
	PRESSED,

	/** They came up. */
	@JsonProperty("Released")
	RELEASED

}
