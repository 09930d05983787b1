package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.AtomicFile;
import dev.tauriboot.path.IoErrors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;
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

	private static final Log logger = LogFactory.getLog(Store.class);

	private final Path path;

	private final StoreOptions options;

	private final StoreFormat serializer;

	private final StoreFormat deserializer;

	private final Context context;

	private final Map<String, JsonNode> entries = new LinkedHashMap<>();

	// Held while a change is made and told, so that changes are told in their order.
	private final ReentrantLock changing = new ReentrantLock();

	private final ReentrantLock saving = new ReentrantLock();

	private long version;

	private long savedVersion = -1;

	private @Nullable Future<?> autoSave;

	private volatile boolean closed;

	private volatile long rid;

	Store(Path path, StoreOptions options, StoreFormat serializer, StoreFormat deserializer, Context context) {
		this.path = path;
		this.options = options;
		this.serializer = serializer;
		this.deserializer = deserializer;
		this.context = context;
	}

	void open(long rid) {
		this.rid = rid;
	}

	/**
	 * Read the file for the first time.
	 */
	void load() {
		Map<String, JsonNode> read = Map.of();
		boolean found = false;
		boolean keep = false;
		try {
			read = read();
			found = true;
		}
		catch (IOException ex) {
			keep = Files.exists(this.path);
			if (keep) {
				logger.warn(LogMessage.format("The store '%s' cannot be read and starts with its defaults: %s",
						this.path, text(ex)));
			}
		}
		synchronized (this.entries) {
			if (!found || !this.options.overrideDefaults()) {
				this.entries.putAll(this.options.defaults());
			}
			this.entries.putAll(read);
			// What cannot be read stays where it is until something changes.
			if (keep || (found && this.entries.equals(read))) {
				this.savedVersion = this.version;
			}
		}
	}

	/**
	 * Begin without the file.
	 */
	void create() {
		synchronized (this.entries) {
			this.entries.putAll(this.options.defaults());
		}
	}

	private Map<String, JsonNode> read() throws IOException {
		if (Files.exists(this.path) && !Files.isRegularFile(this.path)) {
			throw new IOException("not a file");
		}
		byte[] content = Files.readAllBytes(this.path);
		try {
			return this.deserializer.read(content);
		}
		catch (IOException | RuntimeException ex) {
			throw new BrokenException(ex);
		}
	}

	/**
	 * The file.
	 * @return its absolute path
	 */
	public Path path() {
		return this.path;
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
		synchronized (this.entries) {
			return this.entries.get(key);
		}
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
		change((entries, changes) -> {
			entries.keySet().forEach((key) -> changes.accept(change(key, null)));
			entries.clear();
		});
	}

	/**
	 * Go back to the defaults.
	 * @throws InvokeException if the store is closed
	 */
	public void reset() {
		Map<String, JsonNode> defaults = this.options.defaults();
		change((entries, changes) -> {
			entries.forEach((key, value) -> {
				JsonNode replacement = defaults.get(key);
				if (!value.equals(replacement)) {
					changes.accept(change(key, replacement));
				}
			});
			defaults.forEach((key, value) -> {
				if (!entries.containsKey(key)) {
					changes.accept(change(key, value));
				}
			});
			entries.clear();
			entries.putAll(defaults);
		});
	}

	private StoreChange change(String key, @Nullable JsonNode value) {
		return new StoreChange(this.path.toString(), this.rid, key, value, value != null);
	}

	private boolean change(BiConsumer<Map<String, JsonNode>, Consumer<StoreChange>> work) {
		this.changing.lock();
		try {
			List<StoreChange> changes = new ArrayList<>(1);
			synchronized (this.entries) {
				if (this.closed) {
					throw new InvokeException("The resource id " + this.rid + " is invalid.");
				}
				work.accept(this.entries, changes::add);
				if (changes.isEmpty()) {
					return false;
				}
				this.version++;
				scheduleSave();
			}
			changes.forEach((change) -> this.context.events().accept(CHANGE_EVENT, change));
			return true;
		}
		finally {
			this.changing.unlock();
		}
	}

	private void scheduleSave() {
		cancelSave();
		Duration delay = this.options.autoSave();
		if (delay != null && !delay.equals(StoreOptions.NEVER)) {
			this.autoSave = this.context.delay().schedule(this::saveOrLog, delay);
		}
	}

	private void cancelSave() {
		Future<?> pending = this.autoSave;
		if (pending != null) {
			pending.cancel(false);
			this.autoSave = null;
		}
	}

	private void saveOrLog() {
		try {
			write();
		}
		catch (RuntimeException ex) {
			logger.warn(LogMessage.format("The store '%s' was not saved: %s", this.path, ex.getMessage()));
		}
	}

	/**
	 * The keys.
	 * @return a copy in the order in which they were set first
	 */
	public List<String> keys() {
		synchronized (this.entries) {
			return new ArrayList<>(this.entries.keySet());
		}
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
		synchronized (this.entries) {
			return new LinkedHashMap<>(this.entries);
		}
	}

	/**
	 * How many entries there are.
	 * @return the number
	 */
	public int length() {
		synchronized (this.entries) {
			return this.entries.size();
		}
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
		Map<String, JsonNode> read;
		try {
			read = read();
		}
		catch (IOException ex) {
			throw new InvokeException(text(ex), ex);
		}
		synchronized (this.entries) {
			if (exactly) {
				this.entries.clear();
			}
			this.entries.putAll(read);
			this.version++;
			if (this.entries.equals(read)) {
				cancelSave();
				this.savedVersion = this.version;
			}
		}
	}

	/**
	 * Write the file now. Returns when it is on the disk.
	 * @throws InvokeException if it cannot be written; it is as it was then
	 */
	public void save() {
		synchronized (this.entries) {
			cancelSave();
		}
		write();
	}

	private void write() {
		this.saving.lock();
		try {
			Map<String, JsonNode> snapshot;
			long version;
			synchronized (this.entries) {
				snapshot = new LinkedHashMap<>(this.entries);
				version = this.version;
			}
			byte[] content;
			try {
				content = this.serializer.write(snapshot);
			}
			catch (IOException | RuntimeException ex) {
				throw new InvokeException("Failed to serialize store. " + ex.getMessage(), ex);
			}
			this.context.files().write(this.path, (stream) -> stream.write(content));
			synchronized (this.entries) {
				this.savedVersion = version;
			}
		}
		catch (IOException ex) {
			throw new InvokeException(IoErrors.text(ex), ex);
		}
		finally {
			this.saving.unlock();
		}
	}

	/**
	 * Write what is not written yet, at the end of the application.
	 */
	void finish() {
		boolean changed;
		synchronized (this.entries) {
			cancelSave();
			this.closed = true;
			changed = this.version != this.savedVersion;
		}
		if (changed) {
			saveOrLog();
		}
	}

	/**
	 * Forget changes that are to be written, for a store of the same path that replaces
	 * this one.
	 */
	void abandon() {
		synchronized (this.entries) {
			cancelSave();
			this.closed = true;
		}
	}

	/**
	 * Close the store, for all. A change that waits to be written is written now.
	 */
	@Override
	public void close() {
		boolean waiting;
		synchronized (this.entries) {
			waiting = this.autoSave != null && this.version != this.savedVersion;
			cancelSave();
			this.closed = true;
		}
		this.context.closed().accept(this);
		if (waiting) {
			saveOrLog();
		}
	}

	private static String text(IOException ex) {
		return (ex instanceof BrokenException) ? String.valueOf(ex.getMessage()) : IoErrors.text(ex);
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

	/**
	 * The content of the file is not what it should be.
	 */
	private static final class BrokenException extends IOException {

		BrokenException(Exception cause) {
			super("Failed to deserialize store. " + cause.getMessage(), cause);
		}

	}

	/**
	 * Writes a file.
	 */
	@FunctionalInterface
	interface FileWriter {

		void write(Path file, AtomicFile.Content content) throws IOException;

	}

	/**
	 * Runs work later.
	 */
	@FunctionalInterface
	interface Delay {

		Future<?> schedule(Runnable work, Duration delay);

	}

	/**
	 * What all stores have in common.
	 *
	 * @param mapper reads and writes values
	 * @param events tells of a change
	 * @param delay saves later
	 * @param files writes files
	 * @param closed forgets a store that is closed
	 */
	record Context(JsonMapper mapper, BiConsumer<String, StoreChange> events, Delay delay, FileWriter files,
			Consumer<Store> closed) {
	}

}
