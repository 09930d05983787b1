package dev.tauriboot.plugin.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The programs that are shipped with the application: which there are, and where.
 *
 * @param names their names, as in {@code tauri.bundle.external-bin}
 * @param directory where they lie, beside the application's own program, {@code null} if
 * that is unknown
 * @since 0.1.0
 */
public record Sidecars(List<String> names, @Nullable Path directory) {

	public Sidecars {
		Assert.notNull(names, "'names' must not be null");
		names = List.copyOf(names);
	}

	/**
	 * Where the programs of this application are: beside the program it is packed as, or
	 * else in the directory of its resources.
	 * @param names their names
	 * @param resources the directory of the resources, may be {@code null}
	 * @return the programs
	 */
	public static Sidecars of(List<String> names, @Nullable Path resources) {
		String image = System.getProperty("jpackage.app-path");
		Path beside = StringUtils.hasText(image) ? Path.of(image).getParent() : null;
		return new Sidecars(names, (beside != null) ? beside : resources);
	}

	/**
	 * The path of a program.
	 * @param name its name, of which the last component counts
	 * @return the path
	 */
	String path(String name) {
		String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		boolean windows = File.separatorChar == '\\';
		if (windows && !file.endsWith(".exe")) {
			file += ".exe";
		}
		return (this.directory != null) ? this.directory.resolve(file).toString() : file;
	}

}
