package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * Writes whole files: to a file beside, which then takes the place of the old one. Who
 * reads meanwhile, or finds the file after a crash, sees all of the old content or all of
 * the new. The permissions and the owner stay.
 * <p>
 * Where nothing can be put beside a file, or its owner cannot be kept, it is overwritten
 * in place, which is not atomic.
 */
final class WholeFile {

	private static final String PREFIX = ".tauri-write-";

	private static final int ALL_BITS = 07777;

	private final Path path;

	private final @Nullable Integer mode;

	private final Content content;

	private WholeFile(Path path, @Nullable Integer mode, Content content) {
		this.path = path;
		this.mode = mode;
		this.content = content;
	}

	/**
	 * Write a file.
	 * @param path where, with all links resolved
	 * @param mode permission bits if it is made
	 * @param create whether it may be made
	 * @param content writes the content, possibly a second time
	 */
	static void write(Path path, @Nullable Integer mode, boolean create, Content content) throws IOException {
		boolean exists = RegularFiles.find(path) != null;
		if (!exists && !create) {
			throw new NoSuchFileException(path.toString());
		}
		if (exists && !Files.isWritable(path)) {
			throw new AccessDeniedException(path.toString());
		}
		WholeFile file = new WholeFile(path, mode, content);
		if (exists) {
			file.replace();
		}
		else {
			file.create((temporary) -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE));
		}
	}

	/**
	 * Write a file that must not be there, nor a link in its place.
	 * @param path where
	 * @param mode permission bits
	 * @param content writes the content
	 */
	static void writeNew(Path path, @Nullable Integer mode, Content content) throws IOException {
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(path.toString());
		}
		WholeFile file = new WholeFile(path, mode, content);
		try {
			// Other than a move, a second name never replaces anything.
			file.create((temporary) -> Files.createLink(path, temporary));
		}
		catch (FileAlreadyExistsException | AccessDeniedException | NoSuchFileException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			file.writeInPlace(StandardOpenOption.CREATE_NEW);
		}
	}

	/**
	 * Whether a file is one that is being written, and nobody's business.
	 */
	static boolean isTemporary(Path path) {
		Path name = path.getFileName();
		return name != null && name.toString().startsWith(PREFIX);
	}

	private void create(Placing placing) throws IOException {
		Path temporary = beside();
		try {
			writeTo(temporary);
			placing.place(temporary);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private void replace() throws IOException {
		Path temporary = beside();
		boolean placed = false;
		try {
			FileChannel channel = openBeside(temporary);
			if (channel != null) {
				try (channel) {
					placed = keepOwner(temporary);
					if (placed) {
						this.content.writeTo(channel);
					}
				}
			}
			if (placed) {
				Files.move(temporary, this.path, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		finally {
			Files.deleteIfExists(temporary);
		}
		if (!placed) {
			writeInPlace(StandardOpenOption.TRUNCATE_EXISTING);
		}
	}

	private static @Nullable FileChannel openBeside(Path temporary) throws IOException {
		try {
			return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
		catch (AccessDeniedException ex) {
			// The file may be written, but not its folder.
			return null;
		}
	}

	private boolean keepOwner(Path temporary) throws IOException {
		FileInfo old = FileInfo.of(this.path, LinkOption.NOFOLLOW_LINKS);
		FileInfo made = FileInfo.of(temporary, LinkOption.NOFOLLOW_LINKS);
		if (old.mode() == null) {
			return true;
		}
		try {
			if (old.uid() != null && !old.uid().equals(made.uid())) {
				Files.setAttribute(temporary, "unix:uid", old.uid());
			}
			if (old.gid() != null && !old.gid().equals(made.gid())) {
				Files.setAttribute(temporary, "unix:gid", old.gid());
			}
			Files.setAttribute(temporary, "unix:mode", old.mode() & ALL_BITS);
			return true;
		}
		catch (FileSystemException ex) {
			return false;
		}
	}

	private Path beside() {
		return this.path.resolveSibling(PREFIX + Long.toHexString(ThreadLocalRandom.current().nextLong()));
	}

	private void writeTo(Path temporary) throws IOException {
		Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try (FileChannel channel = FileChannel.open(temporary, options, Permissions.of(this.mode))) {
			this.content.writeTo(channel);
		}
	}

	private void writeInPlace(StandardOpenOption option) throws IOException {
		Set<OpenOption> options = Set.of(option, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		try (FileChannel channel = FileChannel.open(this.path, options, Permissions.of(this.mode))) {
			this.content.writeTo(channel);
		}
	}

	/**
	 * Writes the content of a file.
	 */
	@FunctionalInterface
	interface Content {

		void writeTo(FileChannel channel) throws IOException;

	}

	/**
	 * Gives a written file its name.
	 */
	@FunctionalInterface
	private interface Placing {

		void place(Path temporary) throws IOException;

	}

}
