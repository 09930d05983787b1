package dev.tauriboot.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * The listeners to one event. Immutable, replaced as a whole under the lock of
 * {@link Events}.
 */
final class EventListeners {

	private static final PageListeners[] NO_PAGES = {};

	private static final BackEndListener[] NO_BACK_END = {};

	static final EventListeners NONE = new EventListeners(NO_PAGES, NO_BACK_END);

	private final PageListeners[] pages;

	private final BackEndListener[] backEnd;

	private EventListeners(PageListeners[] pages, BackEndListener[] backEnd) {
		this.pages = pages;
		this.backEnd = backEnd;
	}

	boolean isEmpty() {
		return this.pages.length == 0 && this.backEnd.length == 0;
	}

	boolean anyMatch(Predicate<EventTarget> filter) {
		if (anyPageMatch(filter)) {
			return true;
		}
		for (BackEndListener listener : this.backEnd) {
			if (filter.test(listener.target())) {
				return true;
			}
		}
		return false;
	}

	boolean anyPageMatch(Predicate<EventTarget> filter) {
		for (PageListeners listeners : this.pages) {
			if (listeners.anyMatch(filter)) {
				return true;
			}
		}
		return false;
	}

	void dispatchToPages(Predicate<EventTarget> filter, String payload) {
		for (PageListeners listeners : this.pages) {
			listeners.dispatch(filter, payload);
		}
	}

	boolean hasBackEnd() {
		return this.backEnd.length > 0;
	}

	void dispatchToBackEnd(Predicate<EventTarget> filter, EventPayload payload, boolean mayWait) {
		for (BackEndListener listener : this.backEnd) {
			if (filter.test(listener.target())) {
				listener.offer(payload, mayWait);
			}
		}
	}

	EventListeners with(BackEndListener listener) {
		List<BackEndListener> backEnd = new ArrayList<>(List.of(this.backEnd));
		backEnd.add(listener);
		return new EventListeners(this.pages, backEnd.toArray(NO_BACK_END));
	}

	EventListeners without(BackEndListener listener) {
		List<BackEndListener> backEnd = new ArrayList<>(List.of(this.backEnd));
		backEnd.remove(listener);
		return new EventListeners(this.pages, backEnd.toArray(NO_BACK_END));
	}

	EventListeners with(Page page, String quotedName, int id, EventTarget target) {
		PageListeners old = of(page);
		return with(page, (old != null) ? old.with(id, target) : PageListeners.of(page, quotedName, id, target));
	}

	EventListeners without(Page page, int id) {
		PageListeners old = of(page);
		return (old != null) ? with(page, old.without(id)) : this;
	}

	EventListeners without(Page page) {
		return with(page, null);
	}

	@Nullable PageListeners of(Page page) {
		for (PageListeners listeners : this.pages) {
			if (listeners.page() == page) {
				return listeners;
			}
		}
		return null;
	}

	private EventListeners with(Page page, @Nullable PageListeners replacement) {
		List<PageListeners> pages = new ArrayList<>();
		boolean replaced = false;
		for (PageListeners listeners : this.pages) {
			if (listeners.page() != page) {
				pages.add(listeners);
			}
			else if (replacement != null) {
				pages.add(replacement);
				replaced = true;
			}
		}
		if (replacement != null && !replaced) {
			pages.add(replacement);
		}
		return new EventListeners(pages.toArray(NO_PAGES), this.backEnd);
	}

}
