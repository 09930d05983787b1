package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;

/**
 * Keys of a secret with much entropy, RFC 5869.
 */
final class Hkdf extends DerivationAlgorithm {

	Hkdf() {
		super("HKDF");
	}

	@Override
	byte[] derive(byte[] secret, Parameters parameters, int length) throws GeneralSecurityException {
		Hash hash = parameters.hash();
		if (length > 255 * hash.bytes()) {
			throw CryptoFailure.operation("So many bits cannot be derived");
		}
		Mac mac = hash.mac(hash.mac(parameters.bytes("salt")).doFinal(secret));
		byte[] info = parameters.bytes("info");
		byte[] result = new byte[length];
		byte[] block = new byte[0];
		for (int i = 0; i * hash.bytes() < length; i++) {
			mac.update(block);
			mac.update(info);
			mac.update((byte) (i + 1));
			block = mac.doFinal();
			int from = i * hash.bytes();
			System.arraycopy(block, 0, result, from, Math.min(block.length, length - from));
		}
		Arrays.fill(block, (byte) 0);
		return result;
	}

}
