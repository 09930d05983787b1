package dev.tauriboot.webcrypto;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What can be done with the keys of one algorithm. What it does not do itself is refused
 * as not supported.
 */
abstract class Algorithm {

	private final String name;

	Algorithm(String name) {
		this.name = name;
	}

	final String name() {
		return this.name;
	}

	byte[] encrypt(CryptoKey key, Parameters parameters, byte[] data) {
		throw unsupported("encrypt");
	}

	byte[] decrypt(CryptoKey key, Parameters parameters, byte[] data) {
		throw unsupported("decrypt");
	}

	/**
	 * Encrypt a key, which most do as they do with any data.
	 */
	byte[] wrap(CryptoKey key, Parameters parameters, byte[] data) {
		return encrypt(key, parameters, data);
	}

	byte[] unwrap(CryptoKey key, Parameters parameters, byte[] data) {
		return decrypt(key, parameters, data);
	}

	byte[] sign(CryptoKey key, Parameters parameters, byte[] data) {
		throw unsupported("sign");
	}

	boolean verify(CryptoKey key, Parameters parameters, byte[] signature, byte[] data) {
		throw unsupported("verify");
	}

	/**
	 * Derive bits.
	 * @param length how many, or {@code null} for as many as there are
	 */
	byte[] deriveBits(CryptoKey key, Parameters parameters, @Nullable Integer length) {
		throw unsupported("deriveBits");
	}

	/**
	 * How many bits to derive for a key.
	 * @return the number, or {@code null} for as many as there are
	 */
	@Nullable Integer keyLength(Parameters parameters) {
		throw unsupported("deriveKey");
	}

	/**
	 * Make a new key.
	 * @return a secret key, or a public and a private one
	 */
	List<CryptoKey> generateKey(KeyRequest request) {
		throw unsupported("generateKey");
	}

	/**
	 * Read a key.
	 * @return the key, whose extractability and usages the caller sets
	 */
	CryptoKey importKey(KeyFormat format, byte[] data, KeyRequest request) {
		throw unsupported("importKey");
	}

	CryptoKey importJwk(Jwk jwk, KeyRequest request) {
		throw unsupported("importKey as jwk");
	}

	byte[] exportKey(KeyFormat format, CryptoKey key) {
		throw unsupported("exportKey");
	}

	void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		throw unsupported("exportKey as jwk");
	}

	boolean isExportable() {
		return true;
	}

	final CryptoFailure unsupported(String operation) {
		return CryptoFailure.unsupported(this.name + " does not support " + operation);
	}

	final CryptoFailure unsupported(KeyFormat format) {
		return CryptoFailure.unsupported("Keys for " + this.name + " have no format " + format);
	}

}
