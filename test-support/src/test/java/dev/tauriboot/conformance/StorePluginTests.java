package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import dev.tauriboot.plugin.store.Store;
import dev.tauriboot.plugin.store.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 12 and 217 to 234 of the plugins' contract: the unmodified package
 * {@code @tauri-apps/plugin-store}.
 */
class StorePluginTests extends DataPluginTests {

	private static final String MODULE = """
			const plugin = await import('@tauri-apps/plugin-store');
			const { load, getStore, Store, LazyStore } = plugin;
			const path = '%s';
			%s
			""";

	@Autowired
	private Stores stores;

	private final String name = UUID.randomUUID() + ".json";

	private JsonNode store(String body) throws Exception {
		return js(MODULE.formatted(this.name, body));
	}

	private JsonNode storeIn(String label, String body) throws Exception {
		return jsIn(label, MODULE.formatted(this.name, body));
	}

	private Path file() {
		return data(this.name);
	}

	private void write(String content) throws IOException {
		Files.createDirectories(file().getParent());
		Files.writeString(file(), content);
	}

	@Test
	void exportsAreKnown() throws Exception {
		assertThat(store("""
				return [Object.keys(plugin).sort(), Object.getOwnPropertyNames(Store.prototype).sort()];
				""").toString())
			.isEqualTo("[[\"LazyStore\",\"Store\",\"getStore\",\"load\"],[\"clear\",\"constructor\","
					+ "\"delete\",\"entries\",\"get\",\"has\",\"keys\",\"length\",\"onChange\",\"onKeyChange\","
					+ "\"reload\",\"reset\",\"save\",\"set\",\"values\"]]");
	}

	// rows 7, 217 and 219
	@Test
	void answersHaveTheirShapes() throws Exception {
		assertThat(
				store("""
						const store = await load(path, { autoSave: false });
						const again = await load(path, { autoSave: true });
						const rid = store.rid;
						return [store.rid === again.rid, rid > 0,
						  await invoke('plugin:store|set', { rid, key: 'a', value: { b: [1] }, more: 1 }),
						  await invoke('plugin:store|get', { rid, key: 'a' }), await invoke('plugin:store|get', { rid, key: 'b' }),
						  await invoke('plugin:store|reset', { rid }), await invoke('plugin:store|clear', { rid }),
						  await invoke('plugin:store|save', { rid }), await invoke('plugin:store|reload', { rid })];
						""")
					.toString())
			.isEqualTo("[true,true,null,[{\"b\":[1]},true],[null,false],null,null,null,null]");
	}

	// row 218
	@Test
	void nullIsAValueAndUndefinedIsNone() throws Exception {
		assertThat(store("""
				const store = await load(path);
				await store.set('null', null);
				return [typeof await store.get('missing'), await store.get('null'), await store.has('null'),
				  await store.has('missing'), await rejection(store.set('key', undefined))];
				""").toString()).isEqualTo("[\"undefined\",null,true,false,\"invalid args `value` for command `set`: "
				+ "command set missing required key value\"]");
	}

	// rows 220 and 234
	@Test
	void valueIsSavedByItself() throws Exception {
		store("""
				const store = await load(path);
				await store.set('text', 'ü');
				await store.set('most', 9007199254740991);
				""");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(file()).hasContent("{\n  \"text\": \"ü\",\n  \"most\": 9007199254740991\n}"));
		assertThat(
				store("return (await load(path)).get('most').then((value) => value === 9007199254740991);").asBoolean())
			.isTrue();
	}

	// row 221
	@Test
	void withoutAutoSaveTheFileWaitsForSave() throws Exception {
		store("""
				await (await load(path, { autoSave: false })).set('a', 1);
				await (await load(path + '.other')).set('a', 1);
				""");
		Awaitility.await().until(() -> Files.exists(data(this.name + ".other")));
		assertThat(file()).doesNotExist();
		store("await (await getStore(path)).save();");
		assertThat(file()).hasContent("{\n  \"a\": 1\n}");
	}

	// row 222
	@Test
	void autoSaveTakesItsTime() throws Exception {
		long before = System.nanoTime();
		store("await (await load(path, { autoSave: 1000 })).set('a', 1);");
		Awaitility.await().until(() -> Files.exists(file()));
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
	}

	// rows 12 and 223
	@Test
	void webviewsShareOneStore() throws Exception {
		long rid = storeIn("other", """
				const store = await load(path);
				globalThis.seen = [];
				await store.onKeyChange('a', (value) => seen.push(['key', value === undefined ? 'none' : value]));
				await store.onChange((key, value) => seen.push([key, value === undefined ? 'none' : value]));
				await event.listen('store://change', ({ payload }) => { globalThis.payload = payload; });
				return store.rid;
				""").asLong();
		assertThat(store("""
				const store = await load(path);
				await store.set('a', 1);
				await store.set('b', null);
				await store.delete('a');
				return store.rid;
				""").asLong()).isEqualTo(rid);
		Awaitility.await()
			.untilAsserted(() -> assertThat(jsIn("other", "return [seen, payload];").toString())
				.isEqualTo("[[[\"key\",1],[\"a\",1],[\"b\",null],[\"key\",\"none\"],[\"a\",\"none\"]],{\"path\":\""
						+ file() + "\",\"resourceId\":" + rid + ",\"key\":\"a\",\"value\":null,\"exists\":false}]"));
		assertThat(js("return (await invoke('plugin:store|length', { rid: " + rid + " }));").asInt()).isEqualTo(1);
	}

	@Test
	void storeOutlivesItsPage() throws Exception {
		long rid = store("const store = await load(path); await store.set('a', 1); return store.rid;").asLong();
		reload(webview("main"));
		assertThat(store("const store = await getStore(path); return [store.rid, await store.get('a')];").toString())
			.isEqualTo("[" + rid + ",1]");
	}

	@Test
	void backEndSharesTheStore() throws Exception {
		store("const store = await load(path); globalThis.seen = [];"
				+ "await store.onChange((key, value) => seen.push([key, value])); await store.set('page', [1]);");
		Store store = this.stores.get(this.name);
		assertThat(store.get("page", int[].class)).containsExactly(1);
		store.set("java", new int[] { 2 });
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(js("return seen;").toString()).isEqualTo("[[\"page\",[1]],[\"java\",[2]]]"));
	}

	// rows 224 and 225
	@Test
	void removalsAreTold() throws Exception {
		store("""
				const store = await load(path);
				globalThis.seen = [];
				for (const key of ['a', 'b', 'c']) await store.set(key, key);
				await store.onChange((key, value) => seen.push(key + value));
				globalThis.deleted = [await store.delete('a'), await store.delete('a')];
				await store.set('d', 1);
				await store.clear();
				""");
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return [deleted, seen];").toString())
				.isEqualTo("[[true,false],[\"aundefined\",\"d1\",\"bundefined\",\"cundefined\",\"dundefined\"]]"));
	}

	// row 226
	@Test
	void defaultsFillUpTheFile() throws Exception {
		write("{\"b\":2}");
		assertThat(store("""
				const store = await load(path, { defaults: { a: 1 }, autoSave: false });
				const both = await store.entries();
				await store.close();
				const one = await load(path, { defaults: { a: 1 }, overrideDefaults: true, autoSave: false });
				return [both, await one.entries(), await one.keys(), await one.values(), await one.length()];
				""").toString()).isEqualTo("[[[\"a\",1],[\"b\",2]],[[\"b\",2]],[\"b\"],[2],1]");
	}

	// row 227
	@Test
	void resetBringsTheDefaultsBack() throws Exception {
		store("""
				const store = await load(path, { defaults: { a: 1, b: 2 }, autoSave: false });
				await store.set('a', 5);
				await store.set('c', 6);
				globalThis.seen = [];
				await store.onChange((key, value) => seen.push(key + value));
				await store.reset();
				globalThis.entries = await store.entries();
				""");
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return [entries, seen];").toString())
				.isEqualTo("[[[\"a\",1],[\"b\",2]],[\"a1\",\"cundefined\"]]"));
	}

	// row 228
	@Test
	void reloadReadsTheFile() throws Exception {
		store("const store = await load(path, { defaults: { a: 1 }, autoSave: false }); globalThis.seen = 0;"
				+ "await store.set('b', 2); await store.onChange(() => seen++);");
		write("{\"c\":3}");
		assertThat(store("""
				const store = await getStore(path);
				await store.reload();
				const merged = await store.entries();
				await store.reload({ ignoreDefaults: true });
				const exact = await store.entries();
				await store.set('last', 1);
				return [merged, exact];
				""").toString()).isEqualTo("[[[\"a\",1],[\"b\",2],[\"c\",3]],[[\"c\",3]]]");
		Awaitility.await().untilAsserted(() -> assertThat(js("return seen;").asInt()).isEqualTo(1));
	}

	// row 229
	@Test
	void newStoreTakesThePlace() throws Exception {
		write("{\"a\":1}");
		assertThat(
				store("""
						const old = await load(path, { autoSave: false });
						const fresh = await load(path, { createNew: true, autoSave: false });
						const gone = await rejection(old.get('a'));
						return [fresh.rid !== old.rid, await fresh.entries(), gone === `The resource id ${old.rid} is invalid.`];
						""")
					.toString())
			.isEqualTo("[true,[],true]");
	}

	// rows 230 and 231
	@Test
	void closedStoreIsUnknown() throws Exception {
		assertThat(
				store("""
						const none = await getStore(path);
						const store = await load(path);
						const known = await getStore(path);
						await store.close();
						const gone = `The resource id ${store.rid} is invalid.`;
						return [none, known instanceof Store && known.rid === store.rid, await rejection(store.get('a')) === gone,
						  await rejection(store.close()) === gone, await getStore(path)];
						""")
					.toString())
			.isEqualTo("[null,true,true,true,null]");
	}

	// row 232
	@Test
	void brokenFileRejectsOnlyWhenItIsReloaded() throws Exception {
		write("{\"a\":");
		assertThat(store("""
				const store = await load(path, { defaults: { a: 1 }, autoSave: false });
				return [await store.entries(), await rejection(store.reload()), await store.entries()];
				""").toString()).startsWith("[[[\"a\",1]],\"Failed to deserialize store. ").endsWith(",[[\"a\",1]]]");
	}

	@Test
	void lazyStoreLoadsOnce() throws Exception {
		assertThat(store("""
				const store = new LazyStore(path, { defaults: { a: 1 }, autoSave: false });
				await store.init();
				await store.set('b', 2);
				const entries = await store.entries();
				await store.close();
				return entries;
				""").toString()).isEqualTo("[[\"a\",1],[\"b\",2]]");
	}

	@Test
	void badInputIsRejected() throws Exception {
		JsonNode answers = store(
				"""
						const text = async (promise) => { const reason = await rejection(promise); return typeof reason + ' ' + reason; };
						const store = await load(path);
						const rid = store.rid;
						return Promise.all([load('../out.json'), load('/etc/tauri-store.json'), getStore('../out.json'), load('.'),
						  load(path + '1', { autoSave: -1 }), load(path + '1', { autoSave: 'yes' }), load(path + '1', { defaults: 3 }),
						  load(path + '1', { serializeFnName: 'xml' }), load(7), invoke('plugin:store|set', { rid, key: 5, value: 1 }),
						  invoke('plugin:store|get', { rid: 'x', key: 'a' }), invoke('plugin:store|get', { rid: -1, key: 'a' }),
						  invoke('plugin:store|get', { rid: 1.5, key: 'a' })].map(text));
						""");
		assertThat(answers.values().stream().map(JsonNode::asString)).satisfiesExactly(
				(text) -> assertThat(text).isEqualTo("string forbidden path: ../out.json"),
				(text) -> assertThat(text).isEqualTo("string forbidden path: /etc/tauri-store.json"),
				(text) -> assertThat(text).isEqualTo("string forbidden path: ../out.json"),
				(text) -> assertThat(text).isEqualTo("string forbidden path: ."),
				(text) -> assertThat(text).startsWith("string invalid args `options` for command `load`: "),
				(text) -> assertThat(text).startsWith("string invalid args `options` for command `load`: "),
				(text) -> assertThat(text).startsWith("string invalid args `options` for command `load`: "),
				(text) -> assertThat(text).isEqualTo("string Serialize Function \"xml\" not found"),
				(text) -> assertThat(text).startsWith("string invalid args `path` for command `load`: "),
				(text) -> assertThat(text).startsWith("string invalid args `key` for command `set`: "),
				(text) -> assertThat(text).startsWith("string invalid args `rid` for command `get`: "),
				(text) -> assertThat(text).isEqualTo("string The resource id -1 is invalid."),
				(text) -> assertThat(text).startsWith("string invalid args `rid` for command `get`: "));
	}

	@Test
	void linkDoesNotLeadOut() throws Exception {
		Path outside = Files.createDirectories(FOLDER.resolve("outside"));
		Files.createDirectories(data(""));
		Files.createSymbolicLink(data("link-" + this.name), outside);
		assertThat(store("return rejection(load('link-' + path + '/a.json'));").asString())
			.isEqualTo("forbidden path: link-" + this.name + "/a.json");
	}

}
