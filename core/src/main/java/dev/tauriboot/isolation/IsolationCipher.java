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

	private Cipher init(int mode, byte[] nonce, int length, byte[] bound) throws GeneralSecurityException {
		Cipher cipher = this.ciphers.get();
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BYTES * 8, nonce, 0, length));
		if (bound.length > 0) {
			cipher.updateAAD(bound);
		}
		return cipher;
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
	 * Encrypt.
	 * @param nonce used for this message only
	 * @param bound bytes that must be the same when the message is opened
	 * @param head the first part of the plaintext
	 * @param body the second part of the plaintext
	 * @return nonce, ciphertext and tag
	 */
	byte[] seal(byte[] nonce, byte[] bound, byte[] head, byte[] body) {
		int length = head.length + body.length;
		byte[] sealed = new byte[NONCE_BYTES + length + TAG_BYTES];
		System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
		System.arraycopy(head, 0, sealed, NONCE_BYTES, head.length);
		System.arraycopy(body, 0, sealed, NONCE_BYTES + head.length, body.length);
		try {
			// In one piece and in place: a cipher keeps copies of pieces.
			init(Cipher.ENCRYPT_MODE, nonce, NONCE_BYTES, bound).doFinal(sealed, NONCE_BYTES, length, sealed,
					NONCE_BYTES);
			return sealed;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A message could not be encrypted", ex);
		}
	}

	/**
	 * Decrypt.
	 * @param sealed nonce, ciphertext and tag
	 * @param bound what the message was bound to
	 * @return the plaintext, or {@code null} if anything about it is wrong
	 */
	@Nullable ByteBuffer open(byte[] sealed, byte[] bound) {
		int length = sealed.length - NONCE_BYTES;
		if (length < TAG_BYTES) {
			return null;
		}
		// Room for the tag too, which some ciphers want to have there.
		byte[] plain = new byte[length];
		try {
			return ByteBuffer.wrap(plain, 0, init(Cipher.DECRYPT_MODE, sealed, NONCE_BYTES, bound).doFinal(sealed,
					NONCE_BYTES, length, plain, 0));
		}
		catch (GeneralSecurityException ex) {
			return null;
		}
	}

}
