package dev.tauriboot.plugin.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * The body of a response, read in pieces as large as what has arrived. Up to 4 MiB is
 * read ahead; then the server has to wait. Closing it before its end closes the
 * connection. Safe for any thread, for one reader at a time.
 *
 * @since 0.1.0
 */
public final class ReplyBody implements AutoCloseable {

	private static final int AHEAD = 1 << 22;

	private static final int BATCH = 16;

	private static final int WORTH_DRAINING = 1 << 16;

	private static final Duration DRAIN_TIME = Duration.ofSeconds(5);

	private static final byte[] NOTHING = new byte[0];

	private final Input input = new Input();

	private final Deque<ByteBuf> arrived = new ArrayDeque<>();

	private int size;

	// What is full before anybody asks is put together while the reader is busy with the
	// piece before.
	private byte @Nullable [] gathered;

	private int room;

	private int requested;

	private boolean complete;

	private boolean discarding;

	private int discarded;

	private @Nullable Throwable failure;

	private @Nullable Reader reader;

	private @Nullable Disposable deadline;

	ReplyBody(Publisher<? extends ByteBuf> content) {
		content.subscribe(this.input);
	}

	/**
	 * A body that is there already.
	 * @param bytes the bytes, not copied
	 * @return the body
	 */
	public static ReplyBody of(byte[] bytes) {
		return new ReplyBody(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)));
	}

	/**
	 * Read what has arrived, once something has.
	 * @return at least one byte, none at the end; fails with a {@link NetworkException}
	 */
	public Mono<byte[]> read() {
		return read(0);
	}

	/**
	 * Read what has arrived, once something has, and leave room behind it.
	 * @param room how many bytes the array has more
	 * @return at least one byte and the room, nothing at all at the end; fails with a
	 * {@link NetworkException}
	 */
	public Mono<byte[]> read(int room) {
		return Mono.create((sink) -> {
			Reader added = new Reader(sink, room);
			synchronized (this) {
				if (this.reader != null) {
					sink.error(new NetworkException("the body is being read already", null));
					return;
				}
				this.reader = added;
			}
			sink.onCancel(() -> remove(added));
			serve();
		});
	}

	/**
	 * All pieces to the end, one after the other.
	 * @return the pieces; cancelling does not close the body
	 */
	public Flux<byte[]> chunks() {
		return read().repeat().takeWhile((chunk) -> chunk.length > 0);
	}

	/**
	 * Read everything.
	 * @param limit how many bytes there may be
	 * @return all bytes; fails if there are more
	 */
	public Mono<byte[]> readAll(int limit) {
		return readAll(limit, null);
	}

	/**
	 * Read everything.
	 * @param limit how many bytes there may be
	 * @param key what in the configuration sets the limit, for the text of the error, or
	 * {@code null} if nothing does
	 * @return all bytes; fails if there are more
	 */
	public Mono<byte[]> readAll(int limit, @Nullable String key) {
		return chunks().reduceWith(() -> Unpooled.buffer(), (all, chunk) -> {
			if (chunk.length > limit - all.readableBytes()) {
				close();
				throw new NetworkException(
						"the response is larger than " + limit + " bytes" + ((key != null) ? " (" + key + ")" : ""),
						null);
			}
			return all.writeBytes(chunk);
		}).map((all) -> Arrays.copyOf(all.array(), all.readableBytes()));
	}

	private synchronized void remove(Reader removed) {
		if (this.reader == removed) {
			this.reader = null;
		}
	}

	private void serve() {
		Reader served;
		byte[] chunk = NOTHING;
		Throwable error = null;
		int more = 0;
		synchronized (this) {
			served = this.reader;
			if (served == null || (this.size == 0 && !this.complete)) {
				return;
			}
			this.reader = null;
			if (this.size > 0) {
				chunk = take(served.room);
				more = want();
			}
			else {
				error = this.failure;
			}
		}
		// The next piece is to come while this one is on its way.
		request(more);
		if (error != null) {
			served.sink.error(error);
		}
		else {
			served.sink.success(chunk);
		}
	}

	private byte[] take(int room) {
		byte[] chunk = this.gathered;
		if (chunk == null) {
			chunk = gather(room);
		}
		else if (room != this.room) {
			chunk = Arrays.copyOf(chunk, chunk.length - this.room + room);
		}
		this.gathered = null;
		this.room = room;
		this.size -= chunk.length - room;
		return chunk;
	}

	private byte[] gather(int room) {
		byte[] chunk = new byte[this.size + room];
		int position = 0;
		for (ByteBuf buffer; (buffer = this.arrived.poll()) != null;) {
			int length = buffer.readableBytes();
			buffer.readBytes(chunk, position, length).release();
			position += length;
		}
		return chunk;
	}

	private int want() {
		if (this.requested > 0 || this.complete || this.size >= AHEAD) {
			return 0;
		}
		this.requested = BATCH;
		return BATCH;
	}

	private void request(int more) {
		if (more > 0) {
			this.input.request(more);
		}
	}

	/**
	 * Let the rest go, keeping the connection if the rest is small and comes soon.
	 */
	void discard() {
		int more;
		synchronized (this) {
			if (this.complete) {
				drop();
				return;
			}
			this.discarding = true;
			this.discarded = this.size;
			drop();
			this.deadline = Schedulers.parallel().schedule(this::close, DRAIN_TIME.toMillis(), TimeUnit.MILLISECONDS);
			more = want();
		}
		request(more);
	}

	private void drop() {
		for (ByteBuf buffer; (buffer = this.arrived.poll()) != null;) {
			buffer.release();
		}
		this.gathered = null;
		this.size = 0;
	}

	/**
	 * Let the rest go, and with it the connection unless everything has arrived. A read
	 * that waits fails. A second call does nothing.
	 */
	@Override
	public void close() {
		boolean cancel;
		synchronized (this) {
			cancel = !this.complete;
			if (cancel) {
				this.failure = new NetworkException("Request canceled", null);
			}
			end();
			drop();
		}
		if (cancel) {
			this.input.cancel();
		}
		serve();
	}

	private void end() {
		this.complete = true;
		if (this.deadline != null) {
			this.deadline.dispose();
		}
	}

	/**
	 * Takes what arrives.
	 */
	private final class Input extends BaseSubscriber<ByteBuf> {

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			int more;
			synchronized (ReplyBody.this) {
				more = want();
			}
			ReplyBody.this.request(more);
		}

		@Override
		protected void hookOnNext(ByteBuf buffer) {
			int more;
			boolean tooMuch;
			synchronized (ReplyBody.this) {
				ReplyBody.this.requested--;
				tooMuch = accept(buffer);
				more = want();
			}
			if (tooMuch) {
				close();
				return;
			}
			serve();
			ReplyBody.this.request(more);
		}

		private boolean accept(ByteBuf buffer) {
			int length = buffer.readableBytes();
			if (ReplyBody.this.discarding) {
				ReplyBody.this.discarded += length;
				return ReplyBody.this.discarded > WORTH_DRAINING;
			}
			if (length > 0 && !ReplyBody.this.complete) {
				ReplyBody.this.arrived.add(buffer.retain());
				ReplyBody.this.size += length;
				if (ReplyBody.this.size >= AHEAD && ReplyBody.this.reader == null && ReplyBody.this.gathered == null) {
					ReplyBody.this.gathered = gather(ReplyBody.this.room);
				}
			}
			return false;
		}

		@Override
		protected void hookOnComplete() {
			synchronized (ReplyBody.this) {
				end();
			}
			serve();
		}

		@Override
		protected void hookOnError(Throwable error) {
			synchronized (ReplyBody.this) {
				if (!ReplyBody.this.complete) {
					ReplyBody.this.failure = new NetworkException(
							"error reading the response body: " + NetworkException.describe(error), error);
				}
				end();
			}
			serve();
		}

	}

	/**
	 * Who waits for the next piece.
	 */
	private record Reader(MonoSink<byte[]> sink, int room) {
	}

}
