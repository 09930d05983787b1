package dev.tauriboot.window;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import dev.tauriboot.ipc.InvokeResponse;

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
 * in the same way, and a response becomes an error while more than four times
 * {@link Limits#maxHeldBytes()} wait. What was not fetched in a minute makes room for
 * other data.
 *
 * @since 0.1.0
 */
public final class Outbound extends OutboundQueue {

	private final long requestBytesFrom;

	private final InvokeResponse.Error tooMuchHeld;

	/**
	 * Create a queue.
	 * @param signal asks the runtime to {@link #drain()} soon; called once for any number
	 * of frames, on the thread that adds the first of them
	 * @param limits the bounds
	 */
	public Outbound(Runnable signal, Limits limits) {
		this(signal, limits, System::nanoTime);
	}

	Outbound(Runnable signal, Limits limits, LongSupplier nanoTime) {
		super(signal, limits, nanoTime);
		this.requestBytesFrom = limits.requestBytesFrom();
		this.tooMuchHeld = new InvokeResponse.Error("\"too much data waits to be fetched by the page: the limit is "
				+ 4 * limits.maxHeldBytes() + " bytes\"");
	}

	/**
	 * From how many bytes on the document sends and fetches raw data by a request of its
	 * own.
	 * @return the number
	 */
	public long requestBytesFrom() {
		return this.requestBytesFrom;
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
				add(Frame.held(callback, error, hold(raw, true)), true);
			}
			else {
				add(Frame.failure(error, this.tooMuchHeld), true);
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
		return raw.bytes().length >= this.requestBytesFrom;
	}

	/**
	 * Bounds of a queue, and of what is not put into it.
	 *
	 * @param maxChars characters that may wait before producers have to
	 * @param maxHeldBytes bytes that may wait to be fetched before producers have to wait
	 * @param maxWaitMillis milliseconds a producer waits for room
	 * @param nonBlocking whether the current thread must not wait, as the UI thread must
	 * not
	 * @param requestBytesFrom bytes from which on a document fetches raw data rather than
	 * get it as text
	 */
	public record Limits(long maxChars, long maxHeldBytes, long maxWaitMillis, BooleanSupplier nonBlocking,
			long requestBytesFrom) {

		/**
		 * Eight million characters, 64 MiB, five seconds, any thread may wait, requests
		 * from a quarter of a megabyte on.
		 */
		public static final Limits DEFAULT = new Limits(8L * 1024 * 1024, 5000, () -> false);

		/**
		 * Bounds with 64 MiB that may wait to be fetched, and requests from 256 KiB on.
		 * @param maxChars characters that may wait before producers have to
		 * @param maxWaitMillis milliseconds a producer waits for room
		 * @param nonBlocking whether the current thread must not wait
		 */
		public Limits(long maxChars, long maxWaitMillis, BooleanSupplier nonBlocking) {
			this(maxChars, 64L * 1024 * 1024, maxWaitMillis, nonBlocking, 256 * 1024);
		}

		/**
		 * The same with another number of characters.
		 * @param maxChars characters that may wait before producers have to
		 * @return the bounds
		 */
		public Limits withMaxChars(long maxChars) {
			Assert.isTrue(maxChars > 0, "'maxChars' must be above 0");
			return new Limits(maxChars, this.maxHeldBytes, this.maxWaitMillis, this.nonBlocking, this.requestBytesFrom);
		}

		/**
		 * The same with another number of bytes to be fetched.
		 * @param maxHeldBytes bytes that may wait to be fetched before producers have to
		 * wait
		 * @return the bounds
		 */
		public Limits withMaxHeldBytes(long maxHeldBytes) {
			Assert.isTrue(maxHeldBytes > 0, "'maxHeldBytes' must be above 0");
			// Four times as many have to be a number, too.
			long bytes = Math.min(maxHeldBytes, Long.MAX_VALUE / 4);
			return new Limits(this.maxChars, bytes, this.maxWaitMillis, this.nonBlocking, this.requestBytesFrom);
		}

		/**
		 * The same with other threads that must not wait.
		 * @param nonBlocking whether the current thread must not wait
		 * @return the bounds
		 */
		public Limits withNonBlocking(BooleanSupplier nonBlocking) {
			return new Limits(this.maxChars, this.maxHeldBytes, this.maxWaitMillis, nonBlocking, this.requestBytesFrom);
		}

		/**
		 * The same with another size from which on raw data takes requests.
		 * @param requestBytesFrom the bytes, 0 for all raw data
		 * @return the bounds
		 */
		public Limits withRequestBytesFrom(long requestBytesFrom) {
			Assert.isTrue(requestBytesFrom >= 0, "'requestBytesFrom' must not be below 0");
			return new Limits(this.maxChars, this.maxHeldBytes, this.maxWaitMillis, this.nonBlocking, requestBytesFrom);
		}

	}

}
