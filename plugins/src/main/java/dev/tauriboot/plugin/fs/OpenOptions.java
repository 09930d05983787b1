package dev.tauriboot.plugin.fs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a page opens a file.
 *
 * @param read whether it reads, which is so unless it says no
 * @param write whether it writes
 * @param append whether it writes to the end
 * @param truncate whether the file is emptied
 * @param create whether it is made if it is missing
 * @param createNew whether it must be missing
 * @param mode permission bits if it is made
 * @param baseDir number of the directory that the path is relative to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OpenOptions(@Nullable Boolean read, @Nullable Boolean write, @Nullable Boolean append,
		@Nullable Boolean truncate, @Nullable Boolean create, @JsonProperty("createNew") @Nullable Boolean createNew,
		@Nullable Integer mode, @JsonProperty("baseDir") @Nullable Integer baseDir) {

	OpenMode toMode() {
		return new OpenMode(!Boolean.FALSE.equals(this.read), is(this.write), is(this.append), is(this.truncate),
				is(this.create), is(this.createNew), this.mode);
	}

	private static boolean is(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

}
