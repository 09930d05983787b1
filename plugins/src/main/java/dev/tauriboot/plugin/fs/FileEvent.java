package dev.tauriboot.plugin.fs;

import java.nio.file.Path;

import org.springframework.util.Assert;

/**
 * Something that happened to a file or directory that is watched.
 *
 * @param kind what happened
 * @param path to which one, below the path that was given to be watched
 * @param directory whether it is a directory, as far as that is known
 * @since 0.1.0
 */
public record FileEvent(Kind kind, Path path, boolean directory) {

	public FileEvent {
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notNull(path, "'path' must not be null");
	}

	/**
	 * What can happen. A file that is moved within what is watched is removed at one
	 * place and created at another.
	 */
	public enum Kind {

		/** It is there now. */
		CREATED,

		/** Its content or what is known of it has changed. */
		MODIFIED,

		/** It is no longer there. */
		REMOVED,

		/** So much happened that some of it was missed: look again. */
		MISSED

	}

}
