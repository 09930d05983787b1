package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Set;

/**
 * An algorithm with RSA: its keys, by RFC 8017 and 7518.
 */
abstract class RsaAlgorithm extends PairAlgorithm {

	private static final String NOT_READ = "The key could not be read";

	RsaAlgorithm(String name, String jwkUse, Set<KeyUsage> publicUsages, Set<KeyUsage> privateUsages) {
		super(name, jwkUse, publicUsages, privateUsages);
	}

	@Override
	final List<CryptoKey> generatePair(KeyRequest request) {
		Parameters parameters = request.parameters();
		int length = Parameters.bits(parameters.number("modulusLength"));
		BigInteger exponent = Unsigned.number(parameters.bytes("publicExponent"));
		return CryptoFailure.operation("The keys could not be made", () -> {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(new RSAKeyGenParameterSpec(length, exponent));
			KeyPair pair = generator.generateKeyPair();
			return List.of(key(request, (RSAPublicKey) pair.getPublic(), exponent),
					key(request, (RSAPrivateCrtKey) pair.getPrivate(), exponent));
		});
	}

	private CryptoKey key(KeyRequest request, RSAKey material, BigInteger exponent) {
		return key(new KeyAlgorithm(name(), material.getModulus().bitLength(), request.parameters().hash(), null,
				exponent), request, material, material instanceof RSAPrivateCrtKey);
	}

	@Override
	final boolean hasRaw() {
		return false;
	}

	private static KeyFactory factory() throws GeneralSecurityException {
		return KeyFactory.getInstance("RSA");
	}

	@Override
	final CryptoKey importSpki(byte[] data, KeyRequest request) {
		RSAPublicKey key = CryptoFailure.data(NOT_READ,
				() -> (RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(data)));
		return key(request, key, key.getPublicExponent());
	}

	@Override
	final CryptoKey importPkcs8(byte[] data, KeyRequest request) {
		PrivateKey key = CryptoFailure.data(NOT_READ, () -> factory().generatePrivate(new PKCS8EncodedKeySpec(data)));
		if (!(key instanceof RSAPrivateCrtKey complete)) {
			throw CryptoFailure.data(NOT_READ);
		}
		return importPrivate(complete, request);
	}

	private CryptoKey importPrivate(RSAPrivateCrtKey key, KeyRequest request) {
		if (key.getPrimeP().bitLength() < 2 || key.getPrimeQ().bitLength() < 2 || !isConsistent(key)) {
			throw CryptoFailure.data("The numbers of the key do not belong together");
		}
		return key(request, key, key.getPublicExponent());
	}

	private static boolean isConsistent(RSAPrivateCrtKey key) {
		BigInteger p = key.getPrimeP();
		BigInteger q = key.getPrimeQ();
		BigInteger lessP = p.subtract(BigInteger.ONE);
		BigInteger lessQ = q.subtract(BigInteger.ONE);
		BigInteger product = key.getPrivateExponent().multiply(key.getPublicExponent());
		return p.multiply(q).equals(key.getModulus()) && product.mod(lessP).equals(BigInteger.ONE)
				&& product.mod(lessQ).equals(BigInteger.ONE)
				&& key.getPrimeExponentP().equals(key.getPrivateExponent().mod(lessP))
				&& key.getPrimeExponentQ().equals(key.getPrivateExponent().mod(lessQ))
				&& key.getCrtCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
	}

	@Override
	final String jwkType() {
		return "RSA";
	}

	/**
	 * What a JWK calls the algorithm with a hash.
	 */
	abstract String jwkAlgorithm(Hash hash);

	@Override
	final CryptoKey importJwk(Jwk jwk, KeyRequest request, boolean isPrivate) {
		jwk.checkAlgorithm(jwkAlgorithm(request.parameters().hash()));
		BigInteger modulus = jwk.number("n");
		BigInteger exponent = jwk.number("e");
		if (!isPrivate) {
			return key(request,
					CryptoFailure.data(NOT_READ,
							() -> (RSAPublicKey) factory().generatePublic(new RSAPublicKeySpec(modulus, exponent))),
					exponent);
		}
		if (jwk.has("oth")) {
			throw CryptoFailure.unsupported("Keys of more than two primes are not supported");
		}
		RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(modulus, exponent, jwk.number("d"), jwk.number("p"),
				jwk.number("q"), jwk.number("dp"), jwk.number("dq"), jwk.number("qi"));
		return importPrivate(CryptoFailure.data(NOT_READ, () -> (RSAPrivateCrtKey) factory().generatePrivate(spec)),
				request);
	}

	@Override
	final byte[] export(KeyFormat format, CryptoKey key) {
		return isPrivate(key) ? key.material(RSAPrivateCrtKey.class).getEncoded()
				: key.material(RSAPublicKey.class).getEncoded();
	}

	@Override
	final void exportJwk(CryptoKey key, Jwk.Writer jwk) {
		jwk.put("kty", "RSA").put("alg", jwkAlgorithm(key.algorithm().requiredHash()));
		if (!isPrivate(key)) {
			RSAPublicKey material = key.material(RSAPublicKey.class);
			jwk.put("n", material.getModulus()).put("e", material.getPublicExponent());
			return;
		}
		RSAPrivateCrtKey material = key.material(RSAPrivateCrtKey.class);
		jwk.put("n", material.getModulus())
			.put("e", material.getPublicExponent())
			.put("d", material.getPrivateExponent())
			.put("p", material.getPrimeP())
			.put("q", material.getPrimeQ())
			.put("dp", material.getPrimeExponentP())
			.put("dq", material.getPrimeExponentQ())
			.put("qi", material.getCrtCoefficient());
	}

}
