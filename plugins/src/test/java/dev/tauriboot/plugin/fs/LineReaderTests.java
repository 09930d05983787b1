package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineReader}.
 */
class LineReaderTests {

	@TempDir
	private Path folder;

	private List<String> lines(byte[] content, String encoding, Charset charset) throws IOException {
		Path file = Files.write(this.folder.resolve("file"), content);
		List<String> lines = new ArrayList<>();
		try (LineReader reader = new LineReader(RegularFiles.openToRead(file), encoding)) {
			for (byte[] line = reader.next(); line != null; line = reader.next()) {
				assertThat(line[line.length - 1]).isZero();
				lines.add(new String(line, 0, line.length - 1, charset));
			}
			assertThat(reader.next()).isNull();
		}
		return lines;
	}

	@ParameterizedTest
	@CsvSource({ "utf-8, UTF-8", "windows-1252, windows-1252", "utf-16le, UTF-16LE", "utf-16be, UTF-16BE",
			"UTF-16, UTF-16LE" })
	void linesOfAnyLength(String encoding, String charset) throws IOException {
		List<String> expected = new ArrayList<>();
		for (int length : new int[] { 0, 1, 32_766, 32_767, 32_768, 65_535, 65_536, 65_537, 3, 200_001, 0, 7 }) {
			expected.add("é".repeat(length % 3) + "x".repeat(length - length % 3));
		}
		Charset known = Charset.forName(charset);
		for (String end : List.of("\n", "\r\n")) {
			byte[] content = (String.join(end, expected) + end).getBytes(known);
			assertThat(lines(content, encoding, known)).isEqualTo(expected);
			assertThat(lines(String.join(end, expected).getBytes(known), encoding, known)).isEqualTo(expected);
		}
	}

	@Test
	void carriageReturnAtTheEndStays() throws IOException {
		assertThat(lines("a\r\nb\r".getBytes(StandardCharsets.UTF_8), "utf-8", StandardCharsets.UTF_8))
			.containsExactly("a", "b\r");
	}

	@Test
	void halfACharacterAtTheEndStays() throws IOException {
		assertThat(lines(new byte[] { 'a', 0, '\n', 0, 'b' }, "utf-16le", StandardCharsets.ISO_8859_1))
			.containsExactly("a\0", "b");
		assertThat(lines(new byte[] { 'a', 0, 'b' }, "utf-16le", StandardCharsets.ISO_8859_1)).containsExactly("a\0b");
	}

}
