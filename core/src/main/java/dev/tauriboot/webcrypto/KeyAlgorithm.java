package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a key is for, as a page sees it.
 *
 * @param name the algorithm's name
 * @param length bits of a secret key, or of an RSA key's modulus
 * @param hash the hash that the key is used with
 * @param curve the key's curve
 * @param exponent an RSA key's public exponent
 */
record KeyAlgorithm(String name, @Nullable Integer length, @Nullable Hash hash, @Nullable EcCurve curve,
		@Nullable BigInteger exponent) {

	static KeyAlgorithm of(String name) {
		return new KeyAlgorithm(name, null, null, null, null);
	}

	static KeyAlgorithm of(String name, int length) {
		return new KeyAlgorithm(name, length, null, null, null);
	}

	static KeyAlgorithm of(String name, EcCurve curve) {
		return new KeyAlgorithm(name, null, null, curve, null);
	}

	Hash requiredHash() {
		if (this.hash == null) {
			throw new IllegalStateException("The key has no hash");
		}
		return this.hash;
	}

	Map<String, Object> describe() {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("name", this.name);
		if (this.length != null) {
			description.put((this.exponent != null) ? "modulusLength" : "length", this.length);
		}
		if (this.exponent != null) {
			description.put("publicExponent", Base64.getEncoder().encodeToString(Unsigned.bytes(this.exponent)));
		}
		if (this.hash != null) {
			description.put("hash", Map.of("name", this.hash.toString()));
		}
		if (this.curve != null) {
			description.put("namedCurve", this.curve.toString());
		}
		return description;
	}

}
