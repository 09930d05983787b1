package dev.tauriboot.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Resolves the links of paths that need not exist.
 */
final class CanonicalPath {

	private static final int LINK_LIMIT = 40;

	private CanonicalPath() {
	}

	/**
	 * The path without links: what does not exist is where its nearest existing folder
	 * is, or where a dangling link leads.
	 * @return the path, or {@code null} if it cannot be told
	 */
	static @Nullable Path of(Path path) {
		try {
			Path candidate = path;
			for (int links = 0; links < LINK_LIMIT; links++) {
				Path existing = candidate;
				while (existing != null && !Files.exists(existing) && !Files.isSymbolicLink(existing)) {
					existing = existing.getParent();
				}
				if (existing == null) {
					return null;
				}
				int count = existing.getNameCount();
				Path rest = (count < candidate.getNameCount()) ? candidate.subpath(count, candidate.getNameCount())
						: Path.of("");
				if (Files.exists(existing)) {
					return existing.toRealPath().resolve(rest).normalize();
				}
				// A link is never a root, which is what has no parent.
				Path folder = existing.resolveSibling("").toRealPath();
				candidate = folder.resolve(Files.readSymbolicLink(existing)).resolve(rest);
			}
		}
		catch (IOException ex) {
			// Then nobody can tell.
		}
		return null;
	}

}
