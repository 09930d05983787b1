package dev.tauriboot.command;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls of each page, those in flight or those that wait for a worker. Safe for
 * any thread.
 *
 * @since 0.1.0
 */
public final class CallLimit {

	private final int max;

	private final ConcurrentMap<Page, AtomicInteger> counts = new ConcurrentHashMap<>();

	/**
	 * Create the limit.
	 * @param max how many calls a page may have at a time
	 */
	public CallLimit(int max) {
		this.max = max;
	}

	/**
	 * Count a call.
	 * @param page the calling page
	 * @return what to decrement when the call ends, or {@code null} if there are too many
	 */
	public @Nullable AtomicInteger enter(Page page) {
		AtomicInteger count = this.counts.get(page);
		if (count == null) {
			count = count(page);
		}
		// Who is refused is never counted: that would keep out another for a moment.
		for (int calls = count.get(); calls < this.max; calls = count.get()) {
			if (count.compareAndSet(calls, calls + 1)) {
				return count;
			}
		}
		return null;
	}

	private AtomicInteger count(Page page) {
		AtomicInteger count = new AtomicInteger();
		AtomicInteger other = this.counts.putIfAbsent(page, count);
		if (other != null) {
			return other;
		}
		page.onClose(() -> this.counts.remove(page));
		return count;
	}

	int pages() {
		return this.counts.size();
	}

	/**
	 * What a page is told whose call is one too many.
	 * @return the text
	 */
	public String text() {
		return "too many calls in flight: the limit is " + this.max;
	}

}
