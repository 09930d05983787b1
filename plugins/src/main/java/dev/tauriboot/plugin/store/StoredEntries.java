package dev.tauriboot.plugin.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import dev.tauriboot.ipc.InvokeException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.log.LogMessage;

/**
 * The entries of a store and the file that keeps them, which is written when asked for or
 * some time after the last change. Safe for any thread. Nobody waits for the entries
 * while the file is written.
 */
final class StoredEntries {

	private static final Log logger = LogFactory.getLog(Store.class);

	private final StoreFile file;

	private final StoreOptions options;

	private final ScheduledExecutorService scheduler;

	// Its monitor guards all that follows but the next one.
	private final Map<String, JsonNode> values = new LinkedHashMap<>();

	private final ReentrantLock writing = new ReentrantLock();

	private long version;

	private long savedVersion = -1;

	private @Nullable Future<?> scheduled;

	private boolean closed;

	StoredEntries(StoreFile file, StoreOptions options, ScheduledExecutorService scheduler) {
		this.file = file;
		this.options = options;
		this.scheduler = scheduler;
	}

	/**
	 * Begin without the file.
	 */
	void create() {
		synchronized (this.values) {
			this.values.putAll(this.options.defaults());
		}
	}

	/**
	 * Read the file for the first time.
	 */
	void load() {
		Map<String, JsonNode> read = Map.of();
		boolean found = false;
		boolean keep = false;
		try {
			read = this.file.read();
			found = true;
		}
		catch (InvokeException ex) {
			keep = this.file.exists();
			if (keep) {
				logger.warn(LogMessage.format("The store '%s' cannot be read and starts with its defaults: %s",
						this.file.path(), ex.getMessage()));
			}
		}
		synchronized (this.values) {
			if (!found || !this.options.overrideDefaults()) {
				this.values.putAll(this.options.defaults());
			}
			this.values.putAll(read);
			// What cannot be read stays where it is until something changes.
			if (keep || (found && this.values.equals(read))) {
				saved();
			}
		}
	}

	/**
	 * Read the file again.
	 * @param exactly whether to forget what the file does not hold
	 * @throws InvokeException if the file cannot be read
	 */
	void reload(boolean exactly) {
		Map<String, JsonNode> read = this.file.read();
		synchronized (this.values) {
			if (exactly) {
				this.values.clear();
			}
			this.values.putAll(read);
			this.version++;
			if (this.values.equals(read)) {
				saved();
			}
		}
	}

	private void saved() {
		cancel();
		this.savedVersion = this.version;
	}

	private void cancel() {
		if (this.scheduled != null) {
			this.scheduled.cancel(false);
			this.scheduled = null;
		}
	}

	@Nullable JsonNode get(String key) {
		synchronized (this.values) {
			return this.values.get(key);
		}
	}

	int size() {
		synchronized (this.values) {
			return this.values.size();
		}
	}

	Map<String, JsonNode> snapshot() {
		synchronized (this.values) {
			return new LinkedHashMap<>(this.values);
		}
	}

	/**
	 * Change entries.
	 * @param work changes them and tells whether it has
	 * @return {@code false} if they are closed, and nothing was done
	 */
	boolean change(Predicate<Map<String, JsonNode>> work) {
		synchronized (this.values) {
			if (this.closed) {
				return false;
			}
			if (work.test(this.values)) {
				this.version++;
				schedule();
			}
			return true;
		}
	}

	private void schedule() {
		cancel();
		if (this.options.autoSave() != null && !this.options.autoSave().equals(StoreOptions.NEVER)) {
			this.scheduled = this.scheduler.schedule(() -> saveOrLog(true), this.options.autoSave().toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Write the file now.
	 * @throws InvokeException if it cannot be written
	 */
	void save() {
		synchronized (this.values) {
			cancel();
		}
		write(false);
	}

	private void write(boolean unlessClosed) {
		this.writing.lock();
		try {
			Map<String, JsonNode> snapshot;
			long version;
			synchronized (this.values) {
				// Who has closed it writes what is left, and nobody does after that.
				if (unlessClosed && this.closed) {
					return;
				}
				snapshot = new LinkedHashMap<>(this.values);
				version = this.version;
			}
			this.file.write(snapshot);
			synchronized (this.values) {
				this.savedVersion = version;
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	void saveOrLog() {
		saveOrLog(false);
	}

	private void saveOrLog(boolean unlessClosed) {
		try {
			write(unlessClosed);
		}
		catch (RuntimeException ex) {
			logger.warn(LogMessage.format("The store '%s' was not saved: %s", this.file.path(), ex.getMessage()));
		}
	}

	/**
	 * Change no more.
	 * @return whether a change waits to be written, which it no longer does
	 */
	boolean close() {
		synchronized (this.values) {
			boolean waiting = this.scheduled != null && this.version != this.savedVersion;
			cancel();
			this.closed = true;
			return waiting;
		}
	}

	/**
	 * Close, and write what is not written yet.
	 */
	void finish() {
		boolean changed;
		synchronized (this.values) {
			changed = this.version != this.savedVersion;
			close();
		}
		if (changed) {
			saveOrLog();
		}
	}

}
