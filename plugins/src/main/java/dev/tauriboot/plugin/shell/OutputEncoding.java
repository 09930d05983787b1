package dev.tauriboot.plugin.shell;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.ipc.ByteNumbers;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;

/**
 * How a page wants to read what a program writes.
 */
final class OutputEncoding {

	private static final String RAW = "raw";

	private static final OutputEncoding BYTES = new OutputEncoding(RAW, null);

	private static final OutputEncoding STRICT = new OutputEncoding(null, null);

	private final @Nullable String name;

	private final @Nullable Charset charset;

	private OutputEncoding(@Nullable String name, @Nullable Charset charset) {
		this.name = name;
		this.charset = charset;
	}

	/**
	 * Find an encoding.
	 * @param label {@code null} for UTF-8 without mistakes, {@code raw} for bytes, or a
	 * label of the Encoding Standard
	 * @throws InvokeException if nothing has that label
	 */
	static OutputEncoding of(@Nullable String label) {
		if (label == null) {
			return STRICT;
		}
		if (label.equals(RAW)) {
			return BYTES;
		}
		String charset = EncodingLabels.charset(label);
		if (charset == null) {
			throw new InvokeException("unknown encoding " + label);
		}
		return new OutputEncoding(charset,
				charset.equals(EncodingLabels.USER_DEFINED) ? null : Charset.forName(charset));
	}

	boolean isRaw() {
		return this == BYTES;
	}

	/**
	 * What a page gets for some output.
	 * @return a text, or numbers for bytes
	 * @throws CharacterCodingException if it is not UTF-8 where it must be, with a
	 * message for the page
	 */
	Object decode(byte[] output) throws CharacterCodingException {
		if (isRaw()) {
			return ByteNumbers.of(output);
		}
		if (this.name == null) {
			return strict(output);
		}
		if (this.charset == null) {
			return userDefined(output);
		}
		return withoutMark(this.charset.decode(ByteBuffer.wrap(output)).toString());
	}

	private static String userDefined(byte[] output) {
		StringBuilder text = new StringBuilder(output.length);
		for (byte each : output) {
			text.append((char) ((each < 0) ? 0xF700 + (each & 0xFF) : each));
		}
		return text.toString();
	}

	private String withoutMark(String text) {
		boolean unicode = this.charset != null && this.charset.name().startsWith("UTF-");
		return (unicode && !text.isEmpty() && text.charAt(0) == '\uFEFF') ? text.substring(1) : text;
	}

	private static String strict(byte[] output) throws CharacterCodingException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer in = ByteBuffer.wrap(output);
		CharBuffer out = CharBuffer.allocate(output.length);
		CoderResult result = decoder.decode(in, out, false);
		if (result.isError()) {
			throw new InvalidTextException(
					"invalid utf-8 sequence of %d bytes from index %d".formatted(result.length(), in.position()));
		}
		if (in.hasRemaining()) {
			throw new InvalidTextException("incomplete utf-8 byte sequence from index " + in.position());
		}
		return out.flip().toString();
	}

	/**
	 * Says where a text has a mistake.
	 */
	private static final class InvalidTextException extends CharacterCodingException {

		private final String message;

		InvalidTextException(String message) {
			this.message = message;
		}

		@Override
		public String getMessage() {
			return this.message;
		}

	}

}
