package dev.tauriboot.plugin.shell;

import java.nio.charset.StandardCharsets;

import dev.tauriboot.ipc.InvokeException;
import tools.jackson.databind.JsonNode;

/**
 * What a page writes to a program: a text, or bytes as numbers.
 */
final class InputBytes {

	private InputBytes() {
	}

	static byte[] of(JsonNode buffer) {
		if (buffer.isString()) {
			return buffer.stringValue().getBytes(StandardCharsets.UTF_8);
		}
		if (!buffer.isArray()) {
			throw invalid();
		}
		byte[] bytes = new byte[buffer.size()];
		for (int i = 0; i < bytes.length; i++) {
			JsonNode number = buffer.get(i);
			if (!number.isIntegralNumber() || !number.canConvertToInt() || (number.intValue() & ~0xFF) != 0) {
				throw invalid();
			}
			bytes[i] = (byte) number.intValue();
		}
		return bytes;
	}

	private static InvokeException invalid() {
		return new InvokeException(
				"invalid args `buffer` for command `stdin_write`: data did not match any variant of untagged enum Buffer");
	}

}
