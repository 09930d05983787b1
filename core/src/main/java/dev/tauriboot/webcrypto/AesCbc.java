package dev.tauriboot.webcrypto;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * AES in chained blocks, SP 800-38A, with padding.
 */
final class AesCbc extends AesAlgorithm {

	private static final String TRANSFORMATION = "AES/CBC/PKCS5Padding";

	AesCbc() {
		super("AES-CBC", DATA);
	}

	@Override
	byte[] encrypt(CryptoKey key, Parameters parameters, byte[] data) {
		IvParameterSpec iv = new IvParameterSpec(block(parameters, "iv"));
		return CryptoFailure.operation("The data could not be encrypted",
				() -> cipher(TRANSFORMATION, Cipher.ENCRYPT_MODE, key, iv).doFinal(data));
	}

	@Override
	byte[] decrypt(CryptoKey key, Parameters parameters, byte[] data) {
		IvParameterSpec iv = new IvParameterSpec(block(parameters, "iv"));
		if (data.length == 0 || data.length % BLOCK != 0) {
			throw CryptoFailure.operation("The data must be of whole blocks");
		}
		return CryptoFailure.operation("The data could not be decrypted",
				() -> cipher(TRANSFORMATION, Cipher.DECRYPT_MODE, key, iv).doFinal(data));
	}

}
