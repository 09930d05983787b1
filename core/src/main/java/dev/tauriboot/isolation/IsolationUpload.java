package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

import dev.tauriboot.door.BodyPart;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * A message whose bytes come from the isolation frame by requests, one part after the
 * other. They are put where they are encrypted, and later decrypted, so that they are in
 * memory once; outside of the heap if they are many, where no cipher needs a copy.
 */
final class IsolationUpload {

	private final Page page;

	private final IsolationSession session;

	private final String command;

	private final @Nullable String headers;

	private final Consumer<ByteBuffer> taker;

	private int length;

	private int count;

	private @Nullable ByteBuffer room;

	IsolationUpload(Page page, IsolationSession session, String command, @Nullable String headers,
			Consumer<ByteBuffer> taker) {
		this.page = page;
		this.session = session;
		this.command = command;
		this.headers = headers;
		this.taker = taker;
	}

	boolean isOf(Page page) {
		return this.page == page;
	}

	/**
	 * Add a part.
	 * @return the encrypted message if that was the last, else {@code null}
	 * @throws IllegalArgumentException if it is not the next
	 */
	synchronized @Nullable ByteBuffer add(BodyPart part, byte[] bytes) {
		part.checkFollows(this.count, bytes.length);
		ByteBuffer room = this.room;
		if (room == null) {
			room = IsolationSession.room(true, this.headers, part.length(), (part.length() > DirectMemory.LARGE)
					? DirectMemory.LARGE_MESSAGES::allocate : ByteBuffer::allocate);
			this.length = part.length();
			this.room = room;
		}
		if (part.length() != this.length) {
			throw new IllegalArgumentException("the part is of another body");
		}
		room.put(bytes);
		this.count += bytes.length;
		if (this.count < this.length) {
			return null;
		}
		this.room = null;
		return this.session.seal(this.command, room);
	}

	void take(ByteBuffer sealed) {
		this.taker.accept(sealed);
	}

}
