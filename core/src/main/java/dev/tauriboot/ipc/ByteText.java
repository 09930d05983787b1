package dev.tauriboot.ipc;

import org.springframework.util.Assert;

/**
 * Bytes in a text of a script: one character for each, whose low eight bits are the byte.
 * The engine makes and hands over such a text faster than Base64, whatever the other bits
 * are.
 *
 * @since 0.1.0
 */
public final class ByteText {

	private ByteText() {
	}

	/**
	 * Read bytes.
	 * @param text the text
	 * @return as many bytes as it has characters
	 */
	@SuppressWarnings("deprecation") // as it drops the high bits, which is what is wanted
	public static byte[] read(String text) {
		Assert.notNull(text, "'text' must not be null");
		byte[] bytes = new byte[text.length()];
		text.getBytes(0, bytes.length, bytes, 0);
		return bytes;
	}

}
