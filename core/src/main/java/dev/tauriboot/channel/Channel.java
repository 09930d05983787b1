package dev.tauriboot.channel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * A one-way stream of messages to the page that passed it as an argument of a command.
 * Messages arrive in order, any number of them, also after the command has returned.
 * <p>
 * A channel ends when its command has completed: when the method has returned or, if it
 * returned something asynchronous, when that has completed, failed or was cancelled. Call
 * {@link #keepOpen()} before that to go on, and {@link #close()} when done. It also ends
 * with the page's document. Sending on a channel that has ended does nothing. Safe for
 * any thread.
 *
 * @param <T> the type of the messages: any serialisable type, or {@code byte[]} or
 * {@link ByteBuffer} for raw bytes, which the page gets as an {@code ArrayBuffer}
 * @since 0.1.0
 */
public final class Channel<T> {

	/** What the argument's text starts with, the id follows. */
	public static final String PREFIX = "__CHANNEL__:";

	private static final int PREFETCH = 32;

	private final long id;

	private final Page page;

	private final JsonMapper mapper;

	private final ReentrantLock lock = new ReentrantLock();

	private long index;

	private volatile boolean ended;

	private volatile boolean kept;

	private final Runnable release;

	// Guarded by the lock.
	private final List<Runnable> onClose = new ArrayList<>(1);

	Channel(long id, Page page, JsonMapper mapper, Runnable release) {
		this.id = id;
		this.page = page;
		this.mapper = mapper;
		this.release = release;
	}

	/**
	 * The id, unique within its page.
	 * @return the id, an unsigned number of 32 bits
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Whether messages can still be sent.
	 * @return {@code false} once the channel was closed or its page is gone
	 */
	public boolean isOpen() {
		return !this.ended && this.page.isOpen();
	}

	/**
	 * Send a message. While the page has more waiting than its queue is to hold, this
	 * waits for room on a thread that may block, some seconds at most. If the page has
	 * still not made room, the channel is closed: no message before that is lost, and
	 * none comes after.
	 * @param message the message
	 * @throws ChannelOverflowException if the channel was closed for want of room
	 * @throws tools.jackson.core.JacksonException if the message cannot be serialised
	 */
	public void send(T message) {
		if (!isOpen()) {
			return;
		}
		InvokeResponse frame = serialised(message);
		if (!this.page.outbound().awaitRoom()) {
			close();
			throw new ChannelOverflowException(this.id, this.page.webview().label());
		}
		put(frame);
	}

	/**
	 * Send whatever a publisher emits, as fast as the page takes it.
	 * @param messages the messages
	 * @return completes after the last message, fails as the publisher does, and cancels
	 * it when the channel or its page ends
	 */
	public Mono<Void> sendAll(Publisher<? extends T> messages) {
		Assert.notNull(messages, "'messages' must not be null");
		return Flux.from(messages).concatMap(this::sendWithRoom, PREFETCH).takeUntilOther(end()).then();
	}

	private Mono<Void> sendWithRoom(T message) {
		return this.page.outbound().whenRoom().then(Mono.fromRunnable(() -> {
			if (isOpen()) {
				put(serialised(message));
			}
		}));
	}

	private Mono<Void> end() {
		return Mono.create((sink) -> {
			Runnable action = sink::success;
			if (!addOnClose(action)) {
				action.run();
				return;
			}
			this.page.onClose(action);
			sink.onDispose(() -> {
				this.page.removeOnClose(action);
				removeOnClose(action);
			});
		});
	}

	private boolean addOnClose(Runnable action) {
		this.lock.lock();
		try {
			return !this.ended && this.onClose.add(action);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void removeOnClose(Runnable action) {
		this.lock.lock();
		try {
			this.onClose.remove(action);
		}
		finally {
			this.lock.unlock();
		}
	}

	private InvokeResponse serialised(T message) {
		if (message instanceof byte[] bytes) {
			return new InvokeResponse.Raw(bytes);
		}
		if (message instanceof ByteBuffer buffer) {
			byte[] bytes = new byte[buffer.remaining()];
			buffer.duplicate().get(bytes);
			return new InvokeResponse.Raw(bytes);
		}
		return new InvokeResponse.Json(this.mapper.writeValueAsString(message));
	}

	private void put(InvokeResponse frame) {
		this.lock.lock();
		try {
			if (!this.ended) {
				this.page.outbound().channelFrame(this.id, this.index++, frame);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Keep the channel open when its command has completed, until {@link #close()}.
	 * @return this channel
	 */
	public Channel<T> keepOpen() {
		this.kept = true;
		return this;
	}

	/**
	 * End the channel: the page forgets it after the last message. A second call does
	 * nothing.
	 */
	public void close() {
		List<Runnable> actions;
		this.lock.lock();
		try {
			if (this.ended) {
				return;
			}
			this.ended = true;
			// Before the page hears of it.
			this.release.run();
			this.page.outbound().channelEnd(this.id, this.index);
			actions = List.copyOf(this.onClose);
			this.onClose.clear();
		}
		finally {
			this.lock.unlock();
		}
		actions.forEach(Runnable::run);
	}

	void commandCompleted() {
		if (!this.kept) {
			close();
		}
	}

	/**
	 * The text by which a page knows the channel.
	 */
	@Override
	public String toString() {
		return PREFIX + this.id;
	}

}
