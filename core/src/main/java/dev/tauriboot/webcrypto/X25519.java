package dev.tauriboot.webcrypto;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Agreement on a secret on Curve25519, RFC 7748.
 */
final class X25519 extends OkpAlgorithm {

	X25519() {
		super("X25519", "2b656e", "enc", Set.of(), Agreement.USAGES);
	}

	@Override
	byte[] deriveBits(CryptoKey key, Parameters parameters, @Nullable Integer length) {
		CryptoKey other = Agreement.otherSide(key, parameters);
		// The JCE refuses points of small order, with which the secret is none.
		byte[] secret = CryptoFailure.operation("The bits could not be derived",
				() -> Agreement.agree(name(), privateKey(key), publicKey(other)));
		return Agreement.bits(secret, length);
	}

	@Override
	void checkJwk(Jwk jwk) {
	}

}
