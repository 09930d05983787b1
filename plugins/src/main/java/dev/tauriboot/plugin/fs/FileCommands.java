package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.scope.ScopedPath;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the plugin {@code fs} for whole files: section 3.1 of the plugins'
 * contract. A file that is written as a whole is replaced as a whole, see
 * {@link WholeFile}.
 *
 * @since 0.1.0
 */
public class FileCommands {

	private static final long TRANSFER = 1L << 28;

	@TauriCommand("plugin:fs|read_file")
	byte[] readFile(String path, @Nullable PathOptions options, FileScope scope) {
		return read(scope.file(path, PathOptions.of(options).baseDir()));
	}

	@TauriCommand("plugin:fs|read_text_file")
	byte[] readTextFile(String path, @Nullable PathOptions options, FileScope scope) {
		return read(scope.file(path, PathOptions.of(options).baseDir()));
	}

	private static byte[] read(ScopedPath file) {
		try (FileChannel channel = open(file)) {
			return RegularFiles.readAll(channel);
		}
		catch (IOException ex) {
			throw Failures.at("read file as text", file, ex);
		}
	}

	private static FileChannel open(ScopedPath file) {
		try {
			return RegularFiles.openToRead(file.path());
		}
		catch (IOException ex) {
			throw Failures.at("open file", file, ex);
		}
	}

	@TauriCommand("plugin:fs|write_file")
	void writeFile(InvokeRequest request, FileScope scope) {
		write(request, scope);
	}

	@TauriCommand("plugin:fs|write_text_file")
	void writeTextFile(InvokeRequest request, FileScope scope) {
		write(request, scope);
	}

	private static void write(InvokeRequest request, FileScope scope) {
		WriteOptions options = WriteOptions.of(request);
		String path = WriteOptions.path(request);
		ByteBuffer content = WriteOptions.content(request);
		ScopedPath file = options.isCreateNew() ? scope.entry(path, options.baseDir())
				: scope.file(path, options.baseDir());
		try {
			write(file.path(), options, (channel) -> {
				try {
					RegularFiles.write(channel, content.duplicate());
				}
				catch (IOException ex) {
					throw Failures.at("write bytes to file", file, ex);
				}
			});
		}
		catch (IOException ex) {
			throw Failures.at("open file", file, ex);
		}
	}

	private static void write(Path path, WriteOptions options, WholeFile.Content content) throws IOException {
		if (options.isAppend()) {
			append(path, options, content);
		}
		else if (options.isCreateNew()) {
			WholeFile.writeNew(path, options.mode(), content);
		}
		else {
			WholeFile.write(path, options.mode(), options.isCreate(), content);
		}
	}

	private static void append(Path path, WriteOptions options, WholeFile.Content content) throws IOException {
		if (!options.isCreateNew()) {
			RegularFiles.find(path);
		}
		Set<OpenOption> how = new OpenMode(false, true, true, false, options.isCreate(), options.isCreateNew(), null)
			.options();
		how.add(StandardOpenOption.APPEND);
		try (FileChannel channel = FileChannel.open(path, how, Permissions.of(options.mode()))) {
			content.writeTo(channel);
		}
	}

	@TauriCommand("plugin:fs|truncate")
	void truncate(String path, @Nullable Long len, @Nullable PathOptions options, FileScope scope) {
		ScopedPath file = scope.file(path, PathOptions.of(options).baseDir());
		try (FileChannel channel = openToWrite(file)) {
			FileHandle.resize(channel, (len != null) ? len : 0);
		}
		catch (IOException ex) {
			throw Failures.at("truncate file", file, ex);
		}
	}

	private static FileChannel openToWrite(ScopedPath file) {
		try {
			RegularFiles.find(file.path());
			return FileChannel.open(file.path(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			throw Failures.at("open file", file, ex);
		}
	}

	@TauriCommand("plugin:fs|copy_file")
	void copyFile(String fromPath, String toPath, @Nullable PairOptions options, FileScope scope) {
		PairOptions directories = PairOptions.of(options);
		ScopedPath from = scope.file(fromPath, directories.from());
		ScopedPath to = scope.file(toPath, directories.to());
		try (FileChannel channel = RegularFiles.openToRead(from.path())) {
			if (!from.path().equals(to.path())) {
				FileInfo source = FileInfo.of(from.path());
				WholeFile.write(to.path(), source.mode(), true, (target) -> transfer(channel, target));
				Permissions.copy(from.path(), to.path());
			}
		}
		catch (IOException ex) {
			throw Failures.of("copy file from path: " + from + ", to path: " + to, ex);
		}
	}

	private static void transfer(FileChannel from, FileChannel to) throws IOException {
		long position = 0;
		long moved = from.transferTo(0, TRANSFER, to);
		while (moved > 0) {
			position += moved;
			moved = from.transferTo(position, TRANSFER, to);
		}
	}

}
