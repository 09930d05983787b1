package dev.tauriboot.plugin.net;

import org.springframework.util.Assert;

/**
 * One header of a request or response; repeated names are several headers.
 *
 * @param name the name, in the case it has on the wire
 * @param value the value, each character a byte
 * @since 0.1.0
 */
public record HttpHeader(String name, String value) {

	private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";

	private static final int LAST_BYTE = 0xFF;

	public HttpHeader {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Whether the header can be sent as it is.
	 * @return {@code false} if the name is no token or the value would end the line
	 */
	public boolean isValid() {
		return isToken(this.name) && isLine(this.value);
	}

	static boolean isToken(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= ' ' || c >= 0x7F || SEPARATORS.indexOf(c) >= 0) {
				return false;
			}
		}
		return !text.isEmpty();
	}

	private static boolean isLine(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < ' ' && c != '\t') || c == 0x7F || c > LAST_BYTE) {
				return false;
			}
		}
		return true;
	}

}
