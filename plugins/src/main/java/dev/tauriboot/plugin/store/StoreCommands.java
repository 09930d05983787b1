package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code store}: section 3.12 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class StoreCommands {

	private final Stores stores;

	private final ResourceTable resources;

	private final boolean confined;

	/**
	 * Create the commands.
	 * @param stores has the stores
	 * @param resources what pages hold
	 * @param confined whether pages may open stores in the directory of relative paths
	 * only
	 */
	public StoreCommands(Stores stores, ResourceTable resources, boolean confined) {
		Assert.notNull(stores, "'stores' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.stores = stores;
		this.resources = resources;
		this.confined = confined;
	}

	@TauriCommand("plugin:store|load")
	long load(String path, @Nullable LoadOptions options) {
		check(path);
		return this.stores.load(path, (options != null) ? options.options() : StoreOptions.DEFAULT).rid();
	}

	@TauriCommand("plugin:store|get_store")
	@Nullable Long getStore(String path) {
		check(path);
		Store store = this.stores.get(path);
		return (store != null) ? store.rid() : null;
	}

	private void check(String path) {
		if (!this.confined) {
			return;
		}
		Path directory = this.stores.directory();
		Path file = this.stores.resolve(path);
		boolean inside = file.startsWith(directory) && !file.equals(directory);
		try {
			if (inside && Files.exists(directory)) {
				Path existing = file;
				while (existing != null && !Files.exists(existing)) {
					existing = existing.getParent();
				}
				inside = existing != null && existing.toRealPath().startsWith(directory.toRealPath());
			}
		}
		catch (IOException ex) {
			throw new InvokeException(IoErrors.text(ex), ex);
		}
		if (!inside) {
			throw new InvokeException("forbidden path: " + path);
		}
	}

	@TauriCommand("plugin:store|set")
	void set(long rid, String key, JsonNode value, Page page) {
		store(page, rid).put(key, value);
	}

	@TauriCommand("plugin:store|get")
	@Nullable Object[] get(long rid, String key, Page page) {
		JsonNode value = store(page, rid).peek(key);
		return new @Nullable Object[] { value, value != null };
	}

	@TauriCommand("plugin:store|has")
	boolean has(long rid, String key, Page page) {
		return store(page, rid).has(key);
	}

	@TauriCommand("plugin:store|delete")
	boolean delete(long rid, String key, Page page) {
		return store(page, rid).delete(key);
	}

	@TauriCommand("plugin:store|clear")
	void clear(long rid, Page page) {
		store(page, rid).clear();
	}

	@TauriCommand("plugin:store|reset")
	void reset(long rid, Page page) {
		store(page, rid).reset();
	}

	@TauriCommand("plugin:store|keys")
	List<String> keys(long rid, Page page) {
		return store(page, rid).keys();
	}

	@TauriCommand("plugin:store|values")
	Collection<JsonNode> values(long rid, Page page) {
		return store(page, rid).snapshot().values();
	}

	@TauriCommand("plugin:store|entries")
	List<Object> entries(long rid, Page page) {
		List<Object> entries = new ArrayList<>();
		store(page, rid).snapshot().forEach((key, value) -> entries.add(List.of(key, value)));
		return entries;
	}

	@TauriCommand("plugin:store|length")
	int length(long rid, Page page) {
		return store(page, rid).length();
	}

	@TauriCommand("plugin:store|reload")
	void reload(long rid, @Nullable Boolean ignoreDefaults, Page page) {
		store(page, rid).reload(Boolean.TRUE.equals(ignoreDefaults));
	}

	@TauriCommand("plugin:store|save")
	void save(long rid, Page page) {
		store(page, rid).save();
	}

	private Store store(Page page, long rid) {
		return this.resources.get(page, rid, Store.class);
	}

}
