package dev.tauriboot.window;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.tauriboot.ipc.InvokeResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Frames that wait for their document, and data that it is to fetch. Producers on any
 * thread add, the runtime drains; {@link Outbound} tells the bounds.
 */
abstract class OutboundQueue {

	private static final Log logger = LogFactory.getLog(OutboundQueue.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final RoomWaiters waiters = new RoomWaiters(this.lock, this::hasRoom);

	private final FrameQueue frames = new FrameQueue();

	private final HeldData held;

	private final Runnable signal;

	private final Outbound.Limits limits;

	private long dropped;

	private boolean signalled;

	private boolean attended;

	private boolean closed;

	OutboundQueue(Runnable signal, Outbound.Limits limits, LongSupplier nanoTime) {
		Assert.notNull(signal, "'signal' must not be null");
		Assert.notNull(limits, "'limits' must not be null");
		this.signal = signal;
		this.limits = limits;
		this.held = new HeldData(limits.maxHeldBytes(), nanoTime);
	}

	int hold(InvokeResponse.Raw data, boolean result) {
		this.lock.lock();
		try {
			return this.closed ? this.held.skip() : this.held.hold(data, result);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Give out data that the document was told to fetch, once.
	 * @param id the id of the data
	 * @return the data, or {@code null} if the id is unknown
	 */
	public InvokeResponse.@Nullable Raw takeHeld(int id) {
		return take(() -> this.held.take(id));
	}

	/**
	 * Give out the result of a call that the document was told to fetch, once.
	 * @param id the id of the data
	 * @return the data, or {@code null} if the id is unknown or that of other data
	 */
	public InvokeResponse.@Nullable Raw takeHeldResult(int id) {
		return take(() -> this.held.takeResult(id));
	}

	private InvokeResponse.@Nullable Raw take(Supplier<InvokeResponse.@Nullable Raw> from) {
		InvokeResponse.Raw data;
		List<MonoSink<Void>> ready;
		this.lock.lock();
		try {
			data = from.get();
			ready = this.waiters.wake();
		}
		finally {
			this.lock.unlock();
		}
		ready.forEach(MonoSink::success);
		return data;
	}

	/**
	 * Wait until there is room, at most {@link Outbound.Limits#maxWaitMillis()}. Returns
	 * at once on a thread that must not block.
	 * @return {@code false} if there is none
	 */
	public boolean awaitRoom() {
		this.lock.lock();
		try {
			if (hasRoom()) {
				return true;
			}
			boolean mayBlock = mayBlock();
			if (mayBlock && !this.attended) {
				return waitForRoom();
			}
			boolean nearly = this.frames.chars() <= 2 * this.limits.maxChars() && this.held.nearlyHasRoom();
			return nearly || (mayBlock && waitForRoom());
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean awaitRoomToHold() {
		this.lock.lock();
		try {
			if (!this.held.hasRoom() && mayBlock()) {
				waitForRoom();
			}
			return this.held.hasRoomForResponse();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Completes when there is room, which may be at once, and when the queue is closed.
	 * @return the signal
	 */
	public Mono<Void> whenRoom() {
		return this.waiters.whenRoom();
	}

	private boolean hasRoom() {
		return this.closed || (this.frames.chars() <= this.limits.maxChars() && this.held.hasRoom());
	}

	void put(Frame frame) {
		this.lock.lock();
		try {
			if (!append(frame)) {
				return;
			}
		}
		finally {
			this.lock.unlock();
		}
		this.signal.run();
	}

	boolean add(Frame frame, boolean keep) {
		long drops = 0;
		boolean signals = false;
		this.lock.lock();
		try {
			if (this.frames.chars() <= this.limits.maxChars() || hasRoomFor(keep)) {
				signals = append(frame);
			}
			else {
				drops = ++this.dropped;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (drops == 1) {
			logger.warn(LogMessage.format(
					"The document does not keep up: events are dropped while more than %d characters wait",
					this.limits.maxChars()));
		}
		if (signals) {
			this.signal.run();
		}
		return drops == 0;
	}

	/** Adds a frame and says whether the runtime must be signalled. */
	private boolean append(Frame frame) {
		if (this.closed) {
			return false;
		}
		this.frames.add(frame);
		if (this.signalled || this.attended) {
			return false;
		}
		this.signalled = true;
		return true;
	}

	private boolean hasRoomFor(boolean keep) {
		if (mayWait()) {
			return waitForRoom() || keep;
		}
		return keep || this.frames.chars() <= 2 * this.limits.maxChars();
	}

	private boolean mayWait() {
		return !this.attended && mayBlock();
	}

	private boolean mayBlock() {
		return !Schedulers.isInNonBlockingThread() && !this.limits.nonBlocking().getAsBoolean();
	}

	private boolean waitForRoom() {
		return this.waiters.await(this.limits.maxWaitMillis());
	}

	/**
	 * Say that the calling thread drains soon by itself, so that producers need not
	 * signal until {@link #leave()}.
	 */
	public void attend() {
		this.lock.lock();
		this.attended = true;
		this.lock.unlock();
	}

	/**
	 * End what {@link #attend()} began and take what is there.
	 * @return a batch, or {@code null} if nothing waits
	 */
	public @Nullable String leave() {
		this.lock.lock();
		try {
			this.attended = false;
		}
		finally {
			this.lock.unlock();
		}
		return drain();
	}

	/**
	 * Take the next batch. If more waits than one batch holds, the runtime is signalled
	 * again.
	 * @return a batch, or {@code null} if nothing waits
	 */
	public @Nullable String drain() {
		String batch;
		List<MonoSink<Void>> ready;
		boolean more;
		this.lock.lock();
		try {
			this.signalled = false;
			batch = this.frames.takeBatch();
			if (batch == null) {
				return null;
			}
			ready = this.waiters.wake();
			more = !this.frames.isEmpty();
			this.signalled = more;
		}
		finally {
			this.lock.unlock();
		}
		ready.forEach(MonoSink::success);
		if (more) {
			this.signal.run();
		}
		return batch;
	}

	/**
	 * How many events found no room.
	 * @return the number
	 */
	public long droppedEvents() {
		this.lock.lock();
		try {
			return this.dropped;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Drop what waits and whatever comes.
	 */
	public void close() {
		List<MonoSink<Void>> ready;
		this.lock.lock();
		try {
			this.closed = true;
			this.frames.clear();
			this.held.clear();
			ready = this.waiters.wake();
		}
		finally {
			this.lock.unlock();
		}
		ready.forEach(MonoSink::success);
	}

}
