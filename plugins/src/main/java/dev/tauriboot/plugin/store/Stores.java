package dev.tauriboot.plugin.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.tauriboot.event.Events;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.AtomicFile;
import dev.tauriboot.resource.ResourceTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The application's stores: section 3.12 of the plugins' contract. A store is open for
 * everybody or for nobody, and there is one for a file. A bean, safe for any thread.
 * Closing it writes what is not written yet.
 *
 * @since 0.1.0
 */
public final class Stores implements AutoCloseable {

	private final Supplier<@Nullable Path> directory;

	private final Duration autoSave;

	private final Map<String, StoreFormat> formats;

	private final ResourceTable resources;

	private final ScheduledThreadPoolExecutor scheduler;

	private final StoreFile.Writer writer;

	private final Store.Context context;

	private final StoreFormat json = new JsonStoreFormat();

	private final Map<Path, Store> open = new HashMap<>();

	/**
	 * Create the stores.
	 * @param directory where relative paths begin; may have none
	 * @param autoSave how long after the last change a file is written,
	 * {@link StoreOptions#NEVER} for not
	 * @param formats other formats than JSON by name
	 * @param resources what pages hold
	 * @param events tells of changes
	 * @param mapper reads and writes values
	 */
	public Stores(Supplier<@Nullable Path> directory, Duration autoSave, Map<String, StoreFormat> formats,
			ResourceTable resources, Events events, JsonMapper mapper) {
		this(directory, autoSave, formats, resources, events, mapper, AtomicFile::write);
	}

	Stores(Supplier<@Nullable Path> directory, Duration autoSave, Map<String, StoreFormat> formats,
			ResourceTable resources, Events events, JsonMapper mapper, StoreFile.Writer writer) {
		Assert.notNull(directory, "'directory' must not be null");
		Assert.notNull(autoSave, "'autoSave' must not be null");
		Assert.notNull(formats, "'formats' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		Assert.notNull(events, "'events' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.directory = directory;
		this.autoSave = autoSave;
		this.formats = Map.copyOf(formats);
		this.resources = resources;
		this.writer = writer;
		this.scheduler = new ScheduledThreadPoolExecutor(1, Stores::thread);
		this.scheduler.setRemoveOnCancelPolicy(true);
		this.scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
		this.scheduler.allowCoreThreadTimeOut(true);
		this.context = new Store.Context(mapper, events, this.scheduler, this::closed);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "tauri-store");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Open a store, or find the one that is open.
	 * @param path its file, absolute or below the application's data
	 * @return the store
	 * @throws InvokeException if there is no place for it
	 */
	public Store load(String path) {
		return load(path, StoreOptions.DEFAULT);
	}

	/**
	 * Open a store, or find the one that is open.
	 * @param path its file, absolute or below the application's data
	 * @param options how to open it; they do not change one that is open
	 * @return the store
	 * @throws InvokeException if there is no place for it, or no format of that name
	 */
	public Store load(String path, StoreOptions options) {
		Assert.notNull(options, "'options' must not be null");
		StoreFile file = new StoreFile(resolve(path), format(options.serializer(), "Serialize"),
				format(options.deserializer(), "Deserialize"), this.writer);
		synchronized (this.open) {
			Store known = this.open.get(file.path());
			if (known != null && !options.createNew()) {
				return known;
			}
			StoreOptions resolved = (options.autoSave() != null) ? options : options.withAutoSave(this.autoSave);
			Store store = new Store(file, resolved, this.context);
			if (options.createNew()) {
				store.create();
			}
			else {
				store.load();
			}
			if (known != null) {
				this.resources.removeShared(known.rid());
				known.abandon();
			}
			this.open.put(file.path(), store);
			store.open(this.resources.addShared(store));
			return store;
		}
	}

	/**
	 * Find a store that is open.
	 * @param path its file, absolute or below the application's data
	 * @return the store, or {@code null} if it is not open
	 * @throws InvokeException if there is no place for it
	 */
	public @Nullable Store get(String path) {
		Path file = resolve(path);
		synchronized (this.open) {
			return this.open.get(file);
		}
	}

	/**
	 * Where a store is.
	 * @param path its file, absolute or below the application's data
	 * @return the absolute path
	 * @throws InvokeException if there is no place for it
	 */
	Path resolve(String path) {
		Assert.notNull(path, "'path' must not be null");
		try {
			Path given = Path.of(path);
			return (given.isAbsolute() ? given : directory().resolve(given)).normalize();
		}
		catch (InvalidPathException ex) {
			throw new InvokeException("Invalid argument (os error 22)", ex);
		}
	}

	Path directory() {
		Path directory = this.directory.get();
		if (directory == null) {
			throw new InvokeException("unknown path");
		}
		return directory.toAbsolutePath().normalize();
	}

	private StoreFormat format(@Nullable String name, String function) {
		if (name == null) {
			return this.json;
		}
		StoreFormat format = this.formats.get(name);
		if (format == null) {
			throw new InvokeException(function + " Function \"" + name + "\" not found");
		}
		return format;
	}

	private void closed(Store store) {
		synchronized (this.open) {
			this.open.remove(store.path(), store);
			this.resources.removeShared(store.rid());
		}
	}

	@Override
	public void close() {
		List<Store> stores;
		synchronized (this.open) {
			stores = new ArrayList<>(this.open.values());
			this.open.clear();
		}
		this.scheduler.shutdownNow();
		for (Store store : stores) {
			this.resources.removeShared(store.rid());
			store.finish();
		}
	}

}
