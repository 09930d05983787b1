package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 3.1 of the plugins' contract, changes: rows 102 to 109. Every test ends its
 * wait with an event that must come after those that must not.
 */
class FsWatchTests extends FsPluginTests {

	/**
	 * Begin to watch, by a client's function, what an expression names.
	 */
	private void watch(String function, String paths, String options) throws Exception {
		fs("""
				const told = [];
				const start = performance.now();
				window.events = told;
				window.unwatch = await fs.%s(%s, (event) =>
				  told.push({ ...event, at: performance.now() - start }), %s);
				""".formatted(function, paths, options));
	}

	private JsonNode await(String condition) throws Exception {
		return fs("""
				while (!(%s)) { await new Promise((resolve) => setTimeout(resolve, 10)); }
				return events;
				""".formatted(condition));
	}

	private static String of(JsonNode event) {
		return event.get("type") + " " + event.get("paths");
	}

	private static String created(String name) {
		return "{\"create\":{\"kind\":\"file\"}} [\"" + WORK + "/" + name + "\"]";
	}

	private static String modified(String name) {
		return "{\"modify\":{\"kind\":\"data\",\"mode\":\"any\"}} [\"" + WORK + "/" + name + "\"]";
	}

	private static String removed(String name) {
		return "{\"remove\":{\"kind\":\"any\"}} [\"" + WORK + "/" + name + "\"]";
	}

	// rows 102, 103
	@Test
	void changesAreTold() throws Exception {
		file("known", "x");
		watch("watchImmediate", "work", "{}");
		file("new", "");
		Files.writeString(WORK.resolve("known"), "y");
		Files.createDirectory(WORK.resolve("folder"));
		Files.delete(WORK.resolve("known"));
		JsonNode events = await("events.some((event) => event.type.remove)");
		assertThat(events).extracting(FsWatchTests::of)
			.startsWith(created("new"))
			.contains(modified("known"), "{\"create\":{\"kind\":\"folder\"}} [\"" + WORK + "/folder\"]")
			.endsWith(removed("known"));
		assertThat(events.get(0).get("attrs").toString()).isEqualTo("{}");
	}

	@Test
	void fileThatIsWrittenByThePluginHasChanged() throws Exception {
		file("a", "x");
		watch("watchImmediate", "work", "undefined");
		fs("await fs.writeTextFile(`${work}/a`, 'y'); await fs.writeTextFile(`${work}/b`, 'z');");
		assertThat(await("events.some((event) => event.paths[0].endsWith('b'))")).extracting(FsWatchTests::of)
			.containsExactly(modified("a"), created("b"));
	}

	// row 104
	@Test
	void siblingsOfAFileAreNotTold() throws Exception {
		Path file = file("a", "x");
		watch("watchImmediate", "`${work}/a`", "{}");
		file("b", "x");
		Files.delete(WORK.resolve("b"));
		Files.delete(file);
		assertThat(await("events.length > 0")).extracting(FsWatchTests::of).containsExactly(removed("a"));
	}

	// row 105
	@Test
	void depthIsChosen() throws Exception {
		Files.createDirectories(WORK.resolve("one/two"));
		watch("watchImmediate", "[work]", "{}");
		file("one/two/unseen", "");
		file("end", "");
		assertThat(await("events.some((event) => event.paths[0].endsWith('end'))")).extracting(FsWatchTests::of)
			.containsExactly(created("end"));
		watch("watchImmediate", "[work]", "{ recursive: true }");
		Files.createDirectories(WORK.resolve("three/four"));
		file("three/four/new", "");
		file("one/two/deep", "");
		assertThat(await("events.some((event) => event.paths[0].endsWith('deep'))"
				+ " && events.some((event) => event.paths[0].endsWith('new'))"))
			.extracting(FsWatchTests::of)
			.contains(created("one/two/deep"), created("three/four/new"));
	}

	// rows 106, 107
	@Test
	void eventsAreCollected() throws Exception {
		Path file = file("a", "");
		watch("watch", "work", "{ delayMs: 3000 }");
		write(file);
		JsonNode quick = await("events.length > 0");
		assertThat(quick).hasSize(1);
		assertThat(quick.get(0).get("at").asDouble()).isGreaterThan(2950);
		watch("watch", "work", "undefined");
		write(file);
		file("b", "");
		Files.delete(WORK.resolve("b"));
		JsonNode slow = await("events.length > 0");
		assertThat(slow).extracting(FsWatchTests::of).containsExactly(modified("a"));
		assertThat(slow.get(0).get("at").asDouble()).isGreaterThan(1950);
	}

	private static void write(Path file) throws IOException {
		for (int i = 0; i < 5; i++) {
			Files.writeString(file, "x" + i);
		}
	}

	// row 108
	@Test
	void unwatchEndsIt() throws Exception {
		fs("window.known = new Set(__TAURI_INTERNALS__.callbacks.keys());");
		watch("watchImmediate", "work", "{}");
		file("a", "");
		await("events.length > 0");
		assertThat(this.resources.count(page("main"))).isEqualTo(1);
		assertThat(fs("""
				const channel = [...__TAURI_INTERNALS__.callbacks.keys()].filter((id) => !known.has(id));
				unwatch();
				while (channel.some((id) => __TAURI_INTERNALS__.callbacks.has(id))) {
				  await new Promise((resolve) => setTimeout(resolve, 5));
				}
				return channel.length;
				""").asInt()).isPositive();
		assertThat(this.resources.count(page("main"))).isZero();
		file("b", "");
		assertThat(fs("return events;")).extracting(FsWatchTests::of)
			.doesNotContain(created("b"))
			.contains(created("a"));
	}

	// row 109
	@Test
	void whatIsForbiddenOrMissingIsNotWatched() throws Exception {
		Path denied = Files.createDirectories(WORK.resolve("denied/folder"));
		assertThat(fs("""
				const nothing = () => {};
				return [await rejection(fs.watch(`${work}/denied/folder`, nothing)),
				  await rejection(fs.watch([work, `${work}/denied/folder`], nothing)),
				  await rejection(fs.watchImmediate(`${work}/missing`, nothing)),
				  await rejection(invoke('plugin:fs|unwatch', { rid: 1 }))];
				""")).extracting(JsonNode::asString)
			.containsExactly(
					"forbidden path: " + denied + ", maybe it is not allowed on the scope for `allow-watch` "
							+ "permission in your capability file",
					"forbidden path: " + denied + ", maybe it is not allowed on the scope for `allow-watch` "
							+ "permission in your capability file",
					"failed to watch paths: [" + WORK + "/missing] with error: No such file or directory (os error 2)",
					"The resource id 1 is invalid.");
		assertThat(this.resources.count(page("main"))).isZero();
	}

}
