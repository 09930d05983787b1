package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.resource.ResourceTable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StoredEntries} and {@link StoreFile}.
 */
class StoredEntriesTests extends StoreFixture {

	// rows 220 and 234
	@Test
	void changesAreSavedSoon() throws IOException {
		Store store = this.stores.load("sub/a.json");
		store.set("number", 9007199254740991L);
		store.set("list", List.of(1, "ü"));
		store.set("empty", Map.of("list", List.of(), "map", Map.of()));
		Awaitility.await().atMost(LIMIT).until(() -> this.writes.get() > 0 && Files.exists(store.path()));
		assertThat(Files.readString(store.path())).contains("\n  \"number\": 9007199254740991");
		Awaitility.await()
			.atMost(LIMIT)
			.untilAsserted(() -> assertThat(Files.readString(store.path())).hasLineCount(11));
		assertThat(Files.readString(store.path())).startsWith("""
				{
				  "number": 9007199254740991,
				  "list": [
				    1,
				    "ü"
				  ],
				  "empty": {
				    \"""");
		store.close();
		Store again = this.stores.load("sub/a.json");
		assertThat(again).isNotSameAs(store);
		assertThat(again.get("number")).isEqualTo(store.get("number"));
		assertThat(again.get("number").isIntegralNumber()).isTrue();
	}

	@Test
	void manyChangesAreOneWrite() throws IOException {
		Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofSeconds(1)));
		long start = System.nanoTime();
		for (int i = 0; i < 1000; i++) {
			store.set("n", i);
		}
		// Only where it stops for a second between two changes are there more.
		int pauses = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds();
		Awaitility.await()
			.atMost(LIMIT)
			.until(() -> Files.exists(store.path()) && Files.readString(store.path()).contains("999"));
		Awaitility.await().atMost(LIMIT).until(() -> this.writes.get() > 0);
		assertThat(this.writes).hasValueBetween(1, 1 + pauses);
	}

	// row 221
	@Test
	void withoutAutoSaveOnlySaveWrites() {
		Store store = this.stores.load("a.json", manual());
		store.set("a", 1);
		Store other = this.stores.load("b.json");
		other.set("a", 1);
		Awaitility.await().atMost(LIMIT).until(() -> Files.exists(other.path()));
		assertThat(store.path()).doesNotExist();
		store.save();
		assertThat(store.path()).hasContent("{\n  \"a\": 1\n}");
	}

	@Test
	void saveLeavesNothingToWrite() {
		Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofHours(1)));
		store.set("a", 1);
		store.save();
		this.stores.close();
		assertThat(this.writes).hasValue(1);
	}

	// row 232
	@Test
	void brokenFileIsIgnoredOnlyAtFirst() throws IOException {
		for (String content : new String[] { "{\"a\":", "[1]", "", "{} {}", "\u0000\u0001" }) {
			Path file = file("a.json", content);
			Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withDefaults(values("a", "default")));
			assertThat(store.entries()).isEqualTo(values("a", "default"));
			assertThatExceptionOfType(InvokeException.class).isThrownBy(store::reload)
				.withMessageStartingWith("Failed to deserialize store. ");
			assertThat(store.entries()).isEqualTo(values("a", "default"));
			store.close();
			assertThat(file).as("what nobody has changed").hasContent(content);
		}
		Store missing = this.stores.load("b.json", manual());
		assertThatExceptionOfType(InvokeException.class).isThrownBy(missing::reload)
			.withMessage("No such file or directory (os error 2)");
		Files.createDirectory(this.folder.resolve("c.json"));
		Store directory = this.stores.load("c.json", manual());
		assertThatExceptionOfType(InvokeException.class).isThrownBy(directory::reload).withMessage("not a file");
		assertThatExceptionOfType(InvokeException.class).isThrownBy(directory::save);
	}

	@Test
	void fullDiskKeepsTheOldFile() throws IOException {
		Path file = file("a.json", "{\"a\":\"old\"}");
		Store store = this.stores.load("a.json");
		this.failures.set(Integer.MAX_VALUE);
		store.set("a", "new");
		assertThatExceptionOfType(InvokeException.class).isThrownBy(store::save)
			.withMessage("No space left on device (os error 28)");
		assertThat(file).hasContent("{\"a\":\"old\"}");
		int left = this.failures.get();
		store.set("a", "newer");
		Awaitility.await().atMost(LIMIT).until(() -> this.failures.get() < left);
		assertThat(file).hasContent("{\"a\":\"old\"}");
		Awaitility.await()
			.atMost(LIMIT)
			.untilAsserted(() -> assertThat(this.folder).isDirectoryNotContaining((other) -> !other.equals(file)));
		this.failures.set(0);
		this.stores.close();
		assertThat(file).hasContent("{\n  \"a\": \"newer\"\n}");
	}

	@Test
	void formatsHaveNames() throws IOException {
		file("a.txt", "x=1\ny=2");
		StoreOptions lines = new StoreOptions(Map.of(), StoreOptions.NEVER, "lines", "lines", false, false);
		Store store = this.stores.load("a.txt", lines);
		assertThat(store.entries()).isEqualTo(values("x", "1", "y", "2"));
		store.set("z", "3");
		store.save();
		assertThat(store.path()).hasContent("x=1\ny=2\nz=3");
		store.set("bad", List.of());
		assertThatExceptionOfType(InvokeException.class).isThrownBy(store::save)
			.withMessage("Failed to serialize store. not a text");
		assertThat(store.path()).hasContent("x=1\ny=2\nz=3");
		StoreOptions unknown = new StoreOptions(Map.of(), null, "xml", null, false, false);
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> this.stores.load("b", unknown))
			.withMessage("Serialize Function \"xml\" not found");
		StoreOptions unreadable = new StoreOptions(Map.of(), null, null, "xml", false, false);
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> this.stores.load("b", unreadable))
			.withMessage("Deserialize Function \"xml\" not found");
	}

	@Test
	void processThatIsKilledLeavesAWholeFile() throws Exception {
		Path file = this.folder.resolve("killed.json");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Saving.class.getName(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile())
			.start();
		try {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> Files.exists(file) && Files.readString(file).contains("\"round\": 5"));
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		JsonNode tree = this.mapper.readTree(Files.readAllBytes(file));
		assertThat(tree.get("text").asString()).hasSize(Saving.SIZE);
		assertThat(tree.get("round").asInt()).isGreaterThanOrEqualTo(5);
	}

	/**
	 * A process that saves without end.
	 */
	static final class Saving {

		static final int SIZE = 2_000_000;

		private Saving() {
		}

		public static void main(String[] args) {
			JsonMapper mapper = JsonMapper.builder().build();
			Stores stores = new Stores(() -> null, StoreOptions.NEVER, Map.of(), new ResourceTable(),
					new Events(mapper, Runnable::run), mapper);
			Store store = stores.load(args[0]);
			store.set("text", "x".repeat(SIZE));
			for (int round = 0;; round++) {
				store.set("round", round);
				store.save();
			}
		}

	}

}
