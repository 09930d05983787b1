package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Opens and reads files that have been checked. Only regular files are opened: a device
 * may have no end, and a pipe would keep the caller waiting.
 */
final class RegularFiles {

	/** The JDK keeps a buffer as large as the largest transfer of each thread. */
	static final int SLICE = 1 << 20;

	/** No array has more. */
	static final int LIMIT = Integer.MAX_VALUE - 8;

	private static final int UNKNOWN = 1 << 13;

	private RegularFiles() {
	}

	/**
	 * What is at a path.
	 * @return its attributes, or {@code null} if there is nothing
	 * @throws IOException if it is no regular file
	 */
	static @Nullable BasicFileAttributes find(Path path) throws IOException {
		try {
			BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			if (found.isDirectory()) {
				throw new FileSystemException(path.toString(), null, "Is a directory");
			}
			if (found.isSymbolicLink()) {
				// It has taken the place of what was checked.
				throw new FileSystemException(path.toString(), null, "Too many levels of symbolic links");
			}
			if (!found.isRegularFile()) {
				throw new FileSystemException(path.toString(), null, "Operation not supported");
			}
			return found;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	static FileChannel openToRead(Path path) throws IOException {
		if (find(path) == null) {
			throw new NoSuchFileException(path.toString());
		}
		return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Read from a channel's position to the end.
	 * @return the bytes, which are the only copy of them
	 */
	static byte[] readAll(FileChannel channel) throws IOException {
		byte[] bytes = allocate(channel.size());
		int count = read(channel, bytes, bytes.length);
		if (count < bytes.length) {
			return Arrays.copyOf(bytes, count);
		}
		// Files of the system have no size, others may grow meanwhile.
		byte[] more = new byte[UNKNOWN];
		int read = read(channel, more, more.length);
		while (read > 0) {
			bytes = joined(bytes, more, read);
			more = (read == more.length) ? allocate(read * 2L) : more;
			read = read(channel, more, more.length);
		}
		return bytes;
	}

	private static byte[] joined(byte[] bytes, byte[] more, int count) throws IOException {
		byte[] joined = allocate((long) bytes.length + count);
		System.arraycopy(bytes, 0, joined, 0, bytes.length);
		System.arraycopy(more, 0, joined, bytes.length, count);
		return joined;
	}

	private static byte[] allocate(long size) throws IOException {
		if (size > LIMIT) {
			throw new IOException(Failures.TOO_LARGE);
		}
		try {
			return new byte[(int) size];
		}
		catch (OutOfMemoryError ex) {
			throw new IOException(Failures.NO_MEMORY, ex);
		}
	}

	/**
	 * Read until so many bytes are there or the file ends.
	 * @return how many there are
	 */
	static int read(FileChannel channel, byte[] bytes, int length) throws IOException {
		int count = 0;
		while (count < length) {
			int read = channel.read(ByteBuffer.wrap(bytes, count, Math.min(SLICE, length - count)));
			if (read < 0) {
				break;
			}
			count += read;
		}
		return count;
	}

	static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			ByteBuffer slice = bytes.slice(bytes.position(), Math.min(SLICE, bytes.remaining()));
			bytes.position(bytes.position() + channel.write(slice));
		}
	}

}
