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
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.event.Events;
import dev.tauriboot.path.AtomicFile;
import dev.tauriboot.resource.ResourceTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Stores in a folder of their own, whose disk can be full.
 */
abstract class StoreFixture {

	static final Duration SOON = Duration.ofMillis(20);

	static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	final JsonMapper mapper = JsonMapper.builder().build();

	final Events events = new Events(this.mapper, Runnable::run);

	final ResourceTable resources = new ResourceTable();

	final List<String> changes = new CopyOnWriteArrayList<>();

	final AtomicInteger failures = new AtomicInteger();

	final AtomicInteger writes = new AtomicInteger();

	Stores stores;

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

	Path file(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

	static StoreOptions manual() {
		return StoreOptions.DEFAULT.withAutoSave(StoreOptions.NEVER);
	}

	static Map<String, JsonNode> values(String... pairs) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			values.put(pairs[i], StringNode.valueOf(pairs[i + 1]));
		}
		return values;
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
