package dev.tauriboot.plugin.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a window calls for attention.
 *
 * @param type how much
 */
record AttentionArgument(Type type) {

	/**
	 * How much.
	 */
	enum Type {

		/** Until the user looks. */
		@JsonProperty("Critical")
		CRITICAL,

		/** Once. */
		@JsonProperty("Informational")
		INFORMATIONAL

	}

}
