package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * An open file of a page, with a position of its own. Calls on one handle follow each
 * other, those on several do not wait for one another.
 */
final class FileHandle implements AutoCloseable {

	private static final int TRAILER = Long.BYTES;

	private static final int UNKNOWN = 1 << 16;

	private final Path path;

	private final FileChannel channel;

	/** Its writes go to the end even if others write, too. It has another position. */
	private final @Nullable FileChannel appender;

	private final FileInfo opened;

	/** A page that asks for more gets less at a time, as from the system. */
	private final int maxRead;

	private final ReentrantLock lock = new ReentrantLock();

	private FileHandle(Path path, FileChannel channel, @Nullable FileChannel appender, long maxRead)
			throws IOException {
		this.path = path;
		this.channel = channel;
		this.appender = appender;
		this.opened = FileInfo.of(path, LinkOption.NOFOLLOW_LINKS);
		this.maxRead = (int) Math.min(maxRead, RegularFiles.LIMIT - TRAILER);
	}

	static FileHandle open(Path path, OpenMode mode, long maxRead) throws IOException {
		mode.check();
		if (!mode.createNew()) {
			RegularFiles.find(path);
		}
		FileChannel channel = FileChannel.open(path, mode.options(), Permissions.of(mode.mode()));
		FileChannel appender = null;
		try {
			if (mode.append()) {
				appender = FileChannel.open(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
			}
			return new FileHandle(path, channel, appender, maxRead);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			if (appender != null) {
				appender.close();
			}
			throw ex;
		}
	}

	/**
	 * Read up to so many bytes.
	 * @return the bytes, and how many they are as a number of eight bytes
	 */
	byte[] read(long length) throws IOException {
		this.lock.lock();
		try {
			int wanted = (int) Math.min(length, this.maxRead);
			long left = this.channel.size() - this.channel.position();
			// Files of the system have no size.
			int room = (int) Math.min(wanted, (left > 0) ? left : UNKNOWN);
			byte[] bytes = new byte[room + TRAILER];
			int count = RegularFiles.read(this.channel, bytes, room);
			bytes = (count < room) ? Arrays.copyOf(bytes, count + TRAILER) : bytes;
			ByteBuffer.wrap(bytes).putLong(count, count);
			return bytes;
		}
		catch (NonReadableChannelException ex) {
			throw new ClosedChannelException();
		}
		finally {
			this.lock.unlock();
		}
	}

	int write(byte[] bytes) throws IOException {
		this.lock.lock();
		try {
			if (this.appender != null) {
				RegularFiles.write(this.appender, ByteBuffer.wrap(bytes));
				this.channel.position(this.appender.position());
			}
			else {
				RegularFiles.write(this.channel, ByteBuffer.wrap(bytes));
			}
			return bytes.length;
		}
		catch (NonWritableChannelException ex) {
			throw new ClosedChannelException();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Move the position.
	 * @param offset how far
	 * @param from what from: 0 the start, 1 where it is, 2 the end
	 * @return where it is then
	 */
	long seek(long offset, int from) throws IOException {
		this.lock.lock();
		try {
			long base = switch (from) {
				case 1 -> this.channel.position();
				case 2 -> this.channel.size();
				default -> 0;
			};
			long position = base + offset;
			if (position < 0) {
				throw Failures.invalidArgument();
			}
			this.channel.position(position);
			return position;
		}
		finally {
			this.lock.unlock();
		}
	}

	void truncate(long length) throws IOException {
		this.lock.lock();
		try {
			resize(this.channel, length);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Cut a file, or fill it up with zeros. The position stays.
	 */
	static void resize(FileChannel channel, long length) throws IOException {
		if (length < 0) {
			throw Failures.invalidArgument();
		}
		try {
			if (length > channel.size()) {
				channel.write(ByteBuffer.allocate(1), length - 1);
				return;
			}
			long position = channel.position();
			channel.truncate(length);
			channel.position(position);
		}
		catch (NonWritableChannelException ex) {
			throw Failures.invalidArgument();
		}
	}

	/**
	 * What is known of the file. The JDK can only ask for a name: what has another file
	 * by now, or none, is told as it was when it was opened.
	 */
	FileInfo info() throws IOException {
		this.lock.lock();
		try {
			long size = this.channel.size();
			FileInfo found;
			try {
				found = FileInfo.of(this.path, LinkOption.NOFOLLOW_LINKS);
			}
			catch (IOException ex) {
				return this.opened.withSize(size);
			}
			boolean unknown = this.opened.ino() == null;
			return (unknown || found.isSameFile(this.opened)) ? found : this.opened.withSize(size);
		}
		finally {
			this.lock.unlock();
		}
	}

	// Not after a call that still runs, which fails then.
	@Override
	public void close() throws IOException {
		try (FileChannel first = this.channel; FileChannel second = this.appender) {
			// closes both
		}
	}

}
