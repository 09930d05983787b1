package dev.tauriboot.asset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.scope.GrantedPaths;
import dev.tauriboot.scope.PathScope;
import org.jspecify.annotations.Nullable;

/**
 * Which local files asset URLs reach (ipc-protocol 11.2, acl 9.7): a {@link PathScope} of
 * its own, and what the user chose or dropped. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class AssetScope {

	private final PathScope paths;

	/**
	 * Create a scope.
	 * @param directories where variables such as {@code $APPDATA} lead
	 * @param allow globs of paths that may be read
	 * @param deny globs of paths that may not
	 * @param literalLeadingDot whether a leading dot must be literal, or {@code null} for
	 * the platform's default
	 * @param granted what may be read besides, which may grow
	 * @throws IllegalArgumentException if a glob is malformed
	 */
	public AssetScope(BaseDirectories directories, Collection<String> allow, Collection<String> deny,
			@Nullable Boolean literalLeadingDot, GrantedPaths granted) {
		this.paths = PathScope.builder(directories)
			.literalLeadingDot(literalLeadingDot)
			.allow(allow)
			.deny(deny)
			.granted(granted)
			.build();
	}

	/**
	 * Find the file behind a path, if it is in scope.
	 * @param path an absolute path
	 * @return the file with all links resolved, or {@code null} if it is not in scope
	 */
	public @Nullable Path resolve(String path) {
		try {
			// Before the path is normalised by the file system in its own way.
			return PathScope.isTraversal(path) ? null : this.paths.resolve(Path.of(path));
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

}
