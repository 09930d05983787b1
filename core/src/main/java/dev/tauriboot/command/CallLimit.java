package dev.tauriboot.command;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls in flight of each page, through whatever door they came.
 */
final class CallLimit {

	private final int max;

	private final ConcurrentMap<Page, AtomicInteger> counts = new ConcurrentHashMap<>();

	CallLimit(int max) {
		this.max = max;
	}

	/**
	 * Count a call.
	 * @return what to decrement when the call ends, or {@code null} if there are too many
	 */
	@Nullable AtomicInteger enter(Page page) {
		AtomicInteger count = this.counts.get(page);
		if (count == null) {
			count = count(page);
		}
		if (count.incrementAndGet() > this.max) {
			count.decrementAndGet();
			return null;
		}
		return count;
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

	String text() {
		return "too many calls in flight: the limit is " + this.max;
	}

}
