package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

import javax.crypto.SecretKey;

import dev.tauriboot.door.BodyCollector;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What one document and the application share: a key of their own and which messages were
 * seen. A message is bound to its command; its headers and its kind are within it. Each
 * is accepted once.
 *
 * @since 0.1.0
 */
public final class IsolationSession {

	private static final byte JSON = 0;

	private static final byte RAW = 1;

	private static final int HEAD_BYTES = 1 + Integer.BYTES;

	private static final byte[] NO_BYTES = {};

	private final SecretKey key;

	private final IsolationCipher cipher;

	private final AtomicLong next = new AtomicLong();

	private final ReplayWindow seen = new ReplayWindow();

	private final long maxWaiting;

	private final int maxKept;

	private final Map<String, ByteBuffer> kept = new HashMap<>();

	private long keptBytes;

	IsolationSession(SecretKey key, long maxWaiting, int maxKept) {
		this.key = key;
		this.maxWaiting = maxWaiting;
		this.maxKept = maxKept;
		this.cipher = new IsolationCipher(key);
	}

	/**
	 * Encrypt a message that the hook has let through.
	 * @param message the message
	 * @return the encrypted message
	 */
	public ByteBuffer seal(Message message) {
		Assert.notNull(message, "'message' must not be null");
		ByteBuffer body = message.body();
		ByteBuffer room = room(message.raw(), message.headers(), body.remaining(), ByteBuffer::allocate);
		return seal(message.command(), room.put(body.duplicate()));
	}

	/**
	 * A message without its body.
	 * @return where the body is to be put, and is to be sealed
	 */
	static ByteBuffer room(boolean raw, @Nullable String headers, int bodyLength, IntFunction<ByteBuffer> memory) {
		byte[] head = (headers != null) ? headers.getBytes(StandardCharsets.UTF_8) : NO_BYTES;
		int length = HEAD_BYTES + head.length + bodyLength;
		ByteBuffer room = BodyCollector.allocate(IsolationCipher.NONCE_BYTES + length + IsolationCipher.TAG_BYTES,
				memory);
		return room.position(IsolationCipher.NONCE_BYTES)
			.put(raw ? RAW : JSON)
			.putInt(head.length)
			.put(head)
			.limit(IsolationCipher.NONCE_BYTES + length);
	}

	/**
	 * Encrypt a message in its room, which its body fills.
	 */
	ByteBuffer seal(String command, ByteBuffer room) {
		room.putLong(Integer.BYTES, this.next.getAndIncrement());
		this.cipher.seal(room, bound(command));
		return room.clear();
	}

	/**
	 * Decrypt a message, once.
	 * @param command the command for which it came
	 * @param sealed the encrypted message, of no use afterwards
	 * @return the message, or {@code null} if anything about it is wrong
	 */
	public @Nullable Message open(String command, ByteBuffer sealed) {
		ByteBuffer plain = this.cipher.open(inMemory(sealed), bound(command));
		// Its number counts only once the message is known to be ours.
		if (plain == null || !this.seen.accept(sealed.getLong(Integer.BYTES)) || plain.remaining() < HEAD_BYTES) {
			return null;
		}
		boolean raw = plain.get() == RAW;
		int length = plain.getInt();
		if (length < 0 || length > plain.remaining()) {
			return null;
		}
		byte[] headers = new byte[length];
		ByteBuffer body = plain.get(headers);
		return new Message(command, raw, (length > 0) ? new String(headers, StandardCharsets.UTF_8) : null, body);
	}

	// A browser sends what a cipher would have to copy within the heap.
	private static ByteBuffer inMemory(ByteBuffer sealed) {
		return (sealed.hasArray() && sealed.capacity() > DirectMemory.LARGE)
				? BodyCollector.allocate(sealed.capacity(), DirectMemory.LARGE_MESSAGES::allocate).put(sealed).clear()
				: sealed;
	}

	private static byte[] bound(String command) {
		return command.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Keep an encrypted message here, for the document to send by name.
	 * @param sealed the encrypted message
	 * @return the name, which is good once; {@code null} if too many wait already, or too
	 * much with it
	 */
	public synchronized @Nullable String keep(ByteBuffer sealed) {
		boolean tooMuch = this.keptBytes > 0 && this.keptBytes + sealed.capacity() > this.maxWaiting;
		if (tooMuch || this.kept.size() >= this.maxKept) {
			return null;
		}
		String name = newName();
		this.kept.put(name, sealed);
		this.keptBytes += sealed.capacity();
		return name;
	}

	/**
	 * Take an encrypted message that was kept.
	 * @param name the name it was given
	 * @return the encrypted message, or {@code null} if there is none of that name
	 */
	public synchronized @Nullable ByteBuffer takeKept(String name) {
		ByteBuffer sealed = this.kept.remove(name);
		this.keptBytes -= (sealed != null) ? sealed.capacity() : 0;
		return sealed;
	}

	SecretKey key() {
		return this.key;
	}

	static String newName() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(IsolationKey.random(18));
	}

	/**
	 * A message in plain text.
	 *
	 * @param command the command
	 * @param raw whether the body is bytes rather than JSON
	 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
	 * @param body the payload
	 */
	public record Message(String command, boolean raw, @Nullable String headers, ByteBuffer body) {

		public Message {
			Assert.notNull(command, "'command' must not be null");
			Assert.notNull(body, "'body' must not be null");
		}

		/**
		 * Create a message.
		 * @param command the command
		 * @param raw whether the body is bytes rather than JSON
		 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
		 * @param body the payload
		 */
		public Message(String command, boolean raw, @Nullable String headers, byte[] body) {
			this(command, raw, headers, ByteBuffer.wrap(body));
		}

		@Override
		public String toString() {
			return "Message[" + this.command + "]";
		}

	}

}
