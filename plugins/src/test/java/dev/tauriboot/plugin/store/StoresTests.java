package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.AtomicFile;
import dev.tauriboot.resource.ResourceTable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Stores} and {@link Store}: rows 217 to 234 of the plugins' contract,
 * from the back end.
 */
class StoresTests {

	private static final Duration SOON = Duration.ofMillis(20);

	@TempDir
	private Path folder;

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final Events events = new Events(this.mapper, Runnable::run);

	private final ResourceTable resources = new ResourceTable();

	private final List<String> changes = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicInteger writes = new AtomicInteger();

	private Stores stores;

	@BeforeEach
	void open() {
		this.stores = new Stores(() -> this.folder, SOON, Map.of("lines", new Lines()), this.resources, this.events,
				this.mapper, this::write);
		this.events.listen(Store.CHANGE_EVENT,
				(event) -> this.changes.add(event.payload().json().replace(this.folder.toString(), "")));
	}

	private void write(Path file, AtomicFile.Content content) throws IOException {
		AtomicFile.write(file, (stream) -> {
			if (this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				stream.write(new byte[100_000]);
				throw new IOException("No space left on device");
			}
			content.writeTo(stream);
		});
		this.writes.incrementAndGet();
	}

	@AfterEach
	void close() {
		this.stores.close();
	}

	private Path file(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

	private static StoreOptions manual() {
		return StoreOptions.DEFAULT.withAutoSave(StoreOptions.NEVER);
	}

	private static Map<String, JsonNode> values(String... pairs) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			values.put(pairs[i], StringNode.valueOf(pairs[i + 1]));
		}
		return values;
	}

	// row 217
	@Test
	void pathIsOneStore() {
		Store store = this.stores.load("a.json");
		assertThat(this.stores.load("x/../a.json", manual())).isSameAs(store);
		assertThat(this.stores.get(this.folder.resolve("a.json").toString())).isSameAs(store);
		assertThat(store.path()).isEqualTo(this.folder.resolve("a.json"));
		assertThat(this.stores.get("b.json")).isNull();
	}

	// row 218
	@Test
	void nullIsAValue() {
		Store store = this.stores.load("a.json");
		store.set("nothing", null);
		assertThat(store.get("nothing").isNull()).isTrue();
		assertThat(store.get("nothing", String.class)).isNull();
		assertThat(store.has("nothing")).isTrue();
		assertThat(store.get("unknown")).isNull();
		assertThat(store.has("unknown")).isFalse();
	}

	// rows 220 and 234
	@Test
	void changesAreSavedSoon() throws IOException {
		Store store = this.stores.load("sub/a.json");
		store.set("number", 9007199254740991L);
		store.set("list", List.of(1, "ü"));
		store.set("empty", Map.of("list", List.of(), "map", Map.of()));
		Awaitility.await().until(() -> this.writes.get() > 0 && Files.exists(store.path()));
		assertThat(Files.readString(store.path())).contains("\n  \"number\": 9007199254740991");
		Awaitility.await().untilAsserted(() -> assertThat(Files.readString(store.path())).hasLineCount(11));
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
		Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofMillis(300)));
		for (int i = 0; i < 1000; i++) {
			store.set("n", i);
		}
		Awaitility.await().until(() -> this.writes.get() > 0);
		assertThat(this.writes).hasValue(1);
		assertThat(Files.readString(store.path())).contains("999");
	}

	// row 221
	@Test
	void withoutAutoSaveOnlySaveWrites() {
		Store store = this.stores.load("a.json", manual());
		store.set("a", 1);
		Store other = this.stores.load("b.json");
		other.set("a", 1);
		Awaitility.await().until(() -> Files.exists(other.path()));
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

	// row 223
	@Test
	void changesAreTold() {
		Store store = this.stores.load("a.json");
		store.set("a", Map.of("b", 1));
		store.set("a", Map.of("b", 1));
		String change = "{\"path\":\"/a.json\",\"resourceId\":" + store.rid()
				+ ",\"key\":\"a\",\"value\":{\"b\":1},\"exists\":true}";
		assertThat(this.changes).containsExactly(change, change);
		this.changes.clear();
		store.set("n", null);
		assertThat(this.changes).singleElement().asString().contains("\"value\":null,\"exists\":true");
	}

	// rows 224 and 225
	@Test
	void removalIsTold() {
		Store store = this.stores.load("a.json");
		store.set("a", 1);
		store.set("b", 2);
		store.set("c", 3);
		this.changes.clear();
		assertThat(store.delete("unknown")).isFalse();
		assertThat(this.changes).isEmpty();
		assertThat(store.delete("b")).isTrue();
		assertThat(this.changes).containsExactly(removed(store, "b"));
		this.changes.clear();
		store.set("d", 3);
		this.changes.clear();
		store.clear();
		assertThat(this.changes).containsExactly(removed(store, "a"), removed(store, "c"), removed(store, "d"));
		assertThat(store.length()).isZero();
	}

	private String removed(Store store, String key) {
		return "{\"path\":\"/a.json\",\"resourceId\":" + store.rid() + ",\"key\":\"" + key
				+ "\",\"value\":null,\"exists\":false}";
	}

	// row 226
	@Test
	void fileGoesOverDefaults() throws IOException {
		file("a.json", "{\"b\":\"file\",\"c\":\"file\"}");
		StoreOptions defaults = manual().withDefaults(values("a", "default", "b", "default"));
		assertThat(this.stores.load("a.json", defaults).entries())
			.isEqualTo(values("a", "default", "b", "file", "c", "file"));
		StoreOptions override = new StoreOptions(defaults.defaults(), null, null, null, false, true);
		this.stores.get("a.json").close();
		assertThat(this.stores.load("a.json", override).entries()).isEqualTo(values("b", "file", "c", "file"));
		assertThat(this.stores.load("none.json", override).entries()).isEqualTo(defaults.defaults());
	}

	// row 227
	@Test
	void resetGoesBackToTheDefaults() throws IOException {
		file("a.json", "{\"b\":\"file\",\"c\":\"file\"}");
		Store store = this.stores.load("a.json", manual().withDefaults(values("a", "default", "b", "default")));
		store.delete("a");
		this.changes.clear();
		store.reset();
		assertThat(store.entries()).isEqualTo(values("a", "default", "b", "default"));
		assertThat(this.changes.stream().map((change) -> change.replaceAll(".*\"key\":", ""))).containsExactly(
				"\"b\",\"value\":\"default\",\"exists\":true}", "\"c\",\"value\":null,\"exists\":false}",
				"\"a\",\"value\":\"default\",\"exists\":true}");
		this.changes.clear();
		store.reset();
		assertThat(this.changes).isEmpty();
	}

	// row 228
	@Test
	void reloadReadsTheFile() throws IOException {
		Store store = this.stores.load("a.json", manual().withDefaults(values("a", "default")));
		store.set("b", "set");
		this.changes.clear();
		file("a.json", "{\"b\":\"file\",\"c\":\"file\"}");
		store.reload();
		assertThat(store.entries()).isEqualTo(values("a", "default", "b", "file", "c", "file"));
		store.reload(true);
		assertThat(store.entries()).isEqualTo(values("b", "file", "c", "file"));
		assertThat(this.changes).isEmpty();
	}

	// row 229
	@Test
	void newStoreReplacesTheOldOne() throws IOException {
		file("a.json", "{\"b\":\"file\"}");
		Store old = this.stores.load("a.json");
		StoreOptions fresh = new StoreOptions(Map.of(), null, null, null, true, false);
		Store created = this.stores.load("a.json", fresh);
		assertThat(created.length()).isZero();
		assertThat(created.rid()).isNotEqualTo(old.rid());
		assertThat(this.stores.get("a.json")).isSameAs(created);
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> old.set("a", 1))
			.withMessage("The resource id " + old.rid() + " is invalid.");
	}

	// row 231
	@Test
	void closedStoreIsGone() {
		Store store = this.stores.load("a.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofHours(1)));
		store.set("a", 1);
		store.close();
		assertThat(this.stores.get("a.json")).isNull();
		assertThat(store.path()).hasContent("{\n  \"a\": 1\n}");
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

	// row 233
	@Test
	void endOfTheApplicationSaves() {
		Store store = this.stores.load("a.json", manual());
		Store later = this.stores.load("b.json", StoreOptions.DEFAULT.withAutoSave(Duration.ofHours(1)));
		Store unchanged = this.stores.load("c.json", manual());
		store.set("a", 1);
		later.set("a", 1);
		unchanged.save();
		this.writes.set(0);
		this.stores.close();
		assertThat(this.writes).hasValue(2);
		assertThat(store.path()).hasContent("{\n  \"a\": 1\n}");
		assertThat(later.path()).hasContent("{\n  \"a\": 1\n}");
	}

	@Test
	void fullDiskKeepsTheOldFile() throws IOException {
		Path file = file("a.json", "{\"a\":\"old\"}");
		Store store = this.stores.load("a.json");
		this.failures.set(2);
		store.set("a", "new");
		assertThatExceptionOfType(InvokeException.class).isThrownBy(store::save)
			.withMessage("No space left on device (os error 28)");
		assertThat(file).hasContent("{\"a\":\"old\"}");
		store.set("a", "newer");
		Awaitility.await().until(() -> this.failures.get() == 0);
		assertThat(file).hasContent("{\"a\":\"old\"}");
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).containsExactly(file);
		}
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
	void valuesAreCopies() {
		Store store = this.stores.load("a.json");
		Map<String, Integer> value = new LinkedHashMap<>(Map.of("n", 1));
		JsonNode tree = this.mapper.valueToTree(value);
		store.set("a", tree);
		((ObjectNode) tree).put("n", 2);
		((ObjectNode) store.get("a")).put("n", 3);
		((ObjectNode) store.entries().get("a")).put("n", 4);
		assertThat(store.get("a").get("n")).isEqualTo(IntNode.valueOf(1));
	}

	@Test
	void placeMustBeKnown() {
		try (Stores nowhere = new Stores(() -> null, SOON, Map.of(), this.resources, this.events, this.mapper)) {
			assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> nowhere.load("a"))
				.withMessage("unknown path");
		}
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> this.stores.load("a\u0000b"))
			.withMessage("Invalid argument (os error 22)");
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

	/**
	 * A line for each entry.
	 */
	private static final class Lines implements StoreFormat {

		@Override
		public byte[] write(Map<String, JsonNode> entries) {
			StringBuilder text = new StringBuilder();
			entries.forEach((key, value) -> {
				if (!value.isString()) {
					throw new IllegalArgumentException("not a text");
				}
				text.append(key).append('=').append(value.asString()).append('\n');
			});
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public Map<String, JsonNode> read(byte[] content) {
			Map<String, JsonNode> entries = new LinkedHashMap<>();
			new String(content, StandardCharsets.UTF_8).lines().forEach((line) -> {
				String[] parts = line.split("=");
				entries.put(parts[0], StringNode.valueOf(parts[1]));
			});
			return entries;
		}

	}

}
