package dev.tauriboot.plugin.window;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The progress bar of a window.
 *
 * @param status how it looks, if that is to change
 * @param progress how far it is, if that is to change
 */
record ProgressArgument(@Nullable Status status, @Nullable Long progress) {

	/**
	 * How a progress bar looks.
	 */
	enum Status {

		/** There is none. */
		@JsonProperty("none")
		NONE,

		/** It fills. */
		@JsonProperty("normal")
		NORMAL,

		/** It moves. */
		@JsonProperty("indeterminate")
		INDETERMINATE,

		/** It has stopped. */
		@JsonProperty("paused")
		PAUSED,

		/** It has failed. */
		@JsonProperty("error")
		ERROR;

		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
