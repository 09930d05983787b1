package dev.tauriboot.demo.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NoteStore}.
 */
class NoteStoreTests {

	@TempDir
	Path outside;

	private Path folder;

	private NoteStore store;

	@BeforeEach
	void open() throws IOException {
		this.folder = this.outside.resolve("notes").toAbsolutePath();
		this.store = new NoteStore(new NotesProperties(this.folder));
	}

	@Test
	void listsTitlesAndExcerpts() throws IOException {
		this.store.save("a/tea.md", "# All about **tea**\n\nGreen, [black](x.html) and `white`.\n");
		this.store.save("plain.md", "no heading");
		Files.writeString(this.folder.resolve("picture.png"), "not a note");
		Files.createDirectories(this.folder.resolve("folder.md"));
		Files.createDirectories(this.folder.resolve(".git"));
		Files.writeString(this.folder.resolve(".git/hidden.md"), "# hidden");
		List<NoteSummary> notes = this.store.list();
		assertThat(notes).extracting(NoteSummary::path).containsExactlyInAnyOrder("a/tea.md", "plain.md");
		assertThat(notes).extracting(NoteSummary::title).containsExactlyInAnyOrder("All about tea", "plain");
		assertThat(notes).extracting(NoteSummary::excerpt)
			.containsExactlyInAnyOrder("Green, black and white.", "no heading");
	}

	@Test
	void excerptLeavesMarkdownOut() throws IOException {
		Note note = this.store.save("a.md", """
				# A

				| Tea | Minutes |
				|:----|---|
				| green | ~2 |

				---
				```java title=Tea
				brew();
				```
				* one - **two**
				1. three > four
				""");
		assertThat(note.summary().excerpt()).isEqualTo("Tea Minutes green ~2 brew(); one - two three four");
	}

	@Test
	void savesAndReads() throws IOException {
		Note saved = this.store.save("new/deep/one.md", "# One ✓\n");
		assertThat(this.store.read("new/deep/one.md")).isEqualTo(saved);
		assertThat(this.folder.resolve("new/deep/one.md")).hasContent("# One ✓\n");
		assertThat(this.folder.resolve("new/deep")).isDirectoryNotContaining("glob:**.tmp");
	}

	@Test
	void createsUnderFreeName() throws IOException {
		assertThat(this.store.create("Plans: 2027/28").path()).isEqualTo("Plans- 2027-28.md");
		assertThat(this.store.create("Plans: 2027/28").path()).isEqualTo("Plans- 2027-28 2.md");
	}

	@Test
	void renamesWithinItsFolder() throws IOException {
		this.store.save("a/old.md", "text");
		assertThat(this.store.rename("a/old.md", "new").path()).isEqualTo("a/new.md");
		assertThat(this.store.paths()).containsExactly("a/new.md");
	}

	@Test
	void renameKeepsWhatIsThere() throws IOException {
		this.store.save("one.md", "1");
		this.store.save("two.md", "2");
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.rename("one.md", "two"))
			.withMessageContaining("already");
		assertThat(this.store.read("two.md").content()).isEqualTo("2");
	}

	@Test
	void deletes() throws IOException {
		this.store.save("one.md", "1");
		this.store.delete("one.md");
		this.store.delete("one.md");
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.read("one.md"))
			.withMessageContaining("no note");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../secret.md", "a/../../secret.md", "/etc/secret.md", ".hidden/x.md", "x.txt", "",
			"nul\u0000.md" })
	void neverLeavesTheFolder(String path) throws IOException {
		Files.writeString(this.outside.resolve("secret.md"), "secret");
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.read(path));
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.save(path, "x"));
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.delete(path));
		assertThat(this.outside.resolve("secret.md")).hasContent("secret");
	}

	@Test
	void linksDoNotLeadOut() throws IOException {
		Files.writeString(this.outside.resolve("secret.md"), "secret");
		Files.createSymbolicLink(this.folder.resolve("link.md"), this.outside.resolve("secret.md"));
		Files.createSymbolicLink(this.folder.resolve("up"), this.outside);
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.read("link.md"));
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.read("up/secret.md"));
		assertThatExceptionOfType(NoteException.class).isThrownBy(() -> this.store.save("up/new.md", "x"));
		assertThat(this.store.list()).isEmpty();
	}

}
