package dev.tauriboot.ipc;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ByteNumbers}.
 */
class ByteNumbersTests {

	private static byte[] read(String json) {
		return ByteNumbers.read(JsonMapper.shared().readTree(json),
				(element) -> new IllegalStateException(element.toString()));
	}

	@Test
	void everyByteIsReadAsItIsWritten() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		JsonNode numbers = JsonMapper.shared().valueToTree(ByteNumbers.of(bytes));
		assertThat(numbers.get(255).intValue()).isEqualTo(255);
		assertThat(read(numbers.toString())).isEqualTo(bytes);
		assertThat(read("[]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "256", "4294967296", "1.5", "1.0", "\"1\"", "null", "[]" })
	void whatIsNoByteIsRefused(String element) {
		assertThatIllegalStateException().isThrownBy(() -> read("[0," + element + "]")).withMessage(element);
	}

}
