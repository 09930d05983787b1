package dev.tauriboot.demo.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Tour}.
 */
class TourTests {

	@TempDir
	private Path folder;

	@Test
	void folderWithoutNotesIsRefusedByName() throws IOException {
		Files.writeString(this.folder.resolve("picture.svg"), "<svg/>");
		assertThatIllegalArgumentException().isThrownBy(() -> Tour.run(this.folder))
			.withMessage("Cannot go on a tour of %s: no Markdown file (.md) is in it", this.folder);
	}

	@Test
	void whatIsNoFolderIsRefusedByName() {
		Path missing = this.folder.resolve("missing");
		assertThatIllegalArgumentException().isThrownBy(() -> Tour.run(missing))
			.withMessage("Cannot go on a tour of %s: it is not a folder", missing);
	}

}
