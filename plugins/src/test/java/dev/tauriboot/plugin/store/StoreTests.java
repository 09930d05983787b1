package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Store}: values and what is told of their changes.
 */
class StoreTests extends StoreFixture {

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

}
