package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An algorithm on a curve of FIPS 186: its keys, by RFC 5480, 5915 and 7518.
 */
abstract class EcAlgorithm extends PairAlgorithm {

	private static final byte[] EC = HexFormat.of().parseHex("2a8648ce3d0201");

	EcAlgorithm(String name, String jwkUse, Set<KeyUsage> publicUsages, Set<KeyUsage> privateUsages) {
		super(name, jwkUse, publicUsages, privateUsages);
	}

	@Override
	final List<CryptoKey> generatePair(KeyRequest request) {
		EcCurve curve = EcCurve.of(request.parameters().text("namedCurve"));
		if (curve == null) {
			throw CryptoFailure
				.unsupported("The curve " + request.parameters().text("namedCurve") + " is not supported");
		}
		return CryptoFailure.operation("The keys could not be made", () -> {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(curve.spec());
			KeyPair pair = generator.generateKeyPair();
			ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
			BigInteger number = ((ECPrivateKey) pair.getPrivate()).getS();
			return List.of(key(request, new Material(curve, point, null)),
					key(request, new Material(curve, point, number)));
		});
	}

	private CryptoKey key(KeyRequest request, Material material) {
		return key(KeyAlgorithm.of(name(), material.curve()), request, material, material.number() != null);
	}

	@Override
	final CryptoKey importPublicBytes(byte[] data, KeyRequest request) {
		EcCurve curve = request.curve();
		return key(request, new Material(curve, curve.decode(data), null));
	}

	@Override
	final CryptoKey importSpki(byte[] data, KeyRequest request) {
		EcCurve curve = request.curve();
		Der key = Der.read(data);
		requireCurve(key.enter(Der.SEQUENCE), curve);
		byte[] point = key.bits(Der.BITS);
		key.end();
		return key(request, new Material(curve, curve.decode(point), null));
	}

	@Override
	final CryptoKey importPkcs8(byte[] data, KeyRequest request) {
		EcCurve curve = request.curve();
		Der info = Der.read(data);
		info.content(Der.INTEGER);
		requireCurve(info.enter(Der.SEQUENCE), curve);
		Der key = Der.read(info.content(Der.OCTETS));
		Der.require(Arrays.equals(key.content(Der.INTEGER), new byte[] { 1 }));
		BigInteger number = Unsigned.number(key.content(Der.OCTETS));
		if (key.has(Der.FIRST)) {
			Der.require(Arrays.equals(key.enter(Der.FIRST).content(Der.OID), curve.oid()));
		}
		ECPoint point = curve.publicPoint(number);
		if (key.has(Der.SECOND)) {
			requireSame(point, curve.decode(key.enter(Der.SECOND).bits(Der.BITS)));
		}
		key.end();
		return key(request, new Material(curve, point, number));
	}

	private static void requireCurve(Der algorithm, EcCurve curve) {
		Der.require(Arrays.equals(algorithm.content(Der.OID), EC));
		if (!algorithm.has(Der.OID) || !Arrays.equals(algorithm.content(Der.OID), curve.oid())) {
			throw CryptoFailure.data("The key is not on " + curve);
		}
		algorithm.end();
	}

	private static void requireSame(ECPoint point, ECPoint given) {
		if (!point.equals(given)) {
			throw CryptoFailure.data("The private key and the public one are no pair");
		}
	}

	@Override
	final String jwkType() {
		return "EC";
	}

	@Override
	final CryptoKey importJwk(Jwk jwk, KeyRequest request, boolean isPrivate) {
		EcCurve curve = request.curve();
		if (!curve.toString().equals(jwk.text("crv"))) {
			throw CryptoFailure.data("The crv of the JWK must be " + curve);
		}
		checkJwk(jwk, curve);
		ECPoint point = curve.point(coordinate(jwk, "x", curve), coordinate(jwk, "y", curve));
		BigInteger number = null;
		if (isPrivate) {
			number = coordinate(jwk, "d", curve);
			requireSame(curve.publicPoint(number), point);
		}
		return key(request, new Material(curve, point, number));
	}

	abstract void checkJwk(Jwk jwk, EcCurve curve);

	private static BigInteger coordinate(Jwk jwk, String member, EcCurve curve) {
		byte[] bytes = jwk.bytes(member);
		if (bytes.length != curve.bytes()) {
			throw CryptoFailure.data("The " + member + " of the JWK must be of " + curve.bytes() + " bytes");
		}
		return Unsigned.number(bytes);
	}

	@Override
	final byte[] export(KeyFormat format, CryptoKey key) {
		Material material = key.material(Material.class);
		EcCurve curve = material.curve();
		byte[] point = curve.encode(material.point());
		byte[] algorithm = Der.write(Der.SEQUENCE, Der.write(Der.OID, EC), Der.write(Der.OID, curve.oid()));
		return switch (format) {
			case SPKI -> Der.write(Der.SEQUENCE, algorithm, Der.writeBits(Der.BITS, point));
			case PKCS8 -> Der.write(Der.SEQUENCE, Der.writeInteger(0), algorithm,
					Der.write(Der.OCTETS,
							Der.write(Der.SEQUENCE, Der.writeInteger(1),
									Der.write(Der.OCTETS, Unsigned.bytes(material.secret(), curve.bytes())),
									Der.write(Der.SECOND, Der.writeBits(Der.BITS, point)))));
			default -> point;
		};
	}

	@Override
	final void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		Material material = key.material(Material.class);
		EcCurve curve = material.curve();
		jwk.put("kty", "EC")
			.put("crv", curve.toString())
			.put("x", Unsigned.bytes(material.point().getAffineX(), curve.bytes()))
			.put("y", Unsigned.bytes(material.point().getAffineY(), curve.bytes()));
		if (isPrivate(key)) {
			jwk.put("d", Unsigned.bytes(material.secret(), curve.bytes()));
		}
	}

	/**
	 * A key.
	 *
	 * @param curve its curve
	 * @param point the public point
	 * @param number the private number, or {@code null} in a public key
	 */
	record Material(EcCurve curve, ECPoint point, @Nullable BigInteger number) {

		BigInteger secret() {
			if (this.number == null) {
				throw CryptoFailure.access("The key is not a private one");
			}
			return this.number;
		}

		PublicKey publicKey() throws GeneralSecurityException {
			return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(this.point, this.curve.spec()));
		}

		PrivateKey privateKey() throws GeneralSecurityException {
			return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret(), this.curve.spec()));
		}

	}

}
