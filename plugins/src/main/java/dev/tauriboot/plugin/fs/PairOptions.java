package dev.tauriboot.plugin.fs;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What commands with two paths take beside them.
 *
 * @param from number of the directory that the first path is relative to
 * @param to that of the second
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PairOptions(@JsonProperty("fromPathBaseDir") @JsonAlias("oldPathBaseDir") @Nullable Integer from,
		@JsonProperty("toPathBaseDir") @JsonAlias("newPathBaseDir") @Nullable Integer to) {

	private static final PairOptions NONE = new PairOptions(null, null);

	static PairOptions of(@Nullable PairOptions options) {
		return (options != null) ? options : NONE;
	}

}
