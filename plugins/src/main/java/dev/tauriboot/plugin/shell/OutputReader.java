package dev.tauriboot.plugin.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a program writes, as it comes or line by line. A line ends with {@code \n},
 * or with {@code \r} if there is no {@code \n} in what has been read so far, and keeps
 * its end. One that is longer than a limit comes in parts, so that a program that never
 * ends its line does not fill the memory.
 */
final class OutputReader {

	private static final int CHUNK = 8192;

	private final InputStream in;

	private final int limit;

	private final boolean lines;

	private final byte[] chunk = new byte[CHUNK];

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private int from;

	private int to;

	/**
	 * Create a reader.
	 * @param in what to read
	 * @param lines whether to read line by line
	 * @param limit how long a line may be
	 */
	OutputReader(InputStream in, boolean lines, int limit) {
		this.in = in;
		this.lines = lines;
		this.limit = limit;
	}

	/**
	 * Read on.
	 * @return what came, or {@code null} at the end
	 */
	byte @Nullable [] next() throws IOException {
		while (this.from < this.to || fill()) {
			int end = this.lines ? endOfLine() : this.to;
			int count = ((end > 0) ? end : this.to) - this.from;
			boolean tooLong = this.line.size() + count >= this.limit;
			count = Math.min(count, this.limit - this.line.size());
			byte[] read = Arrays.copyOfRange(this.chunk, this.from, this.from + count);
			this.from += count;
			if ((end > 0 || tooLong) && this.line.size() == 0) {
				return read;
			}
			this.line.writeBytes(read);
			if (end > 0 || tooLong) {
				return takeLine();
			}
		}
		return (this.line.size() > 0) ? takeLine() : null;
	}

	private boolean fill() throws IOException {
		this.from = 0;
		this.to = Math.max(0, this.in.read(this.chunk));
		return this.to > 0;
	}

	private int endOfLine() {
		int feed = indexOf('\n');
		return (feed >= 0) ? feed + 1 : indexOf('\r') + 1;
	}

	private int indexOf(char wanted) {
		for (int i = this.from; i < this.to; i++) {
			if (this.chunk[i] == wanted) {
				return i;
			}
		}
		return -1;
	}

	private byte[] takeLine() {
		byte[] whole = this.line.toByteArray();
		this.line.reset();
		return whole;
	}

}
