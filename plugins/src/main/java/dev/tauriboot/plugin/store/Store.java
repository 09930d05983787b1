package dev.tauriboot.plugin.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Values by key, kept in one file and shared by all pages and the back end. Each change
 * is told by the event {@value #CHANGE_EVENT}. The file is replaced as a whole, some time
 * after a change. Safe for any thread.
 *
 * @since 0.1.0
 * @see Stores
 */
public final class Store implements AutoCloseable {

	/** The event that tells of a change, with a {@link StoreChange}. */
	public static final String CHANGE_EVENT = "store://change";

	private final StoreFile file;

	private final StoreOptions options;

	private final Context context;

	private final StoredEntries entries;

	// Held while a change is made and told, so that changes are told in their order.
	private final ReentrantLock changing = new ReentrantLock();

	private volatile long rid;

	Store(StoreFile file, StoreOptions options, Context context) {
		this.file = file;
		this.options = options;
		this.context = context;
		this.entries = new StoredEntries(file, options, context.scheduler());
	}

	void open(long rid) {
		this.rid = rid;
	}

	/**
	 * Read the file for the first time.
	 */
	void load() {
		this.entries.load();
	}

	/**
	 * Begin without the file.
	 */
	void create() {
		this.entries.create();
	}

	/**
	 * The file.
	 * @return its absolute path
	 */
	public Path path() {
		return this.file.path();
	}

	/**
	 * The number by which pages know the store.
	 * @return the resource id
	 */
	public long rid() {
		return this.rid;
	}

	/**
	 * Find a value.
	 * @param key the key
	 * @return a copy of the value, which may be JSON's {@code null}, or {@code null} if
	 * there is none
	 */
	public @Nullable JsonNode get(String key) {
		JsonNode value = peek(key);
		return (value != null) ? value.deepCopy() : null;
	}

	/**
	 * Find a value and read it.
	 * @param <T> the type to read it as
	 * @param key the key
	 * @param type the type to read it as
	 * @return the value, or {@code null} if there is none or it is JSON's {@code null}
	 * @throws tools.jackson.core.JacksonException if it is no such value
	 */
	public <T> @Nullable T get(String key, Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		JsonNode value = peek(key);
		return (value != null && !value.isNull()) ? this.context.mapper().treeToValue(value, type) : null;
	}

	@Nullable JsonNode peek(String key) {
		Assert.notNull(key, "'key' must not be null");
		return this.entries.get(key);
	}

	/**
	 * Set a value.
	 * @param key the key
	 * @param value any value the application's mapper can write; {@code null} is kept as
	 * JSON's
	 * @throws InvokeException if the store is closed
	 */
	public void set(String key, @Nullable Object value) {
		JsonNode tree = (value instanceof JsonNode node) ? node.deepCopy() : this.context.mapper().valueToTree(value);
		put(key, tree);
	}

	void put(String key, JsonNode value) {
		Assert.notNull(key, "'key' must not be null");
		change((entries, changes) -> {
			entries.put(key, value);
			changes.accept(change(key, value));
		});
	}

	/**
	 * Whether there is a value.
	 * @param key the key
	 * @return {@code true} if so, also if it is JSON's {@code null}
	 */
	public boolean has(String key) {
		return peek(key) != null;
	}

	/**
	 * Remove a value.
	 * @param key the key
	 * @return whether there was one
	 * @throws InvokeException if the store is closed
	 */
	public boolean delete(String key) {
		Assert.notNull(key, "'key' must not be null");
		return change((entries, changes) -> {
			if (entries.remove(key) != null) {
				changes.accept(change(key, null));
			}
		});
	}

	/**
	 * Remove all values.
	 * @throws InvokeException if the store is closed
	 */
	public void clear() {
		replace(Map.of());
	}

	/**
	 * Go back to the defaults.
	 * @throws InvokeException if the store is closed
	 */
	public void reset() {
		replace(this.options.defaults());
	}

	private void replace(Map<String, JsonNode> values) {
		change((entries, changes) -> {
			Set<String> keys = new LinkedHashSet<>(entries.keySet());
			keys.addAll(values.keySet());
			for (String key : keys) {
				JsonNode value = values.get(key);
				if (!Objects.equals(value, entries.get(key))) {
					changes.accept(change(key, value));
				}
			}
			entries.clear();
			entries.putAll(values);
		});
	}

	private StoreChange change(String key, @Nullable JsonNode value) {
		return new StoreChange(toString(), this.rid, key, value, value != null);
	}

	private boolean change(BiConsumer<Map<String, JsonNode>, Consumer<StoreChange>> work) {
		this.changing.lock();
		try {
			List<StoreChange> changes = new ArrayList<>(1);
			boolean open = this.entries.change((values) -> {
				work.accept(values, changes::add);
				return !changes.isEmpty();
			});
			if (!open) {
				throw new InvokeException("The resource id " + this.rid + " is invalid.");
			}
			changes.forEach((change) -> this.context.events().emit(CHANGE_EVENT, change));
			return !changes.isEmpty();
		}
		finally {
			this.changing.unlock();
		}
	}

	/**
	 * The keys.
	 * @return a copy in the order in which they were set first
	 */
	public List<String> keys() {
		return new ArrayList<>(snapshot().keySet());
	}

	/**
	 * All entries.
	 * @return a copy in the order in which the keys were set first
	 */
	public Map<String, JsonNode> entries() {
		Map<String, JsonNode> copy = snapshot();
		copy.replaceAll((key, value) -> value.deepCopy());
		return copy;
	}

	Map<String, JsonNode> snapshot() {
		return this.entries.snapshot();
	}

	/**
	 * How many entries there are.
	 * @return the number
	 */
	public int length() {
		return this.entries.size();
	}

	/**
	 * Read the file again, over what the store holds. No change is told.
	 * @throws InvokeException if the file cannot be read; the store is as it was then
	 */
	public void reload() {
		reload(false);
	}

	/**
	 * Read the file again. No change is told.
	 * @param exactly whether the store is to hold what the file does and nothing else
	 * @throws InvokeException if the file cannot be read; the store is as it was then
	 */
	public void reload(boolean exactly) {
		this.entries.reload(exactly);
	}

	/**
	 * Write the file now. Returns when it is on the disk.
	 * @throws InvokeException if it cannot be written; it is as it was then
	 */
	public void save() {
		this.entries.save();
	}

	/**
	 * Write what is not written yet, at the end of the application.
	 */
	void finish() {
		this.entries.finish();
	}

	/**
	 * Forget changes that are to be written, for a store of the same path that replaces
	 * this one.
	 */
	void abandon() {
		this.entries.close();
	}

	/**
	 * Close the store, for all. A change that waits to be written is written now.
	 */
	@Override
	public void close() {
		boolean waiting = this.entries.close();
		this.context.closed().accept(this);
		if (waiting) {
			this.entries.saveOrLog();
		}
	}

	@Override
	public String toString() {
		return path().toString();
	}

	/**
	 * What all stores have in common.
	 *
	 * @param mapper reads and writes values
	 * @param events tells of changes
	 * @param scheduler saves later
	 * @param closed forgets a store that is closed
	 */
	record Context(JsonMapper mapper, Events events, ScheduledExecutorService scheduler, Consumer<Store> closed) {
	}

}
