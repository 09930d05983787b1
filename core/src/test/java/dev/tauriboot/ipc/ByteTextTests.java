package dev.tauriboot.ipc;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bytes of a text.
 */
class ByteTextTests {

	@Test
	void lowBitsOfEachCharacterAreAByte() {
		assertThat(ByteText.read("A\u0000\u00ff")).containsExactly('A', 0, 0xff);
		assertThat(ByteText.read("A\uf780\uf7ff\ud800")).containsExactly('A', 0x80, 0xff, 0);
		assertThat(ByteText.read("")).isEmpty();
	}

}
