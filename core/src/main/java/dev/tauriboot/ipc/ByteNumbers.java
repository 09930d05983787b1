package dev.tauriboot.ipc;

import java.util.function.Function;

import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Bytes in JSON: an array of numbers from 0 to 255.
 *
 * @since 0.1.0
 */
public final class ByteNumbers {

	private ByteNumbers() {
	}

	/**
	 * Write bytes.
	 * @param bytes the bytes
	 * @return what is written as an array, where bytes would become Base64
	 */
	public static int[] of(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		int[] numbers = new int[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			numbers[i] = bytes[i] & 0xFF;
		}
		return numbers;
	}

	/**
	 * Read bytes.
	 * @param array the array
	 * @param refusal what to throw for an element that is no byte
	 * @return the bytes
	 */
	public static byte[] read(JsonNode array, Function<JsonNode, ? extends RuntimeException> refusal) {
		Assert.isTrue(array.isArray(), "'array' must be an array");
		byte[] bytes = new byte[array.size()];
		for (int i = 0; i < bytes.length; i++) {
			JsonNode number = array.get(i);
			if (!number.isIntegralNumber() || !number.canConvertToInt() || (number.intValue() & ~0xFF) != 0) {
				throw refusal.apply(number);
			}
			bytes[i] = (byte) number.intValue();
		}
		return bytes;
	}

}
