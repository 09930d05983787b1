package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hash, and what else bears its name.
 */
enum Hash {

	SHA_1(1, 160, 512), SHA_256(256, 256, 512), SHA_384(384, 384, 1024), SHA_512(512, 512, 1024);

	private final int number;

	private final int bits;

	private final int blockBits;

	Hash(int number, int bits, int blockBits) {
		this.number = number;
		this.bits = bits;
		this.blockBits = blockBits;
	}

	static Hash of(String name) {
		return valueOf(name.replace('-', '_'));
	}

	/**
	 * The part of JWK algorithms and of the JCE's names that stands for the hash.
	 */
	int number() {
		return this.number;
	}

	int bytes() {
		return this.bits / 8;
	}

	int blockBits() {
		return this.blockBits;
	}

	byte[] digest(byte[] data) {
		return CryptoFailure.operation("The data could not be hashed",
				() -> MessageDigest.getInstance(toString()).digest(data));
	}

	/**
	 * HMAC with a key, which may be empty: it is padded with zeros in any case.
	 */
	Mac mac(byte[] key) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA" + this.number);
		mac.init(new SecretKeySpec((key.length != 0) ? key : new byte[1], "RAW"));
		return mac;
	}

	MGF1ParameterSpec mgf1() {
		return new MGF1ParameterSpec(toString());
	}

	@Override
	public String toString() {
		return name().replace('_', '-');
	}

}
