package dev.tauriboot.plugin.fs;

import java.nio.file.Path;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PathConvention;
import dev.tauriboot.scope.PathScope;
import dev.tauriboot.scope.ScopeException;
import dev.tauriboot.scope.ScopedPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Turns the paths that one call names into those that it may use (sections 1.9 and 1.10
 * of the plugins' contract). A command of the plugin declares a parameter of this type.
 *
 * @since 0.1.0
 */
public final class FileScope {

	private static final PathConvention CONVENTION = PathConvention.of(System.getProperty("os.name"));

	private final PathScope scope;

	private final BaseDirectories directories;

	private final String command;

	/**
	 * Create a scope for a call.
	 * @param scope what may be reached
	 * @param directories what numbers of base directories mean
	 * @param command the command's name in its plugin, for texts
	 */
	public FileScope(PathScope scope, BaseDirectories directories, String command) {
		Assert.notNull(scope, "'scope' must not be null");
		Assert.notNull(directories, "'directories' must not be null");
		Assert.notNull(command, "'command' must not be null");
		this.scope = scope;
		this.directories = directories;
		this.command = command;
	}

	/**
	 * Find a file or directory, following links.
	 * @param path a path or a {@code file:} URL
	 * @param directory number of the base directory, or {@code null} for none
	 * @return the path that was checked
	 * @throws InvokeException if there is no such directory, or the path is out of scope
	 */
	public ScopedPath file(String path, @Nullable Integer directory) {
		try {
			Path base = base(directory);
			return this.scope.locate(within(directory, path), base, this.command);
		}
		catch (ScopeException ex) {
			throw renamed(ex);
		}
	}

	/**
	 * Find an entry of a directory, which may be a link itself.
	 * @param path a path or a {@code file:} URL
	 * @param directory number of the base directory, or {@code null} for none
	 * @return the path that was checked
	 * @throws InvokeException if there is no such directory, or the path is out of scope
	 */
	public ScopedPath entry(String path, @Nullable Integer directory) {
		try {
			Path base = base(directory);
			return this.scope.locateEntry(within(directory, path), base, this.command);
		}
		catch (ScopeException ex) {
			throw renamed(ex);
		}
	}

	private @Nullable Path base(@Nullable Integer number) {
		if (number == null) {
			return null;
		}
		BaseDirectory directory = BaseDirectory.ofNumber(number);
		if (directory == null) {
			throw Failures.argument("options", this.command,
					"invalid value: " + number + ", expected a base directory from 1 to 23");
		}
		Path base = this.directories.resolve(directory);
		if (base == null) {
			throw new InvokeException("unknown path");
		}
		return base;
	}

	private static String within(@Nullable Integer directory, String path) {
		boolean resource = directory != null && directory == BaseDirectory.RESOURCE.number();
		return (resource && CONVENTION.isAbsolute(path)) ? CONVENTION.toResourcePath(path) : path;
	}

	private static InvokeException renamed(ScopeException ex) {
		return ex.text().startsWith("cannot traverse") ? new InvokeException("Unsafe PathBuf: " + ex.text()) : ex;
	}

}
