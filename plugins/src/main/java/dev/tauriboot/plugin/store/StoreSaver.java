package dev.tauriboot.plugin.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.log.LogMessage;

/**
 * Knows whether a store is to be written, and writes it now or some time after its last
 * change. The monitor of the entries guards it, and is free while the file is written.
 */
final class StoreSaver {

	private static final Log logger = LogFactory.getLog(StoreSaver.class);

	private final StoreFile file;

	private final Map<String, JsonNode> entries;

	private final @Nullable Duration delay;

	private final ScheduledExecutorService scheduler;

	private final ReentrantLock writing = new ReentrantLock();

	private long version;

	private long savedVersion = -1;

	private @Nullable Future<?> scheduled;

	StoreSaver(StoreFile file, Map<String, JsonNode> entries, @Nullable Duration delay,
			ScheduledExecutorService scheduler) {
		this.file = file;
		this.entries = entries;
		this.delay = delay;
		this.scheduler = scheduler;
	}

	void changed() {
		this.version++;
	}

	void saved() {
		cancel();
		this.savedVersion = this.version;
	}

	boolean isChanged() {
		return this.version != this.savedVersion;
	}

	boolean isWaiting() {
		return this.scheduled != null && isChanged();
	}

	void schedule() {
		cancel();
		if (this.delay != null && !this.delay.equals(StoreOptions.NEVER)) {
			this.scheduled = this.scheduler.schedule(this::saveOrLog, this.delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	void cancel() {
		if (this.scheduled != null) {
			this.scheduled.cancel(false);
			this.scheduled = null;
		}
	}

	/**
	 * Write the file. Needs no lock.
	 * @throws dev.tauriboot.ipc.InvokeException if it cannot be written
	 */
	void save() {
		this.writing.lock();
		try {
			Map<String, JsonNode> snapshot;
			long version;
			synchronized (this.entries) {
				snapshot = new LinkedHashMap<>(this.entries);
				version = this.version;
			}
			this.file.write(snapshot);
			synchronized (this.entries) {
				this.savedVersion = version;
			}
		}
		finally {
			this.writing.unlock();
		}
	}

	void saveOrLog() {
		try {
			save();
		}
		catch (RuntimeException ex) {
			logger.warn(LogMessage.format("The store '%s' was not saved: %s", this.file.path(), ex.getMessage()));
		}
	}

}
