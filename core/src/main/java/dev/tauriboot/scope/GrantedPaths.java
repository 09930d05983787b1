package dev.tauriboot.scope;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.path.PathGlob;

/**
 * Paths that the user chose in a dialog or dropped on a window: pages may reach them from
 * then on, until the application ends (plugins, section 1.10). What a capability denies
 * stays denied. A bean, safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class GrantedPaths {

	private static final boolean LITERAL_LEADING_DOT = File.separatorChar == '/';

	private final Map<String, List<PathGlob>> globs = new ConcurrentHashMap<>();

	/**
	 * Grant one file, literally.
	 * @param file the file
	 */
	public void allowFile(Path file) {
		allow(PathGlob.escape(text(file)));
	}

	/**
	 * Grant a directory and what is in it, literally.
	 * @param directory the directory
	 * @param recursive whether its subdirectories, too
	 */
	public void allowDirectory(Path directory, boolean recursive) {
		String path = PathGlob.escape(text(directory));
		allow(path);
		allow(path + (path.endsWith(File.separator) ? "" : File.separator) + (recursive ? "**" : "*"));
	}

	private void allow(String pattern) {
		this.globs.computeIfAbsent(pattern, (key) -> PathPattern.compile(key, LITERAL_LEADING_DOT));
	}

	private static String text(Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	/**
	 * Whether a path was granted.
	 * @param canonical a path with all links resolved
	 * @return whether it was
	 */
	boolean matches(String canonical) {
		for (List<PathGlob> each : this.globs.values()) {
			for (PathGlob glob : each) {
				if (glob.matches(canonical)) {
					return true;
				}
			}
		}
		return false;
	}

}
