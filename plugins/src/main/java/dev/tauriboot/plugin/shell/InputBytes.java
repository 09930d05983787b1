package dev.tauriboot.plugin.shell;

import java.nio.charset.StandardCharsets;

import dev.tauriboot.ipc.ByteNumbers;
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
		return ByteNumbers.read(buffer, (number) -> invalid());
	}

	private static InvokeException invalid() {
		return new InvokeException(
				"invalid args `buffer` for command `stdin_write`: data did not match any variant of untagged enum Buffer");
	}

}
