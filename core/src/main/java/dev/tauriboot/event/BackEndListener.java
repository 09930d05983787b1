package dev.tauriboot.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * A listener of the back end with the events that wait for it. Workers take them a slice
 * at a time, so that a busy listener does not keep a worker from commands.
 */
final class BackEndListener implements EventSubscription {

	private static final Log logger = LogFactory.getLog(BackEndListener.class);

	private static final int SLICE = 64;

	private final int id;

	private final EventName name;

	private final EventTarget target;

	private final boolean once;

	private final EventHandler handler;

	private final Executor executor;

	private final int maxWaiting;

	private final long maxWaitNanos;

	private final Consumer<BackEndListener> remover;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition room = this.lock.newCondition();

	private final ArrayDeque<EventPayload> waiting = new ArrayDeque<>();

	private @Nullable Thread worker;

	private boolean scheduled;

	private volatile boolean claimed;

	private boolean warned;

	private volatile boolean disposed;

	BackEndListener(int id, EventName name, EventTarget target, boolean once, EventHandler handler, Executor executor,
			int maxWaiting, Duration maxWait, Consumer<BackEndListener> remover) {
		this.id = id;
		this.name = name;
		this.target = target;
		this.once = once;
		this.handler = handler;
		this.executor = executor;
		this.maxWaiting = maxWaiting;
		this.maxWaitNanos = maxWait.toNanos();
		this.remover = remover;
	}

	@Override
	public int id() {
		return this.id;
	}

	@Override
	public EventName name() {
		return this.name;
	}

	EventTarget target() {
		return this.target;
	}

	/**
	 * Queue an event. Where too many wait already, a caller that may block waits a while.
	 */
	void offer(EventPayload payload, boolean mayWait) {
		boolean schedule;
		this.lock.lock();
		try {
			if (!this.disposed && !this.claimed && (this.waiting.size() < this.maxWaiting || awaitRoom(mayWait))) {
				this.claimed = this.once;
				this.waiting.add(payload);
			}
			schedule = !this.scheduled && !this.waiting.isEmpty();
			this.scheduled |= schedule;
		}
		finally {
			this.lock.unlock();
		}
		// A listener to one event stays until a worker takes it, as it may need the next.
		if (schedule && schedule() && this.once) {
			this.remover.accept(this);
		}
	}

	private boolean awaitRoom(boolean mayWait) {
		long nanos = (mayWait && this.worker != Thread.currentThread()) ? this.maxWaitNanos : 0;
		try {
			while (this.waiting.size() >= this.maxWaiting && !this.disposed) {
				if (nanos <= 0) {
					warn();
					return false;
				}
				nanos = this.room.awaitNanos(nanos);
			}
			return !this.disposed;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void warn() {
		if (!this.warned) {
			this.warned = true;
			logger
				.warn(LogMessage.format("Listener %d of event '%s' does not keep up: events are dropped while %d wait",
						this.id, this.name, this.maxWaiting));
		}
	}

	private boolean schedule() {
		try {
			this.executor.execute(this::run);
			return true;
		}
		catch (Throwable ex) {
			// What waits has its turn with the next event, unless the application ends.
			logger.warn(LogMessage.format("Listener %d of event '%s' waits for a worker: %s", this.id, this.name, ex));
			this.lock.lock();
			this.scheduled = false;
			this.lock.unlock();
			return false;
		}
	}

	private void run() {
		for (int i = 0; i < SLICE; i++) {
			EventPayload payload = next();
			if (payload == null) {
				return;
			}
			handle(payload);
		}
		this.lock.lock();
		this.worker = null;
		this.lock.unlock();
		schedule();
	}

	private @Nullable EventPayload next() {
		this.lock.lock();
		try {
			EventPayload payload = this.waiting.poll();
			this.worker = (payload != null) ? Thread.currentThread() : null;
			if (payload == null) {
				this.scheduled = false;
			}
			else {
				this.room.signal();
			}
			return payload;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void handle(EventPayload payload) {
		try {
			this.handler.handle(new Event<>(this.name.value(), this.id, payload));
		}
		catch (Throwable ex) {
			// Whatever it is, the next event has its turn.
			logger.error(LogMessage.format("Listener %d of event '%s' failed", this.id, this.name), ex);
		}
	}

	@Override
	public void unlisten() {
		this.lock.lock();
		try {
			this.disposed = true;
			this.waiting.clear();
			this.room.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		this.remover.accept(this);
	}

	@Override
	public boolean isDisposed() {
		return this.disposed || this.claimed;
	}

}
