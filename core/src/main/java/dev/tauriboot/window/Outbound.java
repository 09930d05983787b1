package dev.tauriboot.window;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
 * The one ordered queue of what goes to a document: responses, channel frames, events.
 * Producers on any thread add frames; the runtime takes them in batches, one batch a
 * turn, and hands each to the document's bootstrap as data. A batch is a JSON array of
 * {@link Frame frames}.
 * <p>
 * Bounds: while more than {@link Limits#maxChars()} wait, a thread that may block waits
 * for room up to {@link Limits#maxWaitMillis()}. An event that then still finds none is
 * dropped and counted; the sender of a channel is told, and closes it. A thread that must
 * not block, the UI thread above all, may go on to twice the bound before that happens.
 * Responses are not dropped: the document has as many as it has made calls.
 * <p>
 * Large data that the document has to fetch is bound by its bytes. Channels wait for room
 * in the same way, and a response that finds none becomes an error. What was not fetched
 * in a minute makes room for other data.
 *
 * @since 0.1.0
 */
public final class Outbound {

	/** Bytes from which on a document fetches raw data rather than getting it as text. */
	public static final int HOLD_BYTES = 1024 * 1024;

	private static final Log logger = LogFactory.getLog(Outbound.class);

	private static final InvokeResponse.Error TOO_MUCH_HELD = new InvokeResponse.Error(
			"\"too much data waits to be fetched by the page\"");

	private final ReentrantLock lock = new ReentrantLock();

	private final RoomWaiters waiters = new RoomWaiters(this.lock, this::hasRoom);

	private final FrameQueue frames = new FrameQueue();

	private final HeldData held;

	private final Runnable signal;

	private final Limits limits;

	private final boolean holds;

	private long dropped;

	private boolean signalled;

	private boolean attended;

	private boolean closed;

	/**
	 * Create a queue.
	 * @param signal asks the runtime to {@link #drain()} soon; called once for any number
	 * of frames, on the thread that adds the first of them
	 * @param limits the bounds
	 * @param holds whether the document can fetch held data
	 */
	public Outbound(Runnable signal, Limits limits, boolean holds) {
		this(signal, limits, holds, System::nanoTime);
	}

	Outbound(Runnable signal, Limits limits, boolean holds, LongSupplier nanoTime) {
		Assert.notNull(signal, "'signal' must not be null");
		Assert.notNull(limits, "'limits' must not be null");
		this.signal = signal;
		this.limits = limits;
		this.holds = holds;
		this.held = new HeldData(nanoTime);
	}

	/**
	 * Answer a call.
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param response the answer
	 */
	public void respond(int callback, int error, InvokeResponse response) {
		if (response instanceof InvokeResponse.Json json) {
			add(Frame.success(callback, json), true);
		}
		else if (response instanceof InvokeResponse.Error failure) {
			add(Frame.failure(error, failure), true);
		}
		else if (response instanceof InvokeResponse.Raw raw) {
			if (!isHeld(raw)) {
				add(Frame.bytes(callback, raw), true);
			}
			else if (awaitRoomToHold()) {
				add(Frame.held(callback, hold(raw, true)), true);
			}
			else {
				add(Frame.failure(error, TOO_MUCH_HELD), true);
			}
		}
	}

	/**
	 * Send one frame of a channel. Never waits and never refuses: a sender calls
	 * {@link #awaitRoom()} first, or subscribes to {@link #whenRoom()}.
	 * @param channel the channel's id
	 * @param index the frame's number, from 0
	 * @param message the message
	 */
	public void channelFrame(long channel, long index, InvokeResponse message) {
		if (message instanceof InvokeResponse.Raw raw) {
			put(isHeld(raw) ? Frame.channelHeld(channel, index, hold(raw, false))
					: Frame.channelBytes(channel, index, raw));
		}
		else if (message instanceof InvokeResponse.Json json) {
			put(Frame.channelValue(channel, index, json));
		}
	}

	/**
	 * End a channel.
	 * @param channel the channel's id
	 * @param index how many frames were sent
	 */
	public void channelEnd(long channel, long index) {
		put(Frame.channelEnd(channel, index));
	}

	/**
	 * Dispatch an event.
	 * @param head the quoted name, the array of listener ids and a comma
	 * @param payload the payload as JSON
	 * @return {@code false} if the queue was full and the event dropped
	 */
	public boolean event(String head, String payload) {
		return add(Frame.event(head, payload), false);
	}

	/**
	 * Tell the document of a listener, before the call that registered it resolves.
	 * @param quotedEvent the event's name as JSON
	 * @param listener the listener's id
	 * @param handler the callback id
	 */
	public void listenerAdded(String quotedEvent, int listener, long handler) {
		put(Frame.listenerAdded(quotedEvent, listener, handler));
	}

	/**
	 * Tell the document that a listener is gone.
	 * @param quotedEvent the event's name as JSON
	 * @param listener the listener's id
	 */
	public void listenerRemoved(String quotedEvent, int listener) {
		put(Frame.listenerRemoved(quotedEvent, listener));
	}

	private boolean isHeld(InvokeResponse.Raw raw) {
		return this.holds && raw.bytes().length >= HOLD_BYTES;
	}

	private int hold(InvokeResponse.Raw data, boolean result) {
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
	 * Wait until there is room, at most {@link Limits#maxWaitMillis()}. Returns at once
	 * on a thread that must not block.
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

	private boolean awaitRoomToHold() {
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

	private void put(Frame frame) {
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

	private boolean add(Frame frame, boolean keep) {
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
					"The document does not keep up: events are dropped while more than %d" + " characters wait",
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

	/**
	 * Bounds of a queue.
	 *
	 * @param maxChars characters that may wait before producers have to
	 * @param maxWaitMillis milliseconds a producer waits for room
	 * @param nonBlocking whether the current thread must not wait, as the UI thread must
	 * not
	 */
	public record Limits(long maxChars, long maxWaitMillis, BooleanSupplier nonBlocking) {

		/** Eight million characters, five seconds, any thread may wait. */
		public static final Limits DEFAULT = new Limits(8L * 1024 * 1024, 5000, () -> false);

		/**
		 * The same with another number of characters.
		 * @param maxChars characters that may wait before producers have to
		 * @return the bounds
		 */
		public Limits withMaxChars(long maxChars) {
			Assert.isTrue(maxChars > 0, "'maxChars' must be above 0");
			return new Limits(maxChars, this.maxWaitMillis, this.nonBlocking);
		}

	}

}
