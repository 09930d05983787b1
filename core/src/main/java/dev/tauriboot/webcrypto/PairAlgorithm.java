package dev.tauriboot.webcrypto;

import java.util.List;
import java.util.Set;

/**
 * An algorithm whose keys come in pairs.
 */
abstract class PairAlgorithm extends Algorithm {

	private final String jwkUse;

	private final Set<KeyUsage> publicUsages;

	private final Set<KeyUsage> privateUsages;

	PairAlgorithm(String name, String jwkUse, Set<KeyUsage> publicUsages, Set<KeyUsage> privateUsages) {
		super(name);
		this.jwkUse = jwkUse;
		this.publicUsages = publicUsages;
		this.privateUsages = privateUsages;
	}

	@Override
	final List<CryptoKey> generateKey(KeyRequest request) {
		if (request.usages()
			.stream()
			.anyMatch((usage) -> !this.publicUsages.contains(usage) && !this.privateUsages.contains(usage))) {
			throw CryptoFailure.syntax("Keys for " + name() + " cannot be used so");
		}
		if (KeyUsage.both(request.usages(), this.privateUsages).isEmpty()) {
			throw CryptoFailure.syntax("The private key must have a usage");
		}
		List<CryptoKey> pair = generatePair(request);
		return List.of(pair.get(0).with(true, KeyUsage.both(request.usages(), this.publicUsages)),
				pair.get(1).with(request.extractable(), KeyUsage.both(request.usages(), this.privateUsages)));
	}

	/**
	 * Make a public key and a private one.
	 */
	abstract List<CryptoKey> generatePair(KeyRequest request);

	CryptoKey key(KeyAlgorithm algorithm, KeyRequest request, Object material, boolean isPrivate) {
		return new CryptoKey(isPrivate ? CryptoKey.Type.PRIVATE : CryptoKey.Type.PUBLIC, request.extractable(),
				algorithm, request.usages(), material);
	}

	@Override
	final CryptoKey importKey(KeyFormat format, byte[] data, KeyRequest request) {
		switch (format) {
			case SPKI -> {
				request.requireUsages(this.publicUsages);
				return importSpki(data, request);
			}
			case PKCS8 -> {
				request.requireUsages(this.privateUsages);
				return importPkcs8(data, request);
			}
			default -> {
				if (!hasRaw()) {
					throw unsupported(format);
				}
				request.requireUsages(this.publicUsages);
				return importPublicBytes(data, request);
			}
		}
	}

	boolean hasRaw() {
		return true;
	}

	abstract CryptoKey importSpki(byte[] data, KeyRequest request);

	abstract CryptoKey importPkcs8(byte[] data, KeyRequest request);

	/**
	 * Read a public key from bytes, which is not asked of one without such a format.
	 */
	CryptoKey importPublicBytes(byte[] data, KeyRequest request) {
		throw unsupported(KeyFormat.RAW);
	}

	@Override
	final CryptoKey importJwk(Jwk jwk, KeyRequest request) {
		boolean isPrivate = jwk.has("d");
		request.requireUsages(isPrivate ? this.privateUsages : this.publicUsages);
		jwk.check(jwkType(), this.jwkUse, request);
		return importJwk(jwk, request, isPrivate);
	}

	abstract String jwkType();

	abstract CryptoKey importJwk(Jwk jwk, KeyRequest request, boolean isPrivate);

	@Override
	final byte[] exportKey(KeyFormat format, CryptoKey key) {
		if (format == KeyFormat.RAW && !hasRaw()) {
			throw unsupported(format);
		}
		key.require((format == KeyFormat.PKCS8) ? CryptoKey.Type.PRIVATE : CryptoKey.Type.PUBLIC);
		return export(format, key);
	}

	abstract byte[] export(KeyFormat format, CryptoKey key);

	static boolean isPrivate(CryptoKey key) {
		return key.type() == CryptoKey.Type.PRIVATE;
	}

}
