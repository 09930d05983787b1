package dev.tauriboot.plugin.fs;

import java.io.IOException;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.ScopedPath;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code fs} that read a file line by line: section 3.1 of the
 * plugins' contract.
 *
 * @since 0.1.0
 */
public class LineCommands {

	private static final byte[] FINISHED = { 1 };

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param resources what pages hold
	 */
	public LineCommands(ResourceTable resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	@TauriCommand("plugin:fs|read_text_file_lines")
	long open(String path, @Nullable PathOptions options, FileScope scope, Page page) {
		PathOptions given = PathOptions.of(options);
		ScopedPath file = scope.file(path, given.baseDir());
		try {
			return this.resources.add(page, new LineReader(RegularFiles.openToRead(file.path()), given.encoding()));
		}
		catch (IOException ex) {
			throw Failures.at("open file", file, ex);
		}
	}

	// A page forgets the number after the end and after an error.
	@TauriCommand("plugin:fs|read_text_file_lines_next")
	byte[] next(long rid, Page page) {
		try {
			byte[] line = this.resources.get(page, rid, LineReader.class).next();
			if (line != null) {
				return line;
			}
			this.resources.close(page, rid);
			return FINISHED.clone();
		}
		catch (IOException ex) {
			this.resources.close(page, rid);
			throw Failures.of("read line from file", ex);
		}
	}

}
