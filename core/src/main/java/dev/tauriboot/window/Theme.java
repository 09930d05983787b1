package dev.tauriboot.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Themes of windows.
 *
 * @since 0.1.0
 */
public enum Theme {

	/** Dark on light. */
	@JsonProperty("light")
	LIGHT,

	/** Light on dark. */
	@JsonProperty("dark")
	DARK

}
