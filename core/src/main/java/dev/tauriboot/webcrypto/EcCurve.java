package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A curve of FIPS 186 over a prime field, and points on it.
 */
enum EcCurve {

	P_256("secp256r1", "ES256", "2a8648ce3d030107"),

	P_384("secp384r1", "ES384", "2b81040022"),

	P_521("secp521r1", "ES512", "2b81040023");

	private static final BigInteger THREE = BigInteger.valueOf(3);

	private final String jwkAlgorithm;

	private final byte[] oid;

	private final ECParameterSpec spec;

	private final BigInteger prime;

	private final int bytes;

	EcCurve(String standardName, String jwkAlgorithm, String oid) {
		this.jwkAlgorithm = jwkAlgorithm;
		this.oid = HexFormat.of().parseHex(oid);
		try {
			AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
			parameters.init(new ECGenParameterSpec(standardName));
			this.spec = parameters.getParameterSpec(ECParameterSpec.class);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The JCE lacks the curve " + standardName, ex);
		}
		this.prime = ((ECFieldFp) this.spec.getCurve().getField()).getP();
		this.bytes = (this.prime.bitLength() + 7) / 8;
	}

	static @Nullable EcCurve of(String name) {
		return Arrays.stream(values()).filter((curve) -> curve.toString().equals(name)).findFirst().orElse(null);
	}

	String jwkAlgorithm() {
		return this.jwkAlgorithm;
	}

	byte[] oid() {
		return this.oid;
	}

	ECParameterSpec spec() {
		return this.spec;
	}

	/**
	 * How many bytes a coordinate has.
	 */
	int bytes() {
		return this.bytes;
	}

	/**
	 * A point by its coordinates.
	 * @throws CryptoFailure a {@code DataError} if it is not on the curve
	 */
	ECPoint point(BigInteger x, BigInteger y) {
		if (x.compareTo(this.prime) >= 0 || y.compareTo(this.prime) >= 0
				|| !y.modPow(BigInteger.TWO, this.prime).equals(ySquared(x))) {
			throw CryptoFailure.data("The key is no point on " + this);
		}
		return new ECPoint(x, y);
	}

	private BigInteger ySquared(BigInteger x) {
		EllipticCurve curve = this.spec.getCurve();
		return x.modPow(THREE, this.prime).add(curve.getA().multiply(x)).add(curve.getB()).mod(this.prime);
	}

	/**
	 * A point as SEC 1 writes it, compressed or not.
	 */
	ECPoint decode(byte[] point) {
		int head = (point.length > 0) ? point[0] : 0;
		if (head == 4 && point.length == 1 + 2 * this.bytes) {
			return point(Unsigned.number(Arrays.copyOfRange(point, 1, 1 + this.bytes)),
					Unsigned.number(Arrays.copyOfRange(point, 1 + this.bytes, point.length)));
		}
		if ((head == 2 || head == 3) && point.length == 1 + this.bytes) {
			BigInteger x = Unsigned.number(Arrays.copyOfRange(point, 1, point.length));
			// All three primes are 3 modulo 4.
			BigInteger y = ySquared(x).modPow(this.prime.add(BigInteger.ONE).shiftRight(2), this.prime);
			return point(x, (y.testBit(0) == (head == 3)) ? y : this.prime.subtract(y));
		}
		throw CryptoFailure.data("The key is no point on " + this);
	}

	byte[] encode(ECPoint point) {
		byte[] encoded = new byte[1 + 2 * this.bytes];
		encoded[0] = 4;
		System.arraycopy(Unsigned.bytes(point.getAffineX(), this.bytes), 0, encoded, 1, this.bytes);
		System.arraycopy(Unsigned.bytes(point.getAffineY(), this.bytes), 0, encoded, 1 + this.bytes, this.bytes);
		return encoded;
	}

	/**
	 * The public point of a private number, which the JCE does not tell.
	 */
	ECPoint publicPoint(BigInteger number) {
		if (number.signum() == 0 || number.compareTo(this.spec.getOrder()) >= 0) {
			throw CryptoFailure.data("The key is not in the range of " + this);
		}
		ECPoint sum = ECPoint.POINT_INFINITY;
		ECPoint power = this.spec.getGenerator();
		for (int i = 0; i < number.bitLength(); i++) {
			if (number.testBit(i)) {
				sum = add(sum, power);
			}
			power = add(power, power);
		}
		return sum;
	}

	private ECPoint add(ECPoint one, ECPoint other) {
		if (one.equals(ECPoint.POINT_INFINITY)) {
			return other;
		}
		BigInteger x = one.getAffineX();
		BigInteger y = one.getAffineY();
		BigInteger slope;
		if (one.equals(other)) {
			slope = x.multiply(x)
				.multiply(THREE)
				.add(this.spec.getCurve().getA())
				.multiply(y.shiftLeft(1).modInverse(this.prime));
		}
		else {
			slope = other.getAffineY().subtract(y).multiply(other.getAffineX().subtract(x).modInverse(this.prime));
		}
		BigInteger sumX = slope.multiply(slope).subtract(x).subtract(other.getAffineX()).mod(this.prime);
		return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(this.prime));
	}

	@Override
	public String toString() {
		return name().replace('_', '-');
	}

}
