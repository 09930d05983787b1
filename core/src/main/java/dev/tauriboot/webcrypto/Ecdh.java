package dev.tauriboot.webcrypto;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Agreement on a secret on a curve of FIPS 186.
 */
final class Ecdh extends EcAlgorithm {

	Ecdh() {
		super("ECDH", "enc", Set.of(), Agreement.USAGES);
	}

	@Override
	byte[] deriveBits(CryptoKey key, Parameters parameters, @Nullable Integer length) {
		CryptoKey other = Agreement.otherSide(key, parameters);
		byte[] secret = CryptoFailure.operation("The bits could not be derived", () -> Agreement.agree("ECDH",
				key.material(Material.class).privateKey(), other.material(Material.class).publicKey()));
		return Agreement.bits(secret, length);
	}

	@Override
	void checkJwk(Jwk jwk, EcCurve curve) {
	}

}
