package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How a page wants a file to be opened. The JDK lets combinations pass that the system
 * does not, so they are checked here.
 */
record OpenMode(boolean read, boolean write, boolean append, boolean truncate, boolean create, boolean createNew,
		@Nullable Integer mode) {

	static final OpenMode READ = new OpenMode(true, false, false, false, false, false, null);

	static final OpenMode CREATE = new OpenMode(false, true, false, true, true, false, null);

	OpenMode check() throws IOException {
		boolean writes = this.write || this.append;
		if (!writes && (!this.read || this.truncate || this.create || this.createNew)) {
			throw Failures.invalidArgument();
		}
		if (this.truncate && this.append && !this.createNew) {
			throw Failures.invalidArgument();
		}
		return this;
	}

	Set<OpenOption> options() {
		Set<OpenOption> options = new HashSet<>();
		options.add(LinkOption.NOFOLLOW_LINKS);
		if (this.read) {
			options.add(StandardOpenOption.READ);
		}
		if (this.write || this.append) {
			options.add(StandardOpenOption.WRITE);
		}
		if (this.createNew) {
			options.add(StandardOpenOption.CREATE_NEW);
			return options;
		}
		if (this.create) {
			options.add(StandardOpenOption.CREATE);
		}
		if (this.truncate) {
			options.add(StandardOpenOption.TRUNCATE_EXISTING);
		}
		return options;
	}

}
