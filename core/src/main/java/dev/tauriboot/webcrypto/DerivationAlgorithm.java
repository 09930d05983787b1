package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.util.EnumSet;

import org.jspecify.annotations.Nullable;

/**
 * An algorithm that makes keys of secrets. The secrets cannot be exported.
 */
abstract class DerivationAlgorithm extends SecretAlgorithm {

	DerivationAlgorithm(String name) {
		super(name, EnumSet.of(KeyUsage.DERIVE_KEY, KeyUsage.DERIVE_BITS));
	}

	@Override
	final byte[] deriveBits(CryptoKey key, Parameters parameters, @Nullable Integer length) {
		if (length == null || length % 8 != 0) {
			throw CryptoFailure.operation("The length must be given, and a multiple of 8");
		}
		return CryptoFailure.operation("The bits could not be derived",
				() -> derive(bytes(key), parameters, length / 8));
	}

	abstract byte[] derive(byte[] secret, Parameters parameters, int length) throws GeneralSecurityException;

	@Override
	final @Nullable Integer keyLength(Parameters parameters) {
		return null;
	}

	@Override
	final CryptoKey importBytes(byte[] data, KeyRequest request) {
		if (request.extractable()) {
			throw CryptoFailure.syntax("Such a key cannot be extractable");
		}
		return secret(KeyAlgorithm.of(name()), request, data);
	}

	@Override
	final boolean isExportable() {
		return false;
	}

}
