package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.SecretKey;

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

	private static final int MAX_KEPT = 1024;

	private static final byte[] NO_BYTES = {};

	private final SecretKey key;

	private final IsolationCipher cipher;

	private final AtomicLong next = new AtomicLong();

	private final ReplayWindow seen = new ReplayWindow();

	private final long maxWaiting;

	private final Map<String, byte[]> kept = new HashMap<>();

	private long keptBytes;

	IsolationSession(SecretKey key, long maxWaiting) {
		this.key = key;
		this.maxWaiting = maxWaiting;
		this.cipher = new IsolationCipher(key);
	}

	/**
	 * Encrypt a message that the hook has let through.
	 * @param message the message
	 * @return the encrypted message
	 */
	public byte[] seal(Message message) {
		Assert.notNull(message, "'message' must not be null");
		byte[] nonce = ByteBuffer.allocate(IsolationCipher.NONCE_BYTES).putLong(4, this.next.getAndIncrement()).array();
		byte[] headers = (message.headers() != null) ? message.headers().getBytes(StandardCharsets.UTF_8) : NO_BYTES;
		byte[] head = ByteBuffer.allocate(1 + Integer.BYTES + headers.length)
			.put(message.raw() ? RAW : JSON)
			.putInt(headers.length)
			.put(headers)
			.array();
		return this.cipher.seal(nonce, bound(message.command()), head, message.body());
	}

	/**
	 * Decrypt a message, once.
	 * @param command the command for which it came
	 * @param sealed the encrypted message
	 * @return the message, or {@code null} if anything about it is wrong
	 */
	public @Nullable Message open(String command, byte[] sealed) {
		ByteBuffer plain = this.cipher.open(sealed, bound(command));
		// Its number counts only once the message is known to be ours.
		if (plain == null || !this.seen.accept(ByteBuffer.wrap(sealed).getLong(4))
				|| plain.remaining() < 1 + Integer.BYTES) {
			return null;
		}
		boolean raw = plain.get() == RAW;
		int length = plain.getInt();
		if (length < 0 || length > plain.remaining()) {
			return null;
		}
		byte[] headers = bytes(plain, length);
		return new Message(command, raw, (length > 0) ? new String(headers, StandardCharsets.UTF_8) : null,
				bytes(plain, plain.remaining()));
	}

	private static byte[] bytes(ByteBuffer from, int length) {
		byte[] bytes = new byte[length];
		from.get(bytes);
		return bytes;
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
	public synchronized @Nullable String keep(byte[] sealed) {
		boolean tooMuch = this.keptBytes > 0 && this.keptBytes + sealed.length > this.maxWaiting;
		if (tooMuch || this.kept.size() >= MAX_KEPT) {
			return null;
		}
		String name = newName();
		this.kept.put(name, sealed);
		this.keptBytes += sealed.length;
		return name;
	}

	/**
	 * Take an encrypted message that was kept.
	 * @param name the name it was given
	 * @return the encrypted message, or {@code null} if there is none of that name
	 */
	public synchronized byte @Nullable [] takeKept(String name) {
		byte[] sealed = this.kept.remove(name);
		this.keptBytes -= (sealed != null) ? sealed.length : 0;
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
	public record Message(String command, boolean raw, @Nullable String headers, byte[] body) {

		public Message {
			Assert.notNull(command, "'command' must not be null");
			Assert.notNull(body, "'body' must not be null");
		}

		@Override
		public String toString() {
			return "Message[" + this.command + "]";
		}

	}

}
