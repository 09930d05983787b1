package dev.tauriboot.path;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Resolves well-known directories for one application.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaseDirectories {

	/**
	 * Where a directory is, whether or not it exists.
	 * @param directory the directory
	 * @return its path, or {@code null} if this platform has none
	 */
	@Nullable Path resolve(BaseDirectory directory);

}
