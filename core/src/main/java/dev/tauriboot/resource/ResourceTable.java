package dev.tauriboot.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Objects of the back end that documents know by number, such as images: section 10.0 of
 * the wire contract. A number is good in the document that got it and in no other, and
 * its object goes with that document: by reload, navigation or close. Shared objects are
 * the application's: their numbers are good in all documents, and they stay until one
 * lets them go. An object that is {@link AutoCloseable} is closed when it goes. A bean,
 * safe for any thread.
 *
 * @since 0.1.0
 */
public final class ResourceTable {

	private static final Log logger = LogFactory.getLog(ResourceTable.class);

	private static final long END = 1L << 32;

	/**
	 * How many objects a document may have unless told otherwise.
	 */
	public static final int DEFAULT_MAX_PER_PAGE = 100_000;

	private final Map<Page, Resources> tables = new ConcurrentHashMap<>();

	private final Resources shared = new Resources();

	private volatile int maxPerPage = DEFAULT_MAX_PER_PAGE;

	/**
	 * Limit the objects of each document.
	 * @param max how many a document may have at a time, shared ones not counted
	 */
	public void setMaxPerPage(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxPerPage = max;
	}

	/**
	 * Hand an object to a document.
	 * @param page the document
	 * @param resource the object; if it is to be closed, closing must not block for long
	 * @return its number, from 1 to 2<sup>32</sup> - 1
	 * @throws InvokeException if the document has ended or has too many objects; the
	 * object is closed then
	 */
	public long add(Page page, Object resource) {
		Assert.notNull(page, "'page' must not be null");
		Assert.notNull(resource, "'resource' must not be null");
		int max = this.maxPerPage;
		long rid = of(page).add(resource, max, (number) -> this.shared.get(number) != null);
		if (rid <= 0) {
			close(resource);
			throw new InvokeException(
					(rid == Resources.FULL) ? "too many resources: the limit is " + max : "the page is gone");
		}
		return rid;
	}

	private Resources of(Page page) {
		Resources known = this.tables.get(page);
		if (known != null) {
			return known;
		}
		Resources created = new Resources();
		known = this.tables.putIfAbsent(page, created);
		if (known != null) {
			return known;
		}
		// runs at once if the page has ended meanwhile
		page.onClose(() -> release(page));
		return created;
	}

	private void release(Page page) {
		Resources resources = this.tables.remove(page);
		if (resources != null) {
			resources.end().forEach(ResourceTable::close);
		}
	}

	/**
	 * Hand an object to the application, for documents to share. What they may do with it
	 * is for its commands to say.
	 * @param resource the object; if it is to be closed, closing must not block for long
	 * @return its number, from 1 to 2<sup>32</sup> - 1
	 */
	public long addShared(Object resource) {
		Assert.notNull(resource, "'resource' must not be null");
		return this.shared.add(resource, Integer.MAX_VALUE,
				(number) -> this.tables.values().stream().anyMatch((resources) -> resources.get(number) != null));
	}

	/**
	 * Take a shared object away without closing it. Does nothing if the number is
	 * unknown.
	 * @param rid its number, which is no longer good afterwards
	 */
	public void removeShared(long rid) {
		this.shared.remove(rid);
	}

	/**
	 * Find an object, the document's own or a shared one.
	 * @param page the document that names it
	 * @param rid its number
	 * @param type what it is expected to be
	 * @param <T> the type
	 * @return the object
	 * @throws InvokeException if the document has no such object
	 */
	public <T> T get(Page page, long rid, Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		Resources resources = this.tables.get(page);
		Object resource = (resources != null) ? resources.get(rid) : null;
		if (resource == null) {
			resource = this.shared.get(rid);
		}
		if (!type.isInstance(resource)) {
			throw invalid(rid);
		}
		return type.cast(resource);
	}

	/**
	 * Let an object go, the document's own or a shared one.
	 * @param page the document that names it
	 * @param rid its number, which is no longer good afterwards
	 * @throws InvokeException if the document has no such object
	 */
	public void close(Page page, long rid) {
		Resources resources = this.tables.get(page);
		Object resource = (resources != null) ? resources.remove(rid) : null;
		if (resource == null) {
			resource = this.shared.remove(rid);
		}
		if (resource == null) {
			throw invalid(rid);
		}
		close(resource);
	}

	/**
	 * How many objects a document has.
	 * @param page the document
	 * @return the number, 0 once the document has ended
	 */
	public int count(Page page) {
		Resources resources = this.tables.get(page);
		return (resources != null) ? resources.count() : 0;
	}

	int pages() {
		return this.tables.size();
	}

	private static InvokeException invalid(long rid) {
		return new InvokeException("The resource id " + rid + " is invalid.");
	}

	private static void close(Object resource) {
		if (resource instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (Throwable ex) {
				logger.warn("A resource could not be closed", ex);
			}
		}
	}

	/**
	 * The objects of one document, or of the application.
	 */
	private static final class Resources {

		static final long FULL = -1;

		private final Map<Long, Object> all = new HashMap<>();

		private boolean ended;

		synchronized long add(Object resource, int max, LongPredicate taken) {
			if (this.ended) {
				return 0;
			}
			if (this.all.size() >= max) {
				return FULL;
			}
			long rid;
			do {
				rid = ThreadLocalRandom.current().nextLong(1, END);
			}
			while (taken.test(rid) || this.all.containsKey(rid));
			this.all.put(rid, resource);
			return rid;
		}

		synchronized @Nullable Object get(long rid) {
			return this.all.get(rid);
		}

		synchronized @Nullable Object remove(long rid) {
			return this.all.remove(rid);
		}

		synchronized int count() {
			return this.all.size();
		}

		synchronized List<Object> end() {
			this.ended = true;
			List<Object> resources = new ArrayList<>(this.all.values());
			this.all.clear();
			return resources;
		}

	}

}
