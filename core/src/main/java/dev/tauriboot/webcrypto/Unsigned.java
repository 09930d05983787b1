package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Numbers without a sign, and bits at the beginning of bytes.
 */
final class Unsigned {

	private Unsigned() {
	}

	static BigInteger number(byte[] bytes) {
		return new BigInteger(1, bytes);
	}

	/**
	 * A number in as few bytes as it needs.
	 */
	static byte[] bytes(BigInteger number) {
		return bytes(number, Math.max(1, (number.bitLength() + 7) / 8));
	}

	/**
	 * A number in so many bytes.
	 */
	static byte[] bytes(BigInteger number, int length) {
		byte[] bytes = number.toByteArray();
		byte[] result = new byte[length];
		int count = Math.min(bytes.length, length);
		System.arraycopy(bytes, bytes.length - count, result, length - count, count);
		return result;
	}

	/**
	 * The first bits, with zeros up to a whole byte.
	 */
	static byte[] firstBits(byte[] bytes, int bits) {
		byte[] first = Arrays.copyOf(bytes, (bits + 7) / 8);
		if (bits % 8 != 0) {
			first[first.length - 1] &= (byte) (0xff << (8 - bits % 8));
		}
		return first;
	}

}
