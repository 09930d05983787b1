package dev.tauriboot.webcrypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * AES as a stream, SP 800-38A. The JCE counts with all bits of the block, a page says
 * with how many.
 */
final class AesCtr extends AesAlgorithm {

	AesCtr() {
		super("AES-CTR", DATA);
	}

	@Override
	byte[] encrypt(CryptoKey key, Parameters parameters, byte[] data) {
		byte[] block = block(parameters, "counter");
		int bits = (int) parameters.number("length");
		if (bits == 0 || bits > 128) {
			throw CryptoFailure.operation("The length of the counter must be 1 to 128");
		}
		BigInteger count = BigInteger.ONE.shiftLeft(bits);
		BigInteger blocks = BigInteger.valueOf((data.length + BLOCK - 1) / BLOCK);
		if (blocks.compareTo(count) > 0) {
			throw CryptoFailure.operation("The counter would come round to where it began");
		}
		BigInteger start = Unsigned.number(block);
		BigInteger counter = start.mod(count);
		BigInteger untilZero = count.subtract(counter);
		return CryptoFailure.operation("The data could not be processed", () -> {
			if (untilZero.compareTo(blocks) >= 0) {
				return run(key, block, data, 0, data.length);
			}
			int first = untilZero.intValueExact() * BLOCK;
			byte[] result = run(key, block, data, 0, first);
			byte[] rest = run(key, Unsigned.bytes(start.subtract(counter), BLOCK), data, first, data.length - first);
			byte[] all = new byte[data.length];
			System.arraycopy(result, 0, all, 0, first);
			System.arraycopy(rest, 0, all, first, rest.length);
			return all;
		});
	}

	private static byte[] run(CryptoKey key, byte[] counter, byte[] data, int from, int count)
			throws GeneralSecurityException {
		return cipher("AES/CTR/NoPadding", Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter)).doFinal(data, from,
				count);
	}

	@Override
	byte[] decrypt(CryptoKey key, Parameters parameters, byte[] data) {
		return encrypt(key, parameters, data);
	}

}
