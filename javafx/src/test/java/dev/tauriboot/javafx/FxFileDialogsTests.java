package dev.tauriboot.javafx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogOptions.Filter;
import javafx.stage.FileChooser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FxFileDialogsTests {

	private final FileDialogOptions options = FileDialogOptions.DEFAULT;

	// row 123
	@Test
	void refusesWithoutADisplay() {
		assertThat(new FxFileDialogs().save(this.options)).failsWithin(1, TimeUnit.SECONDS)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(UnsupportedOperationException.class)
			.withMessage("dialogs are not available on this display");
	}

	@Test
	void beginsInADirectoryThatExists(@TempDir Path directory) {
		FileChooser chooser = FxFileDialogs.chooser(this.options.withDefaultPath(directory));
		assertThat(chooser.getInitialDirectory()).isEqualTo(directory.toFile());
		assertThat(chooser.getInitialFileName()).isNull();
	}

	@Test
	void proposesAFile(@TempDir Path directory) throws Exception {
		Path file = Files.createFile(directory.resolve("there.txt"));
		FileChooser chooser = FxFileDialogs.chooser(this.options.withDefaultPath(file).withTitle("Where?"));
		assertThat(chooser.getInitialDirectory()).isEqualTo(directory.toFile());
		assertThat(chooser.getInitialFileName()).isEqualTo("there.txt");
		assertThat(chooser.getTitle()).isEqualTo("Where?");
	}

	@Test
	void leavesOutADirectoryThatIsMissing(@TempDir Path directory) {
		FileChooser chooser = FxFileDialogs
			.chooser(this.options.withDefaultPath(directory.resolve("missing").resolve("new.txt")));
		assertThat(chooser.getInitialDirectory()).isNull();
		assertThat(chooser.getInitialFileName()).isEqualTo("new.txt");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void writesExtensionsAsPatterns() {
		FileChooser chooser = FxFileDialogs
			.chooser(this.options.withFilters(List.of(new Filter("Pictures", List.of("png", "jpg")),
					new Filter("None", List.of()), new Filter("All", List.of("*")))));
		assertThat(chooser.getExtensionFilters()).extracting("description").containsExactly("Pictures", "All");
		assertThat(chooser.getExtensionFilters()).extracting("extensions")
			.containsExactly(List.of("*.png", "*.jpg"), List.of("*"));
	}

}
