package dev.tauriboot.scope;

import java.nio.file.Path;

import org.springframework.util.Assert;

/**
 * A path that was found to be in scope.
 *
 * @param requested the absolute path that was asked for, which is what texts and results
 * name
 * @param path the path that was checked, with links resolved, which is the one to use
 * @since 0.1.0
 */
public record ScopedPath(Path requested, Path path) {

	public ScopedPath {
		Assert.notNull(requested, "'requested' must not be null");
		Assert.notNull(path, "'path' must not be null");
	}

	/**
	 * The path that was asked for.
	 */
	@Override
	public String toString() {
		return this.requested.toString();
	}

}
