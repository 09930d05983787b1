package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.scope.ScopedPath;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the plugin {@code fs} for directories and for what is known of files:
 * section 3.1 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class DirectoryCommands {

	private static final int PERMISSIONS = 0777;

	@TauriCommand("plugin:fs|mkdir")
	void makeDirectory(String path, @Nullable MakeOptions options, FileScope scope) {
		MakeOptions given = (options != null) ? options : MakeOptions.NONE;
		ScopedPath directory = scope.file(path, given.baseDir());
		int mode = (given.mode() != null) ? given.mode() & PERMISSIONS : PERMISSIONS;
		try {
			if (Boolean.TRUE.equals(given.recursive())) {
				Files.createDirectories(directory.path(), Permissions.of(mode));
			}
			else {
				Files.createDirectory(directory.path(), Permissions.of(mode));
			}
		}
		catch (IOException ex) {
			throw Failures.at("create directory", directory, ex);
		}
	}

	@TauriCommand("plugin:fs|read_dir")
	List<DirectoryItem> readDirectory(String path, @Nullable PathOptions options, FileScope scope) {
		ScopedPath directory = scope.file(path, PathOptions.of(options).baseDir());
		try {
			return Trees.list(directory.path());
		}
		catch (IOException ex) {
			throw Failures.at("read directory", directory, ex);
		}
	}

	@TauriCommand("plugin:fs|remove")
	void remove(String path, @Nullable RemoveOptions options, FileScope scope) {
		RemoveOptions given = (options != null) ? options : RemoveOptions.NONE;
		ScopedPath entry = scope.entry(path, given.baseDir());
		BasicFileAttributes found = find(entry);
		try {
			if (found.isDirectory() && Boolean.TRUE.equals(given.recursive())) {
				Trees.remove(entry.path());
			}
			else {
				Files.delete(entry.path());
			}
		}
		catch (IOException ex) {
			throw Failures.of("remove path: " + entry, ex);
		}
	}

	private static BasicFileAttributes find(ScopedPath entry) {
		try {
			return Files.readAttributes(entry.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			throw Failures.of("get metadata of path: " + entry, ex);
		}
	}

	@TauriCommand("plugin:fs|rename")
	void rename(String oldPath, String newPath, @Nullable PairOptions options, FileScope scope) {
		PairOptions directories = PairOptions.of(options);
		ScopedPath from = scope.entry(oldPath, directories.from());
		ScopedPath to = scope.entry(newPath, directories.to());
		try {
			Files.move(from.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw Failures.of("rename old path: " + from + " to new path: " + to, ex);
		}
	}

	@TauriCommand("plugin:fs|stat")
	FileInfo stat(String path, @Nullable PathOptions options, FileScope scope) {
		return info(scope.file(path, PathOptions.of(options).baseDir()));
	}

	@TauriCommand("plugin:fs|lstat")
	FileInfo linkStat(String path, @Nullable PathOptions options, FileScope scope) {
		return info(scope.entry(path, PathOptions.of(options).baseDir()));
	}

	// Links were resolved, as far as they are to be.
	private static FileInfo info(ScopedPath path) {
		try {
			return FileInfo.of(path.path(), LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			throw Failures.of("get metadata of path: " + path, ex);
		}
	}

	@TauriCommand("plugin:fs|exists")
	boolean exists(String path, @Nullable PathOptions options, FileScope scope) {
		return Files.exists(scope.file(path, PathOptions.of(options).baseDir()).path());
	}

	@TauriCommand("plugin:fs|size")
	long size(String path, @Nullable PathOptions options, FileScope scope) {
		ScopedPath start = scope.file(path, PathOptions.of(options).baseDir());
		try {
			return Trees.size(start.path());
		}
		catch (IOException ex) {
			throw Failures.at("get size", start, ex);
		}
	}

	/**
	 * Nothing to do on desktops.
	 */
	@TauriCommand("plugin:fs|start_accessing_security_scoped_resource")
	void startAccessing(String path) {
	}

	/**
	 * Nothing to do on desktops.
	 */
	@TauriCommand("plugin:fs|stop_accessing_security_scoped_resource")
	void stopAccessing(String path) {
	}

	/**
	 * How a directory is made.
	 *
	 * @param mode permission bits
	 * @param recursive whether those above it are made, too
	 * @param baseDir number of the directory that the path is relative to
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record MakeOptions(@Nullable Integer mode, @Nullable Boolean recursive,
			@JsonProperty("baseDir") @Nullable Integer baseDir) {

		static final MakeOptions NONE = new MakeOptions(null, null, null);

	}

	/**
	 * How something is removed.
	 *
	 * @param recursive whether with all that is in it
	 * @param baseDir number of the directory that the path is relative to
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record RemoveOptions(@Nullable Boolean recursive, @JsonProperty("baseDir") @Nullable Integer baseDir) {

		static final RemoveOptions NONE = new RemoveOptions(null, null);

	}

}
