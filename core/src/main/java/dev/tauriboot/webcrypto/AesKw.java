package dev.tauriboot.webcrypto;

import java.util.EnumSet;

import javax.crypto.Cipher;

/**
 * AES for keys, RFC 3394.
 */
final class AesKw extends AesAlgorithm {

	private static final String TRANSFORMATION = "AES/KW/NoPadding";

	AesKw() {
		super("AES-KW", EnumSet.of(KeyUsage.WRAP_KEY, KeyUsage.UNWRAP_KEY));
	}

	@Override
	byte[] wrap(CryptoKey key, Parameters parameters, byte[] data) {
		if (data.length % 8 != 0 || data.length < 16) {
			throw CryptoFailure.operation("The key must be of a multiple of 8 bytes, and of 16 at least");
		}
		return CryptoFailure.operation("The key could not be wrapped",
				() -> cipher(TRANSFORMATION, Cipher.ENCRYPT_MODE, key, null).doFinal(data));
	}

	@Override
	byte[] unwrap(CryptoKey key, Parameters parameters, byte[] data) {
		if (data.length % 8 != 0 || data.length < 24) {
			throw CryptoFailure.operation("The key could not be unwrapped");
		}
		return CryptoFailure.operation("The key could not be unwrapped",
				() -> cipher(TRANSFORMATION, Cipher.DECRYPT_MODE, key, null).doFinal(data));
	}

}
