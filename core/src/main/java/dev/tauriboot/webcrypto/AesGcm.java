package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES with authentication, SP 800-38D.
 */
final class AesGcm extends AesAlgorithm {

	private static final String TRANSFORMATION = "AES/GCM/NoPadding";

	private static final int FULL_TAG = 128;

	private static final Set<Integer> TAGS = Set.of(32, 64, 96, 104, 112, 120, FULL_TAG);

	// The JCE knows no shorter ones.
	private static final int SHORTEST = 96;

	AesGcm() {
		super("AES-GCM", DATA);
	}

	@Override
	byte[] encrypt(CryptoKey key, Parameters parameters, byte[] data) {
		int tag = tag(parameters);
		byte[] result = CryptoFailure.operation("The data could not be encrypted",
				() -> run(Cipher.ENCRYPT_MODE, key, parameters, Math.max(SHORTEST, tag), data));
		return (tag < SHORTEST) ? Arrays.copyOf(result, data.length + tag / 8) : result;
	}

	@Override
	byte[] decrypt(CryptoKey key, Parameters parameters, byte[] data) {
		int tag = tag(parameters);
		if (data.length < tag / 8) {
			throw CryptoFailure.operation("The data is shorter than its tag");
		}
		return CryptoFailure.operation("The data could not be decrypted",
				() -> (tag < SHORTEST) ? decryptWithShortTag(key, parameters, data, tag / 8)
						: run(Cipher.DECRYPT_MODE, key, parameters, tag, data));
	}

	// The mode is a stream of its own making under the tag: what was encrypted comes back
	// by encrypting once more, and the tag that belongs to it by doing so again.
	private static byte[] decryptWithShortTag(CryptoKey key, Parameters parameters, byte[] data, int tagBytes)
			throws GeneralSecurityException {
		int length = data.length - tagBytes;
		byte[] plain = Arrays.copyOf(run(Cipher.ENCRYPT_MODE, key, parameters, FULL_TAG, Arrays.copyOf(data, length)),
				length);
		byte[] again = run(Cipher.ENCRYPT_MODE, key, parameters, FULL_TAG, plain);
		if (!MessageDigest.isEqual(Arrays.copyOfRange(again, length, length + tagBytes),
				Arrays.copyOfRange(data, length, data.length))) {
			throw CryptoFailure.operation("The data could not be decrypted");
		}
		return plain;
	}

	private static byte[] run(int mode, CryptoKey key, Parameters parameters, int tag, byte[] data)
			throws GeneralSecurityException {
		byte[] iv = parameters.bytes("iv");
		if (iv.length == 0) {
			throw CryptoFailure.operation("The iv must not be empty");
		}
		Cipher cipher = cipher(TRANSFORMATION, mode, key, new GCMParameterSpec(tag, iv));
		cipher.updateAAD(parameters.bytes("additionalData"));
		return cipher.doFinal(data);
	}

	private static int tag(Parameters parameters) {
		Integer tag = parameters.optionalNumber("tagLength");
		if (tag == null) {
			return FULL_TAG;
		}
		if (!TAGS.contains(tag)) {
			throw CryptoFailure.operation("The tag's length must be 32, 64, 96, 104, 112, 120 or 128");
		}
		return tag;
	}

}
