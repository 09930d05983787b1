package dev.tauriboot.demo.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.demo.notes.NotesTestConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SearchIndex}.
 */
class SearchIndexTests {

	@TempDir
	Path folder;

	private List<SearchHit> search(SearchIndex index, String query) {
		try (Stream<SearchHit> hits = index.search(query)) {
			return hits.toList();
		}
	}

	private void run(Scenario scenario) {
		NotesTestConfiguration.runner(this.folder)
			.run((context) -> scenario.run(context.getBean(NoteStore.class), context.getBean(SearchIndex.class)));
	}

	@Test
	void findsBeginningsOfAllWords() {
		run((store, index) -> {
			store.save("a.md", "# Tea\n\nGreen tea grows in the highlands.");
			store.save("b.md", "# Coffee\n\nBeans grow on shrubs, green at first.");
			index.synchronise();
			assertThat(search(index, "gre gro")).extracting(SearchHit::path).containsExactlyInAnyOrder("a.md", "b.md");
			assertThat(search(index, "GREEN high")).extracting(SearchHit::path).containsExactly("a.md");
			assertThat(search(index, "green nothing")).isEmpty();
			assertThat(search(index, "%")).isEmpty();
		});
	}

	@Test
	void ranksTitlesFirst() {
		run((store, index) -> {
			store.save("a.md", "# Drinks\n\nSome tea.");
			store.save("z.md", "# Tea\n\nLeaves.");
			index.synchronise();
			assertThat(search(index, "tea")).extracting(SearchHit::path).containsExactly("z.md", "a.md");
		});
	}

	@Test
	void snippetShowsTheMatch() {
		run((store, index) -> {
			store.save("a.md", "filler ".repeat(100) + "the Übersetzung stands here " + "more ".repeat(100));
			index.synchronise();
			SearchHit hit = search(index, "über").get(0);
			assertThat(hit.snippet()).hasSizeLessThanOrEqualTo(160).startsWith("filler");
			assertThat(hit.ranges()).singleElement()
				.satisfies(
						(range) -> assertThat(hit.snippet().substring(range.start(), range.end())).isEqualTo("Über"));
		});
	}

	@Test
	void followsTheFolder() {
		run((store, index) -> {
			store.save("a.md", "apple");
			store.save("b.md", "berry");
			index.synchronise();
			store.delete("a.md");
			store.save("b.md", "banana");
			index.update(List.of("a.md", "b.md"));
			assertThat(search(index, "apple")).isEmpty();
			assertThat(search(index, "berry")).isEmpty();
			assertThat(search(index, "banana")).hasSize(1);
			Files.delete(this.folder.resolve("b.md"));
			index.synchronise();
			assertThat(search(index, "banana")).isEmpty();
		});
	}

	private interface Scenario {

		void run(NoteStore store, SearchIndex index) throws IOException;

	}

}
