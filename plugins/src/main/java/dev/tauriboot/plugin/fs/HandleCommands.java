package dev.tauriboot.plugin.fs;

import java.io.IOException;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.ScopedPath;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code fs} for open files: section 3.1 of the plugins' contract.
 * A file is checked when it is opened; it is closed with the document that holds it.
 *
 * @since 0.1.0
 */
public class HandleCommands {

	private static final long DEFAULT_MAX_READ = 256 << 20;

	private final ResourceTable resources;

	private final long maxRead;

	/**
	 * Create the commands.
	 * @param resources what pages hold
	 */
	public HandleCommands(ResourceTable resources) {
		this(resources, DEFAULT_MAX_READ);
	}

	/**
	 * Create the commands.
	 * @param resources what pages hold
	 * @param maxRead how many bytes of a file a page gets at once, whatever it asks for
	 */
	public HandleCommands(ResourceTable resources, long maxRead) {
		Assert.notNull(resources, "'resources' must not be null");
		Assert.isTrue(maxRead > 0, "'maxRead' must be above 0");
		this.resources = resources;
		this.maxRead = maxRead;
	}

	@TauriCommand("plugin:fs|open")
	long open(String path, @Nullable OpenOptions options, FileScope scope, Page page) {
		if (options == null) {
			return add(page, scope.file(path, null), OpenMode.READ, "open");
		}
		boolean fresh = Boolean.TRUE.equals(options.createNew());
		ScopedPath file = fresh ? scope.entry(path, options.baseDir()) : scope.file(path, options.baseDir());
		return add(page, file, options.toMode(), "open");
	}

	@TauriCommand("plugin:fs|create")
	long create(String path, @Nullable PathOptions options, FileScope scope, Page page) {
		ScopedPath file = scope.file(path, PathOptions.of(options).baseDir());
		return add(page, file, OpenMode.CREATE, "create");
	}

	private long add(Page page, ScopedPath file, OpenMode mode, String doing) {
		try {
			return this.resources.add(page, FileHandle.open(file.path(), mode, this.maxRead));
		}
		catch (IOException ex) {
			throw Failures.at(doing + " file", file, ex);
		}
	}

	@TauriCommand("plugin:fs|read")
	byte[] read(long rid, long len, Page page) {
		if (len < 0) {
			throw Failures.argument("len", "read", "invalid value: integer `" + len + "`, expected usize");
		}
		try {
			return handle(page, rid).read(len);
		}
		catch (IOException ex) {
			// That is how the contract spells it.
			throw Failures.text("faied to read bytes from file", ex);
		}
	}

	@TauriCommand("plugin:fs|write")
	int write(long rid, byte[] data, Page page) {
		try {
			return handle(page, rid).write(data);
		}
		catch (IOException ex) {
			throw Failures.of("write bytes to file", ex);
		}
	}

	@TauriCommand("plugin:fs|seek")
	long seek(long rid, long offset, int whence, Page page) {
		if (whence < 0 || whence > 2) {
			throw Failures.argument("whence", "seek", "invalid value: " + whence + ", expected one of: 0, 1, 2");
		}
		try {
			return handle(page, rid).seek(offset, whence);
		}
		catch (IOException ex) {
			throw Failures.of("seek file", ex);
		}
	}

	@TauriCommand("plugin:fs|ftruncate")
	void truncate(long rid, @Nullable Long len, Page page) {
		try {
			handle(page, rid).truncate((len != null) ? len : 0);
		}
		catch (IOException ex) {
			throw Failures.of("truncate file", ex);
		}
	}

	@TauriCommand("plugin:fs|fstat")
	FileInfo stat(long rid, Page page) {
		try {
			return handle(page, rid).info();
		}
		catch (IOException ex) {
			throw Failures.of("get metadata of file", ex);
		}
	}

	private FileHandle handle(Page page, long rid) {
		return this.resources.get(page, rid, FileHandle.class);
	}

}
