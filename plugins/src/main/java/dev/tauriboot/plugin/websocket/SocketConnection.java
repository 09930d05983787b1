package dev.tauriboot.plugin.websocket;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.NetworkException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

import org.springframework.util.Assert;

/**
 * An open web socket. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class SocketConnection implements AutoCloseable {

	private static final int MAX_CONTROL = 125;

	// A short message takes no less while it waits.
	private static final int MIN_SIZE = 256;

	private final WebsocketInbound inbound;

	private final WebsocketOutbound outbound;

	private final SocketOptions options;

	private final long maxWaiting;

	private final MessageAssembler assembler;

	private final AtomicLong waiting = new AtomicLong();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	private volatile boolean closed;

	SocketConnection(WebsocketInbound inbound, WebsocketOutbound outbound, SocketOptions options, long maxWaiting) {
		this.inbound = inbound;
		this.outbound = outbound;
		this.options = options;
		this.maxWaiting = maxWaiting;
		this.assembler = new MessageAssembler(options.maxMessageSize());
	}

	/**
	 * What comes, to the end: a {@link SocketMessage.Close} as the last message, or a
	 * {@link NetworkException} where the connection breaks or goes too far. The server
	 * waits as long as nobody takes more.
	 * @return the messages, for one subscriber; cancelling closes the connection
	 */
	public Flux<SocketMessage> messages() {
		return this.inbound.receiveFrames()
			.<SocketMessage>handle(this::accept)
			.concatWith(Mono.defer(this::end))
			.onErrorMap((ex) -> !(ex instanceof InvokeException),
					(ex) -> new NetworkException(NetworkException.describe(ex), ex))
			.doOnError(MessageAssembler.Violation.class, (ex) -> finish(ex.code(), ""))
			.doFinally((signal) -> this.ended.tryEmitEmpty());
	}

	private void accept(WebSocketFrame frame, SynchronousSink<SocketMessage> sink) {
		SocketMessage message = this.assembler.add(frame);
		if (message instanceof SocketMessage.Ping ping) {
			// A server that does not read its answers need not have them all.
			write(new PongWebSocketFrame(Unpooled.wrappedBuffer(ping.bytes()))).subscribe(null, (ex) -> {
				// Whoever reads gets to know.
			});
		}
		if (message != null) {
			sink.next(message);
		}
	}

	private Mono<SocketMessage> end() {
		return this.inbound.receiveCloseStatus().defaultIfEmpty(WebSocketCloseStatus.ABNORMAL_CLOSURE).map((status) -> {
			if (status.code() == WebSocketCloseStatus.ABNORMAL_CLOSURE.code()) {
				throw new NetworkException("WebSocket protocol error: Connection reset without closing handshake",
						null);
			}
			boolean silent = status.code() == WebSocketCloseStatus.EMPTY.code();
			return silent ? new SocketMessage.Close(null, "")
					: new SocketMessage.Close(status.code(), status.reasonText());
		});
	}

	Mono<Void> ended() {
		return this.ended.asMono();
	}

	/**
	 * Send a message.
	 * @param message the message; a {@link SocketMessage.Close} ends the connection
	 * @return completes once it is written; fails with an {@link InvokeException} if too
	 * much waits to be written before
	 * @throws InvokeException if it cannot be sent
	 */
	public Mono<Void> send(SocketMessage message) {
		Assert.notNull(message, "'message' must not be null");
		Mono<Void> sent;
		if (message instanceof SocketMessage.Text text) {
			byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
			checkSize(bytes);
			sent = write(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
		}
		else if (message instanceof SocketMessage.Binary binary) {
			checkSize(binary.bytes());
			sent = write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(binary.bytes())));
		}
		else if (message instanceof SocketMessage.Ping ping) {
			checkControl(ping.bytes());
			sent = write(new PingWebSocketFrame(Unpooled.wrappedBuffer(ping.bytes())));
		}
		else if (message instanceof SocketMessage.Pong pong) {
			checkControl(pong.bytes());
			sent = write(new PongWebSocketFrame(Unpooled.wrappedBuffer(pong.bytes())));
		}
		else {
			sent = close((SocketMessage.Close) message);
		}
		return sent.onErrorMap((ex) -> !(ex instanceof InvokeException),
				(ex) -> new NetworkException(NetworkException.describe(ex), ex));
	}

	private void checkSize(byte[] bytes) {
		if (bytes.length > this.options.maxWriteSize()) {
			throw new InvokeException("Write buffer is full");
		}
	}

	private static void checkControl(byte[] bytes) {
		if (bytes.length > MAX_CONTROL) {
			throw new InvokeException(
					"WebSocket protocol error: Control frame too big (payload must be 125 bytes or less)");
		}
	}

	private Mono<Void> close(SocketMessage.Close close) {
		Integer code = close.code();
		if (code != null) {
			if (!WebSocketCloseStatus.isValidStatusCode(code)) {
				throw new InvokeException("WebSocket protocol error: Invalid close code: " + code);
			}
			checkControl(("xx" + close.reason()).getBytes(StandardCharsets.UTF_8));
		}
		this.closed = true;
		return (code != null) ? this.outbound.sendClose(code, close.reason()) : this.outbound.sendClose();
	}

	// Cancelling takes nothing back that waits already.
	private Mono<Void> write(WebSocketFrame frame) {
		int size = Math.max(frame.content().readableBytes(), MIN_SIZE);
		return Mono.defer(() -> {
			long before = this.waiting.getAndUpdate((all) -> hasRoom(all, size) ? all + size : all);
			if (!hasRoom(before, size)) {
				return Mono.error(
						new InvokeException("too much waits to be sent: the limit is " + this.maxWaiting + " bytes"));
			}
			// Whoever hears that it is written finds its room free.
			return Mono.fromFuture(this.outbound.sendObject(frame)
				.then()
				.doOnTerminate(() -> this.waiting.addAndGet(-size))
				.toFuture(), true);
		});
	}

	private boolean hasRoom(long waiting, int size) {
		return waiting == 0 || size <= this.maxWaiting - waiting;
	}

	private void finish(int code, String reason) {
		this.closed = true;
		this.outbound.sendClose(code, reason).doFinally((signal) -> this.ended.tryEmitEmpty()).subscribe(null, (ex) -> {
			// It is closed, then.
		});
	}

	/**
	 * Whether nobody has closed it on this side.
	 * @return {@code false} after a {@link SocketMessage.Close} was sent
	 */
	public boolean isOpen() {
		return !this.closed;
	}

	/**
	 * Go away. A second call does nothing.
	 */
	@Override
	public void close() {
		if (!this.closed) {
			finish(1001, "");
		}
	}

}
