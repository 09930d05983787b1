package dev.tauriboot.isolation;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory outside of the heap for large messages. It is let go when the collector finds
 * that nobody has the buffer any more, and the collector does not see how large that is:
 * it is asked to look whenever much is out.
 */
final class DirectMemory {

	/** From how many bytes on a message is large. */
	static final int LARGE = 1024 * 1024;

	static final DirectMemory LARGE_MESSAGES = new DirectMemory(256 * 1024 * 1024);

	private static final Cleaner CLEANER = Cleaner.create();

	private final AtomicLong out = new AtomicLong();

	private final long much;

	/**
	 * Create the memory.
	 * @param much from how many bytes on the collector is asked to look
	 */
	DirectMemory(long much) {
		this.much = much;
	}

	/**
	 * Make a buffer.
	 * @param length its bytes
	 * @throws OutOfMemoryError if the JVM's limit is reached
	 */
	ByteBuffer allocate(int length) {
		if (this.out.get() + length > this.much && this.out.get() > 0) {
			System.gc();
		}
		ByteBuffer buffer = ByteBuffer.allocateDirect(length);
		this.out.addAndGet(length);
		CLEANER.register(buffer, () -> this.out.addAndGet(-length));
		return buffer;
	}

	/**
	 * How many bytes are out, or not yet found to be of no use.
	 */
	long out() {
		return this.out.get();
	}

}
