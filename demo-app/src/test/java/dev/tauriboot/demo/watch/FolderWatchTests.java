package dev.tauriboot.demo.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import dev.tauriboot.demo.notes.NotesTestConfiguration;
import dev.tauriboot.demo.search.SearchHit;
import dev.tauriboot.demo.search.SearchIndex;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FolderWatch}.
 */
class FolderWatchTests {

	@TempDir
	Path folder;

	@TempDir
	Path elsewhere;

	private final Queue<NotesChanged> changes = new ConcurrentLinkedQueue<>();

	private ApplicationContextRunner runner() {
		return NotesTestConfiguration.runner(this.folder)
			.withUserConfiguration(FolderWatch.class)
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<PayloadApplicationEvent<NotesChanged>>) (event) -> this.changes
						.add(event.getPayload())));
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

	private static long hits(ApplicationContext context, String query) {
		try (Stream<SearchHit> hits = context.getBean(SearchIndex.class).search(query)) {
			return hits.count();
		}
	}

	private boolean toldOf(String path) {
		return this.changes.stream().anyMatch((change) -> change.paths().contains(path));
	}

	@Test
	void indexesWhatIsThere() throws Exception {
		Files.writeString(this.folder.resolve("old.md"), "walnut");
		runner().run((context) -> await().until(() -> hits(context, "walnut") == 1));
	}

	@Test
	void tellsOfFilesWrittenAndDeleted() {
		runner().run((context) -> {
			Path file = this.folder.resolve("new.md");
			Files.writeString(file, "hazelnut");
			await().until(() -> toldOf("new.md") && hits(context, "hazelnut") == 1);
			this.changes.clear();
			Files.delete(file);
			// Writing it may be told of in two parts, of which the second comes only now.
			await().until(() -> toldOf("new.md") && hits(context, "hazelnut") == 0);
		});
	}

	@Test
	void seesFoldersMovedIn() throws Exception {
		Files.createDirectories(this.elsewhere.resolve("x/deep"));
		Files.writeString(this.elsewhere.resolve("x/deep/one.md"), "chestnut");
		runner().run((context) -> {
			Files.move(this.elsewhere.resolve("x"), this.folder.resolve("x"), StandardCopyOption.ATOMIC_MOVE);
			await().until(() -> toldOf("x/deep/one.md") && hits(context, "chestnut") == 1);
			Files.writeString(this.folder.resolve("x/deep/two.md"), "peanut");
			await().until(() -> toldOf("x/deep/two.md"));
		});
	}

	@Test
	void isSilentAboutOtherFiles() {
		runner().run((context) -> {
			Files.writeString(this.folder.resolve("a.txt"), "x");
			Files.writeString(this.folder.resolve(".hidden.md"), "x");
			Files.writeString(this.folder.resolve("last.md"), "x");
			await().until(() -> toldOf("last.md"));
			assertThat(this.changes).allSatisfy((change) -> assertThat(change.paths()).containsExactly("last.md"));
		});
	}

}
