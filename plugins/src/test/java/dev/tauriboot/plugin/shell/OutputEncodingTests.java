package dev.tauriboot.plugin.shell;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.tauriboot.ipc.InvokeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OutputEncoding} and {@link EncodingLabels}.
 */
class OutputEncodingTests {

	// row 155
	@ParameterizedTest
	@CsvSource({ "gbk, c4e3bac3, 你好", "GB2312, c4e3bac3, 你好", "gbk, 8139ef30, 㐁", "latin1, 80e9, €é",
			"' ISO-8859-1 ', 8c, Œ", "ascii, e9, é", "iso-8859-9, 80, €", "shift_jis, 82a0, あ", "big5, a741, 你",
			"euc-kr, b0a1, 가", "euc-jp, a4a2, あ", "koi8-r, c1, а", "macintosh, 8e, é", "x-mac-cyrillic, 80, А",
			"iso-8859-8-i, e0, א", "windows-874, a1, ก", "utf-8, efbbbf61, a", "utf-8, 61ff62, a\uFFFDb",
			"utf-16, fffe6100, a", "utf-16be, 0061, a", "x-user-defined, 41ff, A\uF7FF" })
	void labelsMeanWhatTheyDoOnTheWeb(String label, String bytes, String text) throws CharacterCodingException {
		assertThat(OutputEncoding.of(label).decode(HexFormat.of().parseHex(bytes))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nope", "", "IBM500", "RAW", "replacement" })
	void unknownLabelIsRejected(String label) {
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> OutputEncoding.of(label))
			.withMessage("unknown encoding " + label);
	}

	@Test
	void rawOutputIsNumbers() throws CharacterCodingException {
		assertThat(OutputEncoding.of("raw").decode(new byte[] { 0, 127, -128, -1 }))
			.isEqualTo(new int[] { 0, 127, 128, 255 });
	}

	// row 156
	@ParameterizedTest
	@CsvSource({ "61ff, invalid utf-8 sequence of 1 bytes from index 1",
			"c328, invalid utf-8 sequence of 1 bytes from index 0",
			"61e282, incomplete utf-8 byte sequence from index 1",
			"e28262, invalid utf-8 sequence of 2 bytes from index 0",
			"efbbbf61c0, invalid utf-8 sequence of 1 bytes from index 4" })
	void mistakesAreReported(String bytes, String message) {
		assertThatExceptionOfType(CharacterCodingException.class)
			.isThrownBy(() -> OutputEncoding.of(null).decode(HexFormat.of().parseHex(bytes)))
			.withMessage(message);
	}

	@Test
	void textWithoutMistakesIsRead() throws CharacterCodingException {
		assertThat(OutputEncoding.of(null).decode("ü€😀\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("ü€😀\n");
		assertThat(OutputEncoding.of(null).decode(new byte[0])).isEqualTo("");
	}

}
