package dev.tauriboot.webcrypto;

import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;

/**
 * Codes of messages, RFC 2104.
 */
final class Hmac extends SecretAlgorithm {

	Hmac() {
		super("HMAC", EnumSet.of(KeyUsage.SIGN, KeyUsage.VERIFY));
	}

	@Override
	byte[] sign(CryptoKey key, Parameters parameters, byte[] data) {
		return CryptoFailure.operation("The data could not be signed",
				() -> key.algorithm().requiredHash().mac(bytes(key)).doFinal(data));
	}

	@Override
	boolean verify(CryptoKey key, Parameters parameters, byte[] signature, byte[] data) {
		return MessageDigest.isEqual(sign(key, parameters, data), signature);
	}

	@Override
	Integer keyLength(Parameters parameters) {
		Integer length = parameters.optionalNumber("length");
		if (length != null && length == 0) {
			throw CryptoFailure.type("The length of the key must not be 0");
		}
		return (length != null) ? length : parameters.hash().blockBits();
	}

	@Override
	List<CryptoKey> generateKey(KeyRequest request) {
		request.requireUsages(usages());
		Integer wanted = request.length();
		if (wanted != null && wanted == 0) {
			throw CryptoFailure.operation("The length of the key must not be 0");
		}
		Hash hash = request.parameters().hash();
		int length = (wanted != null) ? wanted : hash.blockBits();
		return List.of(secret(new KeyAlgorithm(name(), length, hash, null, null), request, random(length)));
	}

	@Override
	CryptoKey importBytes(byte[] data, KeyRequest request) {
		int bits = Parameters.bits(data.length * 8L);
		Integer wanted = request.length();
		if (bits == 0) {
			throw CryptoFailure.data("The key must not be empty");
		}
		if (wanted != null && (wanted > bits || wanted <= bits - 8)) {
			throw CryptoFailure.data("The key is not of " + wanted + " bits");
		}
		int length = (wanted != null) ? wanted : bits;
		Hash hash = request.parameters().hash();
		return secret(new KeyAlgorithm(name(), length, hash, null, null), request, Unsigned.firstBits(data, length));
	}

	@Override
	CryptoKey importJwk(Jwk jwk, KeyRequest request) {
		request.requireUsages(usages());
		jwk.check("oct", "sig", request);
		jwk.checkAlgorithm("HS" + request.parameters().hash().number());
		return importBytes(jwk.bytes("k"), request);
	}

	@Override
	void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		jwk.put("kty", "oct").put("k", bytes(key)).put("alg", "HS" + key.algorithm().requiredHash().number());
	}

}
