package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM as the wire contract has it (ipc-protocol 9.6): a nonce of 12 bytes, then
 * the ciphertext with its tag of 16 bytes.
 */
final class IsolationCipher {

	static final int NONCE_BYTES = 12;

	static final int TAG_BYTES = 16;

	private static final int WARM_UP_BYTES = 64;

	private static final int WARM_UP_CALLS = 60_000;

	private final SecretKey key;

	private final GcmCiphers ciphers;

	IsolationCipher(SecretKey key) {
		this(key, GcmCiphers.FASTEST);
	}

	IsolationCipher(SecretKey key, GcmCiphers ciphers) {
		this.key = key;
		this.ciphers = ciphers;
	}

	// In one piece and in place: a cipher keeps copies of pieces. Some copy what is in an
	// array, or what is not, if they are asked in the other's way.
	private int work(int mode, ByteBuffer message, int length, byte[] bound) throws GeneralSecurityException {
		Cipher cipher = this.ciphers.get();
		byte[] nonce = new byte[NONCE_BYTES];
		message.get(0, nonce);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
		if (bound.length > 0) {
			cipher.updateAAD(bound);
		}
		if (message.hasArray()) {
			int from = message.arrayOffset() + NONCE_BYTES;
			return cipher.doFinal(message.array(), from, length, message.array(), from);
		}
		ByteBuffer to = message.duplicate().clear().position(NONCE_BYTES);
		return cipher.doFinal(to.duplicate().limit(NONCE_BYTES + length), to);
	}

	/**
	 * Have the JVM compile the algorithm, in the background: before it does, a megabyte
	 * takes ten milliseconds rather than one. What counts is the number of calls, not of
	 * bytes.
	 */
	static void warmUp() {
		if (!GcmCiphers.FASTEST.mustBeCompiled()) {
			return;
		}
		Thread thread = new Thread(() -> {
			try {
				Cipher cipher = GcmCiphers.JDK.get();
				cipher.init(Cipher.ENCRYPT_MODE, IsolationKey.generate().derive(),
						new GCMParameterSpec(TAG_BYTES * 8, new byte[NONCE_BYTES]));
				byte[] block = new byte[WARM_UP_BYTES];
				for (int i = 0; i < WARM_UP_CALLS; i++) {
					cipher.update(block, 0, block.length, block, 0);
				}
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}, "tauri-isolation-warm-up");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

	/**
	 * Encrypt in place.
	 * @param message the whole of a buffer: a nonce that is used for this message only,
	 * the plaintext, and room for the tag
	 * @param bound bytes that must be the same when the message is opened
	 */
	void seal(ByteBuffer message, byte[] bound) {
		try {
			work(Cipher.ENCRYPT_MODE, message, message.capacity() - NONCE_BYTES - TAG_BYTES, bound);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A message could not be encrypted", ex);
		}
	}

	/**
	 * Decrypt in place.
	 * @param sealed the whole of a buffer: nonce, ciphertext and tag, of no use
	 * afterwards
	 * @param bound what the message was bound to
	 * @return the plaintext, or {@code null} if anything about it is wrong
	 */
	@Nullable ByteBuffer open(ByteBuffer sealed, byte[] bound) {
		int length = sealed.capacity() - NONCE_BYTES;
		if (length < TAG_BYTES) {
			return null;
		}
		try {
			// The room of the tag is there too, which some ciphers want.
			return sealed.slice(NONCE_BYTES, work(Cipher.DECRYPT_MODE, sealed, length, bound));
		}
		catch (GeneralSecurityException ex) {
			return null;
		}
	}

}
