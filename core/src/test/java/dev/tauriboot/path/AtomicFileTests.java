package dev.tauriboot.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link AtomicFile}.
 */
class AtomicFileTests {

	@TempDir
	private Path folder;

	@Test
	void createsFileAndFolders() throws IOException {
		Path file = this.folder.resolve("a/b/file.txt");
		write(file, "one");
		assertThat(file).hasContent("one");
		write(file, "two");
		assertThat(file).hasContent("two");
		assertOnly(file);
	}

	@Test
	void fileStaysWhenWritingFails() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file.txt"), "whole");
		assertThatIOException().isThrownBy(() -> AtomicFile.write(file, (stream) -> {
			stream.write(new byte[1 << 20]);
			throw new IOException("No space left on device");
		}));
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> AtomicFile.write(file, (stream) -> {
			stream.write(new byte[1 << 20]);
			throw new OutOfMemoryError("test");
		}));
		assertThat(file).hasContent("whole");
		assertOnly(file);
	}

	@Test
	void nothingIsLeftWhereTheTargetIsAFolder() throws IOException {
		Path file = Files.createDirectories(this.folder.resolve("file.txt/inner")).getParent();
		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> write(file, "x"));
		assertThat(file).isDirectory();
		assertOnly(file);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void linkIsFollowedAndPermissionsAreKept() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file.txt"), "one");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		Path link = Files.createSymbolicLink(Files.createDirectory(this.folder.resolve("links")).resolve("link"), file);
		write(link, "two");
		assertThat(link).isSymbolicLink();
		assertThat(file).hasContent("two");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
	}

	private static void write(Path file, String text) throws IOException {
		AtomicFile.write(file, (stream) -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static void assertOnly(Path file) throws IOException {
		try (Stream<Path> files = Files.list(file.getParent())) {
			assertThat(files).containsExactly(file);
		}
	}

}
