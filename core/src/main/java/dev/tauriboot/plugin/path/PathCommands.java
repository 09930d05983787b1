package dev.tauriboot.plugin.path;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PathConvention;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code path}: section 10.5 of the wire contract. But for the
 * base directories they only work on texts.
 *
 * @since 0.1.0
 */
public class PathCommands {

	/** No system has longer paths, and the work grows with the square of the length. */
	private static final int MAX_LENGTH = 64 * 1024;

	private final BaseDirectories directories;

	private final PathConvention convention;

	private final String workingDirectory;

	/**
	 * Create the commands.
	 * @param directories the application's directories
	 * @param convention how paths are written
	 * @param workingDirectory what relative paths are relative to, an absolute path
	 */
	public PathCommands(BaseDirectories directories, PathConvention convention, String workingDirectory) {
		Assert.notNull(directories, "'directories' must not be null");
		Assert.notNull(convention, "'convention' must not be null");
		Assert.hasText(workingDirectory, "'workingDirectory' must not be empty");
		this.directories = directories;
		this.convention = convention;
		this.workingDirectory = workingDirectory;
	}

	@TauriCommand("plugin:path|resolve_directory")
	String resolveDirectory(int directory, @Nullable String path) {
		BaseDirectory base = BaseDirectory.ofNumber(directory);
		if (base == null) {
			throw new InvokeException("invalid args `directory` for command `resolve_directory`: invalid value: "
					+ directory + ", expected one of: "
					+ IntStream.rangeClosed(1, BaseDirectory.values().length)
						.mapToObj(String::valueOf)
						.collect(Collectors.joining(", ")));
		}
		Path found = this.directories.resolve(base);
		if (found == null) {
			throw new InvokeException("unknown path");
		}
		String resolved = found.toString();
		if (path != null) {
			check(path);
			resolved = this.convention.push(resolved,
					(base == BaseDirectory.RESOURCE) ? this.convention.toResourcePath(path) : path);
		}
		return this.convention.simplified(resolved);
	}

	@TauriCommand("plugin:path|resolve")
	String resolve(List<String> paths) {
		check("resolve", paths);
		String path = this.workingDirectory;
		for (String next : paths) {
			path = this.convention.push(path, next);
		}
		return this.convention.resolveDots(path);
	}

	@TauriCommand("plugin:path|normalize")
	String normalize(String path) {
		check(path);
		String normalized = this.convention.removeDots(path);
		if (normalized.isEmpty() && (path.equals(".") || path.equals(".."))) {
			return path;
		}
		return endsWithSeparator(path) ? normalized + this.convention.separator() : normalized;
	}

	@TauriCommand("plugin:path|join")
	String join(List<String> paths) {
		check("join", paths);
		StringBuilder all = new StringBuilder();
		for (String path : paths) {
			all.append(path);
			if (!path.isEmpty() && !endsWithSeparator(path)) {
				all.append(this.convention.separator());
			}
		}
		String joined = this.convention.removeDots(all.toString());
		return joined.isEmpty() ? "." : joined;
	}

	// Either separator counts, on every platform: so does the original.
	private static boolean endsWithSeparator(String path) {
		return path.endsWith("/") || path.endsWith("\\");
	}

	@TauriCommand("plugin:path|dirname")
	String dirname(String path) {
		String parent = this.convention.parent(path);
		if (parent == null) {
			throw new InvokeException("path does not have a parent");
		}
		return this.convention.simplified(parent);
	}

	@TauriCommand("plugin:path|extname")
	String extname(String path) {
		String extension = this.convention.extension(path);
		if (extension == null) {
			throw new InvokeException("path does not have an extension");
		}
		return extension;
	}

	@TauriCommand("plugin:path|basename")
	String basename(String path, @Nullable String ext) {
		String name = this.convention.fileName(path);
		if (name == null) {
			throw new InvokeException("path does not have a basename");
		}
		return (ext != null && name.endsWith(ext)) ? name.substring(0, name.length() - ext.length()) : name;
	}

	@TauriCommand("plugin:path|is_absolute")
	boolean isAbsolute(String path) {
		return this.convention.isAbsolute(path);
	}

	/**
	 * The name by which clients before 2.2 call {@link #isAbsolute}.
	 */
	@TauriCommand("plugin:path|isAbsolute")
	boolean isAbsoluteOfOldClients(String path) {
		return isAbsolute(path);
	}

	private static void check(String command, List<? extends @Nullable String> paths) {
		int length = 0;
		for (String path : paths) {
			if (path == null) {
				throw new InvokeException(
						"invalid args `paths` for command `" + command + "`: invalid type: null, expected a string");
			}
			check(path);
			length += path.length();
			checkLength(length);
		}
	}

	private static void check(String path) {
		checkLength(path.length());
	}

	private static void checkLength(int length) {
		if (length > MAX_LENGTH) {
			throw new InvokeException("path is longer than " + MAX_LENGTH + " characters");
		}
	}

}
