package dev.tauriboot.event;

import java.util.Arrays;
import java.util.function.Predicate;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one page to one event. Immutable. The head of the frame of an event
 * that reaches all of them is made once, with the first such event.
 */
final class PageListeners {

	private final Page page;

	private final String quotedName;

	private final int[] ids;

	private final EventTarget[] targets;

	private @Nullable String head;

	private PageListeners(Page page, String quotedName, int[] ids, EventTarget[] targets) {
		this.page = page;
		this.quotedName = quotedName;
		this.ids = ids;
		this.targets = targets;
	}

	static PageListeners of(Page page, String quotedName, int id, EventTarget target) {
		return new PageListeners(page, quotedName, new int[] { id }, new EventTarget[] { target });
	}

	Page page() {
		return this.page;
	}

	PageListeners with(int id, EventTarget target) {
		int[] ids = Arrays.copyOf(this.ids, this.ids.length + 1);
		EventTarget[] targets = Arrays.copyOf(this.targets, ids.length);
		ids[ids.length - 1] = id;
		targets[ids.length - 1] = target;
		return new PageListeners(this.page, this.quotedName, ids, targets);
	}

	boolean contains(int id) {
		return indexOf(id) >= 0;
	}

	@Nullable PageListeners without(int id) {
		int index = indexOf(id);
		if (index < 0) {
			return this;
		}
		int length = this.ids.length - 1;
		if (length == 0) {
			return null;
		}
		int[] ids = new int[length];
		EventTarget[] targets = new EventTarget[length];
		System.arraycopy(this.ids, 0, ids, 0, index);
		System.arraycopy(this.ids, index + 1, ids, index, length - index);
		System.arraycopy(this.targets, 0, targets, 0, index);
		System.arraycopy(this.targets, index + 1, targets, index, length - index);
		return new PageListeners(this.page, this.quotedName, ids, targets);
	}

	private int indexOf(int id) {
		for (int i = 0; i < this.ids.length; i++) {
			if (this.ids[i] == id) {
				return i;
			}
		}
		return -1;
	}

	boolean anyMatch(Predicate<EventTarget> filter) {
		for (EventTarget target : this.targets) {
			if (filter.test(target)) {
				return true;
			}
		}
		return false;
	}

	void dispatch(Predicate<EventTarget> filter, String payload) {
		String head = (filter == EventMatcher.all()) ? head() : head(filter);
		if (!head.isEmpty()) {
			this.page.outbound().event(head, payload);
		}
	}

	private String head() {
		String head = this.head;
		if (head == null) {
			head = head(EventMatcher.all());
			this.head = head;
		}
		return head;
	}

	private String head(Predicate<EventTarget> filter) {
		StringBuilder head = new StringBuilder(this.quotedName).append(",[");
		int empty = head.length();
		for (int i = 0; i < this.ids.length; i++) {
			if (filter.test(this.targets[i])) {
				if (head.length() > empty) {
					head.append(',');
				}
				head.append(this.ids[i]);
			}
		}
		return (head.length() > empty) ? head.append("],").toString() : "";
	}

}
