package dev.tauriboot.path;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IoErrors}.
 */
class IoErrorsTests {

	@Test
	void typeIsEnough() {
		assertThat(IoErrors.text(new NoSuchFileException("/a/b"))).isEqualTo("No such file or directory (os error 2)");
		assertThat(IoErrors.text(new DirectoryNotEmptyException("/a/b")))
			.isEqualTo("Directory not empty (os error 39)");
	}

	@ParameterizedTest
	@CsvSource({ "Is a directory, 21", "No space left on device, 28", "Directory not empty, 39", "Text file busy, 26",
			"Operation not permitted, 1", "Disk quota exceeded, 122" })
	void reasonIsGivenItsNumber(String reason, int number) {
		String text = reason + " (os error " + number + ")";
		assertThat(IoErrors.text(new IOException(reason))).isEqualTo(text);
		assertThat(IoErrors.text(new FileSystemException("/a/b", null, reason))).isEqualTo(text);
	}

	@Test
	void pathIsNotTold() {
		assertThat(IoErrors.text(new FileSystemException("/a/b", null, "Strange")))
			.isEqualTo("Input/output error (os error 5): Strange");
		assertThat(IoErrors.text(new FileSystemException("/a/b"))).isEqualTo("Input/output error (os error 5)");
	}

}
