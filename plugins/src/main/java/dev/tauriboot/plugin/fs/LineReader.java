package dev.tauriboot.plugin.fs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Splits a file into lines without decoding it. In UTF-16 a line feed has two bytes, and
 * the byte of one is also part of other characters; in all other encodings that a page
 * knows it is a byte of its own.
 */
final class LineReader implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final FileChannel channel;

	/** How many bytes a line feed has. */
	private final int unit;

	/** Which of them is 10. */
	private final int low;

	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

	private final ReentrantLock lock = new ReentrantLock();

	LineReader(FileChannel channel, @Nullable String encoding) {
		String label = (encoding != null) ? encoding.toLowerCase(Locale.ROOT) : "";
		this.channel = channel;
		this.unit = label.startsWith("utf-16") ? 2 : 1;
		this.low = label.equals("utf-16be") ? 1 : 0;
	}

	/**
	 * Read the next line.
	 * @return its bytes without what ends it, and a zero; {@code null} if there are no
	 * more
	 */
	byte @Nullable [] next() throws IOException {
		this.lock.lock();
		try {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			boolean ended = false;
			while (!ended && fill()) {
				int start = this.buffer.position();
				int end = start;
				int last = this.buffer.limit() - this.unit;
				while (!ended && end <= last) {
					ended = is(end, '\n');
					end += this.unit;
				}
				// half a character at the end of the file
				end = (end > start) ? end : this.buffer.limit();
				this.buffer.position(end);
				line.write(this.buffer.array(), start, (ended ? end - this.unit : end) - start);
			}
			return (ended || line.size() > 0) ? withFlag(line.toByteArray(), ended) : null;
		}
		catch (OutOfMemoryError ex) {
			throw new IOException(Failures.NO_MEMORY, ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	// Whether there is something, a whole unit of it unless the file ends before.
	private boolean fill() throws IOException {
		while (this.buffer.remaining() < this.unit) {
			this.buffer.compact();
			int read = this.channel.read(this.buffer);
			this.buffer.flip();
			if (read < 0) {
				return this.buffer.hasRemaining();
			}
		}
		return true;
	}

	private boolean is(int index, int character) {
		byte[] bytes = this.buffer.array();
		return bytes[index + this.low] == character && (this.unit == 1 || bytes[index + 1 - this.low] == 0);
	}

	private byte[] withFlag(byte[] line, boolean ended) {
		int length = line.length;
		if (ended && length >= this.unit && line[length - this.unit + this.low] == '\r'
				&& (this.unit == 1 || line[length - 1 - this.low] == 0)) {
			length -= this.unit;
		}
		byte[] flagged = new byte[length + 1];
		System.arraycopy(line, 0, flagged, 0, length);
		return flagged;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
