package dev.tauriboot.window;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.tauriboot.ipc.InvokeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Large data that a document is told to fetch, each once. What was not fetched in a
 * minute makes room for other data. Not safe for use by several threads: its queue guards
 * it.
 */
final class HeldData {

	private static final long EXPIRY_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final Map<Integer, Held> byId = new LinkedHashMap<>();

	private final long max;

	private final LongSupplier nanoTime;

	private long bytes;

	private int next = 1;

	HeldData(long max, LongSupplier nanoTime) {
		this.max = max;
		this.nanoTime = nanoTime;
	}

	/**
	 * Hold data.
	 * @param data the data
	 * @param result whether it is the result of a call
	 * @return the id to fetch it by
	 */
	int hold(InvokeResponse.Raw data, boolean result) {
		int id = this.next++;
		this.byId.put(id, new Held(data, this.nanoTime.getAsLong(), result));
		this.bytes += data.bytes().length;
		return id;
	}

	/**
	 * An id that leads nowhere, for a document that is gone.
	 * @return the id
	 */
	int skip() {
		return this.next++;
	}

	InvokeResponse.@Nullable Raw take(int id) {
		Held held = this.byId.remove(id);
		if (held == null) {
			return null;
		}
		this.bytes -= held.data().bytes().length;
		return held.data();
	}

	InvokeResponse.@Nullable Raw takeResult(int id) {
		Held held = this.byId.get(id);
		return (held != null && held.result()) ? take(id) : null;
	}

	boolean hasRoom() {
		if (this.bytes > this.max) {
			dropExpired();
		}
		return this.bytes <= this.max;
	}

	boolean nearlyHasRoom() {
		return this.bytes <= 2 * this.max;
	}

	boolean hasRoomForResponse() {
		return this.bytes <= 4 * this.max;
	}

	private void dropExpired() {
		long now = this.nanoTime.getAsLong();
		Iterator<Held> eldest = this.byId.values().iterator();
		while (eldest.hasNext()) {
			Held held = eldest.next();
			if (now - held.since() < EXPIRY_NANOS) {
				return;
			}
			eldest.remove();
			this.bytes -= held.data().bytes().length;
		}
	}

	void clear() {
		this.byId.clear();
		this.bytes = 0;
	}

	private record Held(InvokeResponse.Raw data, long since, boolean result) {
	}

}
