package dev.tauriboot.demo.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.demo.notes.NotesTestConfiguration;
import dev.tauriboot.ipc.InvokeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FolderImport}.
 */
class FolderImportTests {

	@TempDir
	Path folder;

	@TempDir
	Path elsewhere;

	private Path source;

	private final List<ImportProgress> progress = new ArrayList<>();

	@BeforeEach
	void writeSource() throws IOException {
		this.source = Files.createDirectories(this.elsewhere.resolve("docs"));
		Files.createDirectories(this.source.resolve("sub"));
		Files.writeString(this.source.resolve("a.md"), "A");
		Files.writeString(this.source.resolve("sub/b.md"), "B");
		Files.writeString(this.source.resolve("c.png"), "C");
	}

	private void run(Scenario scenario) {
		NotesTestConfiguration.runner(this.folder)
			.run((context) -> scenario.run(context.getBean(FolderImport.class), context.getBean(NoteStore.class)));
	}

	@Test
	void copiesMarkdownAndTellsProgress() {
		run((folderImport, store) -> {
			ImportProgress last = folderImport.run(this.source.toString(), this.progress::add);
			assertThat(last).isEqualTo(new ImportProgress(2, 2, 2, "docs/sub/b.md"));
			assertThat(this.progress).containsExactly(new ImportProgress(1, 2, 1, "docs/a.md"), last);
			assertThat(store.paths()).containsExactlyInAnyOrder("docs/a.md", "docs/sub/b.md");
		});
	}

	@Test
	void leavesNotesThatAreThere() {
		run((folderImport, store) -> {
			store.save("docs/a.md", "mine");
			store.save("docs/sub/b.md", "B");
			assertThat(folderImport.run(this.source.toString(), this.progress::add).copied()).isEqualTo(1);
			assertThat(store.read("docs/a.md").content()).isEqualTo("mine");
			assertThat(store.read("docs/a 2.md").content()).isEqualTo("A");
		});
	}

	@Test
	void stopsWhenInterrupted() {
		run((folderImport, store) -> {
			ImportProgress last = folderImport.run(this.source.toString(), (progress) -> {
				this.progress.add(progress);
				Thread.currentThread().interrupt();
			});
			assertThat(Thread.interrupted()).isTrue();
			assertThat(this.progress).containsExactly(last);
			assertThat(last).isEqualTo(new ImportProgress(1, 2, 1, "docs/a.md"));
			assertThat(store.paths()).containsExactly("docs/a.md");
		});
	}

	@Test
	void refusesWhatIsNoFolderToImport() {
		run((folderImport, store) -> {
			for (String wrong : List.of("/does/not/exist", "relative", "\0", this.folder.toString(),
					this.folder.getParent().toString())) {
				assertThatExceptionOfType(InvokeException.class).as(wrong)
					.isThrownBy(() -> folderImport.run(wrong, this.progress::add));
			}
		});
	}

	private interface Scenario {

		void run(FolderImport folderImport, NoteStore store) throws IOException;

	}

}
