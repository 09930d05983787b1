package dev.tauriboot.event;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * All events of the application: who listens and who gets what. Safe for any thread.
 * <p>
 * Events of one thread reach each listener in the order of emission, pages before the
 * back end. A payload is serialised once, by the application's mapper, and not at all if
 * nobody listens. Where a page or a handler does not keep up, an emitter that may block
 * waits for it, at most some seconds; after that, and sooner on a thread that must not
 * block, events to that listener are dropped and the log says so. Listeners of a page end
 * with its document.
 *
 * @since 0.1.0
 */
public final class Events {

	/**
	 * How many listeners a page may have unless told otherwise.
	 */
	public static final int DEFAULT_MAX_LISTENERS = 10_000;

	/**
	 * How many events may wait for a listener of the back end unless told otherwise.
	 */
	public static final int DEFAULT_MAX_QUEUED = 16 * 1024;

	private final JsonMapper mapper;

	private final Executor executor;

	private final BooleanSupplier nonBlocking;

	private final AtomicInteger nextId = new AtomicInteger();

	private final Map<String, EventListeners> listeners = new ConcurrentHashMap<>();

	private final Map<Integer, BackEndListener> backEnd = new ConcurrentHashMap<>();

	private final Map<Page, AtomicInteger> pages = new ConcurrentHashMap<>();

	private final ReentrantLock lock = new ReentrantLock();

	private volatile int maxListeners = DEFAULT_MAX_LISTENERS;

	private volatile int maxQueued = DEFAULT_MAX_QUEUED;

	private volatile Duration maxWait = Duration.ofSeconds(5);

	/**
	 * Create the events of an application of which any thread may wait.
	 * @param mapper writes and reads payloads
	 * @param executor runs handlers
	 */
	public Events(JsonMapper mapper, Executor executor) {
		this(mapper, executor, () -> false);
	}

	/**
	 * Create the events of an application.
	 * @param mapper writes and reads payloads
	 * @param executor runs handlers
	 * @param nonBlocking whether the current thread must not wait, as the UI thread must
	 * not
	 */
	public Events(JsonMapper mapper, Executor executor, BooleanSupplier nonBlocking) {
		Assert.notNull(mapper, "'mapper' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		Assert.notNull(nonBlocking, "'nonBlocking' must not be null");
		this.mapper = mapper;
		this.executor = executor;
		this.nonBlocking = nonBlocking;
	}

	/**
	 * Limit the listeners of each page.
	 * @param max how many a page may have at a time
	 */
	public void setMaxListeners(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxListeners = max;
	}

	/**
	 * Limit the events that wait for each listener of the back end that is added from now
	 * on.
	 * @param max how many may wait
	 */
	public void setMaxQueued(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxQueued = max;
	}

	/**
	 * Limit the wait for a listener of the back end that is added from now on.
	 * @param max how long an emitter that may block waits for it
	 */
	void setMaxWait(Duration max) {
		this.maxWait = max;
	}

	/**
	 * Emit an event to all listeners.
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emit(String name, @Nullable Object payload) {
		dispatch(name, payload, EventMatcher.all());
	}

	/**
	 * Emit an event to the listeners that a target reaches.
	 * @param target the target
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emitTo(EventTarget target, String name, @Nullable Object payload) {
		Assert.notNull(target, "'target' must not be null");
		dispatch(name, payload, EventMatcher.to(target));
	}

	/**
	 * Emit an event to the listeners whose target a filter accepts, and to those that
	 * listen for any.
	 * @param name the event's name
	 * @param payload the payload, any serialisable value
	 * @param filter decides about the target of a listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public void emitFilter(String name, @Nullable Object payload, Predicate<EventTarget> filter) {
		Assert.notNull(filter, "'filter' must not be null");
		dispatch(name, payload, (target) -> target instanceof EventTarget.Any || filter.test(target));
	}

	void dispatch(String name, @Nullable Object payload, Predicate<EventTarget> filter) {
		Assert.notNull(name, "'name' must not be null");
		EventListeners listeners = this.listeners.get(name);
		if (listeners == null) {
			// Nobody listens, so nobody has checked the name.
			EventName.of(name);
			return;
		}
		if (filter != EventMatcher.all() && !listeners.anyMatch(filter)) {
			return;
		}
		String json = (payload instanceof EventPayload given) ? given.json()
				: (payload != null) ? this.mapper.writeValueAsString(payload) : "null";
		listeners.dispatchToPages(filter, json);
		if (listeners.hasBackEnd()) {
			listeners.dispatchToBackEnd(filter, new EventPayload(json, this.mapper), mayWait());
		}
	}

	private boolean mayWait() {
		return !Schedulers.isInNonBlockingThread() && !this.nonBlocking.getAsBoolean();
	}

	/**
	 * Listen to an event with any target.
	 * @param name the event's name
	 * @param handler handles each event
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription listen(String name, EventHandler handler) {
		return listen(name, EventTarget.ANY, handler);
	}

	/**
	 * Listen to an event.
	 * @param name the event's name
	 * @param target what to listen for
	 * @param handler handles each event
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription listen(String name, EventTarget target, EventHandler handler) {
		return add(name, target, false, handler);
	}

	/**
	 * Listen to an event with any target and read its payload.
	 * @param <T> the type of the payload
	 * @param name the event's name
	 * @param type the type of the payload
	 * @param handler handles each event
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public <T> EventSubscription listen(String name, Class<T> type, Consumer<Event<@Nullable T>> handler) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(handler, "'handler' must not be null");
		return listen(name,
				(event) -> handler.accept(new Event<@Nullable T>(event.name(), event.id(), event.payload().as(type))));
	}

	/**
	 * Listen to the next event with any target.
	 * @param name the event's name
	 * @param handler handles the event
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription once(String name, EventHandler handler) {
		return once(name, EventTarget.ANY, handler);
	}

	/**
	 * Listen to the next event.
	 * @param name the event's name
	 * @param target what to listen for
	 * @param handler handles the event
	 * @return the listener
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public EventSubscription once(String name, EventTarget target, EventHandler handler) {
		return add(name, target, true, handler);
	}

	private EventSubscription add(String name, EventTarget target, boolean once, EventHandler handler) {
		Assert.notNull(target, "'target' must not be null");
		Assert.notNull(handler, "'handler' must not be null");
		BackEndListener listener = new BackEndListener(this.nextId.getAndIncrement(), EventName.of(name), target, once,
				handler, this.executor, this.maxQueued, this.maxWait, this::remove);
		this.backEnd.put(listener.id(), listener);
		update(name, (listeners) -> listeners.with(listener));
		return listener;
	}

	private void remove(BackEndListener listener) {
		if (this.backEnd.remove(listener.id()) != null) {
			update(listener.name().value(), (listeners) -> listeners.without(listener));
		}
	}

	/**
	 * Remove a listener of the back end. Does nothing for an unknown id.
	 * @param id its id
	 */
	public void unlisten(int id) {
		BackEndListener listener = this.backEnd.get(id);
		if (listener != null) {
			listener.unlisten();
		}
	}

	/**
	 * Add a listener of a page. The page learns of it by its queue before any event for
	 * it.
	 * @param page the page
	 * @param name the event's name
	 * @param target what it listens for
	 * @param handler the page's callback id
	 * @return the listener's id
	 * @throws InvokeException if the page has too many listeners
	 */
	public int listen(Page page, EventName name, EventTarget target, long handler) {
		Assert.notNull(page, "'page' must not be null");
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(target, "'target' must not be null");
		count(page);
		int id = this.nextId.getAndIncrement();
		String quotedName = quoted(name);
		page.outbound().listenerAdded(quotedName, id, handler);
		update(name.value(), (listeners) -> listeners.with(page, quotedName, id, target));
		if (!page.isOpen()) {
			drop(page);
		}
		return id;
	}

	private void count(Page page) {
		AtomicInteger count = this.pages.get(page);
		if (count == null) {
			AtomicInteger created = new AtomicInteger();
			count = this.pages.putIfAbsent(page, created);
			if (count == null) {
				count = created;
				page.onClose(() -> drop(page));
			}
		}
		int max = this.maxListeners;
		// Who is refused is never counted: that would keep out another for a moment.
		if (count.getAndUpdate((listeners) -> (listeners < max) ? listeners + 1 : listeners) >= max) {
			throw new InvokeException("too many listeners: the limit is " + max);
		}
	}

	/**
	 * Remove a listener of a page, in the page too. Does nothing for an id that is not
	 * one of this page and event.
	 * @param page the page
	 * @param name the event's name
	 * @param id the listener's id
	 */
	public void unlisten(Page page, EventName name, int id) {
		EventListeners listeners = this.listeners.get(name.value());
		PageListeners own = (listeners != null) ? listeners.of(page) : null;
		if (own != null && own.contains(id)) {
			AtomicInteger count = this.pages.get(page);
			update(name.value(), (current) -> {
				PageListeners still = current.of(page);
				if (count != null && still != null && still.contains(id)) {
					count.decrementAndGet();
				}
				return current.without(page, id);
			});
			page.outbound().listenerRemoved(quoted(name), id);
		}
	}

	private void drop(Page page) {
		this.pages.remove(page);
		for (String name : this.listeners.keySet()) {
			update(name, (listeners) -> listeners.without(page));
		}
	}

	private String quoted(EventName name) {
		// None of the characters of a name needs escaping.
		return "\"" + name + "\"";
	}

	private void update(String name, UnaryOperator<EventListeners> change) {
		this.lock.lock();
		try {
			EventListeners changed = change.apply(this.listeners.getOrDefault(name, EventListeners.NONE));
			if (changed.isEmpty()) {
				this.listeners.remove(name);
			}
			else {
				this.listeners.put(name, changed);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether a page listens to an event for a target of some kind. Listeners of the back
	 * end do not count.
	 * @param name the event's name
	 * @param filter decides about the target of a listener
	 * @return {@code true} if the filter accepts one
	 */
	public boolean hasListener(String name, Predicate<EventTarget> filter) {
		EventListeners listeners = this.listeners.get(name);
		return listeners != null && listeners.anyPageMatch(filter);
	}

}
