package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link WholeFile}.
 */
class WholeFileTests {

	@TempDir
	private Path folder;

	private static WholeFile.Content content(String text) {
		return (channel) -> channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
	}

	private List<Path> entries() throws IOException {
		try (var entries = Files.list(this.folder)) {
			return entries.toList();
		}
	}

	@Test
	void readerSeesTheOldContentUntilTheEnd() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "old");
		WholeFile.write(file, null, true, (channel) -> {
			content("new").writeTo(channel);
			assertThat(file).hasContent("old");
			assertThat(entries()).hasSize(2).filteredOn(WholeFile::isTemporary).hasSize(1);
		});
		assertThat(file).hasContent("new");
		assertThat(entries()).containsExactly(file);
	}

	@Test
	void failureLeavesTheOldContent() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "old");
		for (Exception failure : List.of(new IOException("test"), new IllegalStateException("test"))) {
			assertThatExceptionOfType(failure.getClass())
				.isThrownBy(() -> WholeFile.write(file, null, true, (channel) -> {
					content("new").writeTo(channel);
					if (failure instanceof IOException ex) {
						throw ex;
					}
					throw (RuntimeException) failure;
				}));
		}
		assertThat(file).hasContent("old");
		assertThat(entries()).containsExactly(file);
	}

	@Test
	void missingFileIsMadeIfWanted() throws IOException {
		Path file = this.folder.resolve("file");
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> WholeFile.write(file, null, false, content("new")));
		assertThat(entries()).isEmpty();
		WholeFile.write(file, null, true, content("new"));
		assertThat(file).hasContent("new");
		assertThatIOException().isThrownBy(() -> WholeFile.write(file.resolve("below"), null, true, content("x")));
	}

	@Test
	void newFileReplacesNothing() throws IOException {
		Path file = this.folder.resolve("file");
		// Somebody else is quicker.
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> WholeFile.writeNew(file, null, (channel) -> Files.writeString(file, "other")));
		assertThat(file).hasContent("other");
		assertThat(entries()).containsExactly(file);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void permissionsStay() throws IOException {
		Path file = Files.writeString(this.folder.resolve("file"), "old");
		Files.setAttribute(file, "unix:mode", 04751);
		WholeFile.write(file, 0600, true, content("new"));
		assertThat((int) Files.getAttribute(file, "unix:mode") & 07777).isEqualTo(04751);
		Path made = this.folder.resolve("made");
		WholeFile.write(made, 0600, true, content("new"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rw-------");
	}

}
