package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * AES in some mode: its keys.
 */
abstract class AesAlgorithm extends SecretAlgorithm {

	static final int BLOCK = 16;

	static final Set<KeyUsage> DATA = EnumSet.of(KeyUsage.ENCRYPT, KeyUsage.DECRYPT, KeyUsage.WRAP_KEY,
			KeyUsage.UNWRAP_KEY);

	private static final Set<Integer> LENGTHS = Set.of(128, 192, 256);

	AesAlgorithm(String name, Set<KeyUsage> usages) {
		super(name, usages);
	}

	static Cipher cipher(String transformation, int mode, CryptoKey key, @Nullable AlgorithmParameterSpec parameters)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(transformation);
		cipher.init(mode, new SecretKeySpec(bytes(key), "AES"), parameters);
		return cipher;
	}

	static byte[] block(Parameters parameters, String member) {
		byte[] block = parameters.bytes(member);
		if (block.length != BLOCK) {
			throw CryptoFailure.operation("The " + member + " must be of 16 bytes");
		}
		return block;
	}

	@Override
	final Integer keyLength(Parameters parameters) {
		int length = (int) parameters.number("length");
		if (!LENGTHS.contains(length)) {
			throw CryptoFailure.operation("The length of an AES key must be 128, 192 or 256");
		}
		return length;
	}

	@Override
	final List<CryptoKey> generateKey(KeyRequest request) {
		request.requireUsages(usages());
		int length = keyLength(request.parameters());
		return List.of(secret(KeyAlgorithm.of(name(), length), request, random(length)));
	}

	@Override
	final CryptoKey importBytes(byte[] data, KeyRequest request) {
		if (!LENGTHS.contains(data.length * 8)) {
			throw CryptoFailure.data("An AES key must be of 128, 192 or 256 bits");
		}
		return secret(KeyAlgorithm.of(name(), data.length * 8), request, data);
	}

	@Override
	final CryptoKey importJwk(Jwk jwk, KeyRequest request) {
		request.requireUsages(usages());
		jwk.check("oct", "enc", request);
		CryptoKey key = importBytes(jwk.bytes("k"), request);
		jwk.checkAlgorithm(jwkAlgorithm(key));
		return key;
	}

	@Override
	final void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		jwk.put("kty", "oct").put("k", bytes(key)).put("alg", jwkAlgorithm(key));
	}

	// AES-GCM with 128 bits is A128GCM.
	private String jwkAlgorithm(CryptoKey key) {
		return "A" + bytes(key).length * 8 + name().substring("AES-".length());
	}

}
