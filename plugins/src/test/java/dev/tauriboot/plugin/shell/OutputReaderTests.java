package dev.tauriboot.plugin.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutputReader}. Chunks are what a program writes at once.
 */
class OutputReaderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a_b_|a_,b_", "a_b|a_,b", "a,b_|ab_", "10%r20%r|10%r,20%r", "ar,_b|ar,_,b",
			"ar_b_|ar_,b_", "arb_|arb_", "_|_", "__|_,_" })
	void linesKeepTheirEnds(String chunks, String lines) throws IOException {
		List<String> read = read(true, 100, chunks.split(","));
		assertThat(read.stream().map((line) -> line.replace('\n', '_').replace('\r', 'r')))
			.containsExactly(lines.split(","));
	}

	// row 163
	@Test
	void lastLineNeedsNoEnd() throws IOException {
		assertThat(read(true, 100, "one_two")).containsExactly("one\n", "two");
	}

	@Test
	void lineWithoutEndComesInParts() throws IOException {
		List<String> read = read(true, 10_000, "x".repeat(25_000) + "_y");
		assertThat(read).extracting(String::length).containsExactly(10_000, 10_000, 5_001, 1);
	}

	@Test
	void rawOutputComesAsItIs() throws IOException {
		assertThat(read(false, 100, "a_b", "c")).containsExactly("a\nb", "c");
	}

	@Test
	void nothingIsNoLine() throws IOException {
		assertThat(read(true, 100)).isEmpty();
	}

	private static List<String> read(boolean lines, int limit, String... chunks) throws IOException {
		List<InputStream> streams = Arrays.stream(chunks)
			.map((chunk) -> chunk.replace('_', '\n').replace('r', '\r').getBytes(StandardCharsets.UTF_8))
			.<InputStream>map(ByteArrayInputStream::new)
			.toList();
		OutputReader reader = new OutputReader(new SequenceInputStream(Collections.enumeration(streams)), lines, limit);
		List<String> read = new ArrayList<>();
		for (byte[] bytes = reader.next(); bytes != null; bytes = reader.next()) {
			read.add(new String(bytes, StandardCharsets.UTF_8));
		}
		return read;
	}

}
