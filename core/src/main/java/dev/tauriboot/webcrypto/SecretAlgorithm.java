package dev.tauriboot.webcrypto;

import java.security.SecureRandom;
import java.util.Set;

/**
 * An algorithm whose keys are bytes.
 */
abstract class SecretAlgorithm extends Algorithm {

	private static final SecureRandom random = new SecureRandom();

	private final Set<KeyUsage> usages;

	SecretAlgorithm(String name, Set<KeyUsage> usages) {
		super(name);
		this.usages = usages;
	}

	final Set<KeyUsage> usages() {
		return this.usages;
	}

	static byte[] random(int bits) {
		byte[] bytes = new byte[(bits + 7) / 8];
		random.nextBytes(bytes);
		return Unsigned.firstBits(bytes, bits);
	}

	static byte[] bytes(CryptoKey key) {
		return key.material(byte[].class);
	}

	static CryptoKey secret(KeyAlgorithm algorithm, KeyRequest request, byte[] bytes) {
		return new CryptoKey(CryptoKey.Type.SECRET, request.extractable(), algorithm, request.usages(), bytes);
	}

	@Override
	final CryptoKey importKey(KeyFormat format, byte[] data, KeyRequest request) {
		if (format != KeyFormat.RAW) {
			throw unsupported(format);
		}
		request.requireUsages(this.usages);
		return importBytes(data.clone(), request);
	}

	abstract CryptoKey importBytes(byte[] data, KeyRequest request);

	@Override
	final byte[] exportKey(KeyFormat format, CryptoKey key) {
		if (format != KeyFormat.RAW) {
			throw unsupported(format);
		}
		return bytes(key).clone();
	}

}
