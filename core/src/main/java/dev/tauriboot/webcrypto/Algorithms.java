package dev.tauriboot.webcrypto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The algorithms by name.
 */
final class Algorithms {

	private static final Map<String, Algorithm> all = new HashMap<>();

	static {
		List.of(new AesCbc(), new AesCtr(), new AesGcm(), new AesKw(), new Hmac(), new Hkdf(), new Pbkdf2(),
				new Ecdsa(), new Ecdh(), new Ed25519(), new X25519(), new RsaOaep(), RsaSignature.pkcs1(),
				RsaSignature.pss())
			.forEach((algorithm) -> all.put(algorithm.name(), algorithm));
	}

	private Algorithms() {
	}

	static Algorithm of(String name) {
		Algorithm algorithm = all.get(name);
		if (algorithm == null) {
			throw CryptoFailure.unsupported("There is no algorithm " + name);
		}
		return algorithm;
	}

}
