package dev.tauriboot.isolation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one launch. It encrypts nothing itself: each document has a key derived from
 * it, so that what was encrypted for one is nothing to another. Held as bytes, never as a
 * text.
 */
final class IsolationKey {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	private IsolationKey(byte[] key) {
		this.key = new SecretKeySpec(key, "HmacSHA256");
	}

	static IsolationKey generate() {
		return new IsolationKey(random(BYTES));
	}

	static byte[] random(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/**
	 * The key of a new document.
	 */
	SecretKey derive() {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update("tauri isolation document".getBytes(StandardCharsets.UTF_8));
			return new SecretKeySpec(mac.doFinal(random(BYTES)), "AES");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "IsolationKey[***]";
	}

}
