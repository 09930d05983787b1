package dev.tauriboot.plugin.fs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is in a directory. Of a link, {@code file} and {@code directory} tell what it
 * leads to.
 *
 * @param name its name
 * @param file whether it is a regular file
 * @param directory whether it is a directory
 * @param symlink whether it is a link
 */
record DirectoryItem(String name, @JsonProperty("isFile") boolean file, @JsonProperty("isDirectory") boolean directory,
		@JsonProperty("isSymlink") boolean symlink) {
}
