package dev.tauriboot.webcrypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;

/**
 * Keys of a password, RFC 8018. The JCE's own takes texts only, and passwords here are
 * bytes.
 */
final class Pbkdf2 extends DerivationAlgorithm {

	private static final int BETWEEN_LOOKS = 4096;

	Pbkdf2() {
		super("PBKDF2");
	}

	@Override
	byte[] derive(byte[] secret, Parameters parameters, int length) throws GeneralSecurityException {
		long iterations = parameters.number("iterations");
		if (iterations == 0) {
			throw CryptoFailure.operation("There must be an iteration at least");
		}
		Hash hash = parameters.hash();
		Mac mac = hash.mac(secret);
		byte[] salt = parameters.bytes("salt");
		byte[] result = new byte[length];
		for (int i = 0; i * (long) hash.bytes() < length; i++) {
			mac.update(salt);
			byte[] block = block(mac, mac.doFinal(ByteBuffer.allocate(4).putInt(i + 1).array()), iterations,
					parameters);
			int from = i * hash.bytes();
			System.arraycopy(block, 0, result, from, Math.min(block.length, length - from));
		}
		return result;
	}

	private static byte[] block(Mac mac, byte[] first, long iterations, Parameters parameters)
			throws GeneralSecurityException {
		byte[] block = first.clone();
		for (long i = 1; i < iterations; i++) {
			mac.update(first);
			mac.doFinal(first, 0);
			for (int k = 0; k < block.length; k++) {
				block[k] ^= first[k];
			}
			if (i % BETWEEN_LOOKS == 0 && parameters.cancelled().getAsBoolean()) {
				throw CryptoFailure.operation("The document is gone");
			}
		}
		return block;
	}

}
