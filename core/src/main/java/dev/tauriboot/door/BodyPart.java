package dev.tauriboot.door;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a body a request brings: {@code 0/20000000} is the first of a body of
 * that many bytes.
 *
 * @param from where in the body it begins
 * @param length the bytes of the whole body
 * @since 0.1.0
 */
public record BodyPart(int from, int length) {

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})/(\\d{1,10})");

	/**
	 * Read where a part begins and how long the whole is.
	 * @param text two numbers with a slash between them
	 * @param limit the most bytes a body may have
	 * @return the part
	 * @throws IllegalArgumentException if the text is anything else
	 * @throws org.springframework.core.io.buffer.DataBufferLimitException if the body is
	 * larger
	 */
	public static BodyPart parse(String text, int limit) {
		Matcher numbers = NUMBERS.matcher(text);
		if (!numbers.matches()) {
			throw new IllegalArgumentException("the part of the body must be two numbers");
		}
		long length = Long.parseLong(numbers.group(2));
		if (length > limit) {
			throw BodyCollector.tooLarge(limit);
		}
		return new BodyPart(Integer.parseInt(numbers.group(1)), (int) length);
	}

	/**
	 * Make sure that a part follows what has come of its body.
	 * @param count how many bytes have come
	 * @param bytes how many the part has
	 * @throws IllegalArgumentException if it does not, or if it is too long
	 */
	public void checkFollows(int count, int bytes) {
		if (this.from != count || bytes > this.length - this.from) {
			throw new IllegalArgumentException("the part of the body is not the next");
		}
	}

}
