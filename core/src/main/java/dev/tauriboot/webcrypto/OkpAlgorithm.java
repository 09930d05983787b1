package dev.tauriboot.webcrypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An algorithm on Curve25519: its keys, by RFC 8410 and 8037.
 */
abstract class OkpAlgorithm extends PairAlgorithm {

	private static final int BYTES = 32;

	private final byte[] oid;

	OkpAlgorithm(String name, String oid, String jwkUse, Set<KeyUsage> publicUsages, Set<KeyUsage> privateUsages) {
		super(name, jwkUse, publicUsages, privateUsages);
		this.oid = HexFormat.of().parseHex(oid);
	}

	@Override
	final List<CryptoKey> generatePair(KeyRequest request) {
		byte[] secret = SecretAlgorithm.random(BYTES * 8);
		byte[] point = publicBytes(secret);
		return List.of(key(request, new Material(point, null)), key(request, new Material(point, secret)));
	}

	private CryptoKey key(KeyRequest request, Material material) {
		return key(KeyAlgorithm.of(name()), request, material, material.secret() != null);
	}

	// The JCE gives out the public part only when it makes a key, and takes as the
	// private one so many random bytes.
	private byte[] publicBytes(byte[] secret) {
		return CryptoFailure.operation("The public key could not be made", () -> {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(name(), "SunEC");
			generator.initialize(BYTES * 8 - 1, new Known(secret));
			byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
			return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
		});
	}

	@Override
	final CryptoKey importPublicBytes(byte[] data, KeyRequest request) {
		Der.require(data.length == BYTES);
		return key(request, new Material(data.clone(), null));
	}

	@Override
	final CryptoKey importSpki(byte[] data, KeyRequest request) {
		Der key = Der.read(data);
		requireAlgorithm(key.enter(Der.SEQUENCE));
		byte[] point = key.bits(Der.BITS);
		key.end();
		return importPublicBytes(point, request);
	}

	@Override
	final CryptoKey importPkcs8(byte[] data, KeyRequest request) {
		Der info = Der.read(data);
		info.content(Der.INTEGER);
		requireAlgorithm(info.enter(Der.SEQUENCE));
		Der key = info.enter(Der.OCTETS);
		byte[] secret = key.content(Der.OCTETS);
		key.end();
		if (info.has(Der.FIRST)) {
			info.content(Der.FIRST);
		}
		byte[] point = info.has(Der.SECOND_BITS) ? info.bits(Der.SECOND_BITS) : null;
		info.end();
		return importSecret(secret, point, request);
	}

	private CryptoKey importSecret(byte[] secret, byte @Nullable [] given, KeyRequest request) {
		Der.require(secret.length == BYTES);
		byte[] point = publicBytes(secret);
		if (given != null && !Arrays.equals(point, given)) {
			throw CryptoFailure.data("The private key and the public one are no pair");
		}
		return key(request, new Material(point, secret));
	}

	private void requireAlgorithm(Der algorithm) {
		if (!Arrays.equals(algorithm.content(Der.OID), this.oid)) {
			throw CryptoFailure.data("The key is not for " + name());
		}
		algorithm.end();
	}

	@Override
	final String jwkType() {
		return "OKP";
	}

	@Override
	final CryptoKey importJwk(Jwk jwk, KeyRequest request, boolean isPrivate) {
		if (!name().equals(jwk.text("crv"))) {
			throw CryptoFailure.data("The crv of the JWK must be " + name());
		}
		checkJwk(jwk);
		byte[] point = jwk.bytes("x");
		return isPrivate ? importSecret(jwk.bytes("d"), point, request) : importPublicBytes(point, request);
	}

	abstract void checkJwk(Jwk jwk);

	@Override
	final byte[] export(KeyFormat format, CryptoKey key) {
		Material material = key.material(Material.class);
		return switch (format) {
			case SPKI -> spki(material);
			case PKCS8 -> pkcs8(material);
			default -> material.point().clone();
		};
	}

	private byte[] spki(Material material) {
		return Der.write(Der.SEQUENCE, Der.write(Der.SEQUENCE, Der.write(Der.OID, this.oid)),
				Der.writeBits(Der.BITS, material.point()));
	}

	private byte[] pkcs8(Material material) {
		return Der.write(Der.SEQUENCE, Der.writeInteger(0), Der.write(Der.SEQUENCE, Der.write(Der.OID, this.oid)),
				Der.write(Der.OCTETS, Der.write(Der.OCTETS, material.requiredSecret())));
	}

	PublicKey publicKey(CryptoKey key) throws GeneralSecurityException {
		return KeyFactory.getInstance(name())
			.generatePublic(new X509EncodedKeySpec(spki(key.material(Material.class))));
	}

	PrivateKey privateKey(CryptoKey key) throws GeneralSecurityException {
		return KeyFactory.getInstance(name())
			.generatePrivate(new PKCS8EncodedKeySpec(pkcs8(key.material(Material.class))));
	}

	@Override
	final void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		Material material = key.material(Material.class);
		jwk.put("kty", "OKP").put("crv", name()).put("x", material.point());
		if (isPrivate(key)) {
			jwk.put("d", material.requiredSecret());
		}
	}

	/**
	 * A key.
	 *
	 * @param point the public part
	 * @param secret the private part, or {@code null} in a public key
	 */
	record Material(byte[] point, byte @Nullable [] secret) {

		byte[] requiredSecret() {
			if (this.secret == null) {
				throw CryptoFailure.access("The key is not a private one");
			}
			return this.secret;
		}

	}

	/**
	 * Gives bytes that are known.
	 */
	private static final class Known extends SecureRandom {

		private static final long serialVersionUID = 1L;

		private final byte[] known;

		Known(byte[] known) {
			this.known = known;
		}

		@Override
		public void nextBytes(byte[] bytes) {
			System.arraycopy(this.known, 0, bytes, 0, bytes.length);
		}

	}

}
