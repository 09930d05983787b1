package dev.tauriboot.plugin.fs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What most commands take beside a path. Their names do not follow the application's
 * mapper, here and in the other options.
 *
 * @param baseDir number of the directory that the path is relative to
 * @param encoding how a text is encoded, which counts for lines only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PathOptions(@JsonProperty("baseDir") @Nullable Integer baseDir,
		@JsonProperty("encoding") @Nullable String encoding) {

	private static final PathOptions NONE = new PathOptions(null, null);

	static PathOptions of(@Nullable PathOptions options) {
		return (options != null) ? options : NONE;
	}

}
