package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.Set;

import javax.crypto.KeyAgreement;

import org.jspecify.annotations.Nullable;

/**
 * What agreements on a secret have in common.
 */
final class Agreement {

	static final Set<KeyUsage> USAGES = EnumSet.of(KeyUsage.DERIVE_KEY, KeyUsage.DERIVE_BITS);

	private Agreement() {
	}

	/**
	 * The other side's key, if it fits to ours.
	 */
	static CryptoKey otherSide(CryptoKey key, Parameters parameters) {
		key.require(CryptoKey.Type.PRIVATE);
		CryptoKey other = parameters.publicKey();
		if (other == null) {
			throw CryptoFailure.access("There is no public key");
		}
		other.require(CryptoKey.Type.PUBLIC);
		if (!other.algorithm().name().equals(key.algorithm().name())
				|| other.algorithm().curve() != key.algorithm().curve()) {
			throw CryptoFailure.access("The public key is of another algorithm or curve");
		}
		return other;
	}

	static byte[] agree(String algorithm, PrivateKey key, PublicKey other) throws GeneralSecurityException {
		KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
		agreement.init(key);
		agreement.doPhase(other, true);
		return agreement.generateSecret();
	}

	/**
	 * As many bits of the secret as are wanted.
	 */
	static byte[] bits(byte[] secret, @Nullable Integer length) {
		if (length == null) {
			return secret;
		}
		if (length > secret.length * 8) {
			throw CryptoFailure.operation("The secret has " + secret.length * 8 + " bits, fewer than " + length);
		}
		return Unsigned.firstBits(secret, length);
	}

}
