package dev.tauriboot.plugin.websocket;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.plugin.net.NetworkException;
import dev.tauriboot.url.WebUrl;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.util.Assert;

/**
 * Opens web sockets, for Java code as for pages. A bean.
 *
 * @since 0.1.0
 */
public class WebSockets {

	/**
	 * How many bytes may wait for a server to take them, unless said otherwise.
	 */
	public static final long DEFAULT_MAX_OUTPUT = 64 * 1024 * 1024;

	private static final Duration HANDSHAKE = Duration.ofSeconds(30);

	private final NetworkClient client;

	private final long maxOutput;

	private final Mono<?> handshake;

	/**
	 * Create the bean.
	 * @param client makes the connections
	 */
	public WebSockets(NetworkClient client) {
		this(client, DEFAULT_MAX_OUTPUT);
	}

	/**
	 * Create the bean.
	 * @param client makes the connections
	 * @param maxOutput how many bytes of messages may wait for a server to take them; a
	 * single message always may
	 */
	public WebSockets(NetworkClient client, long maxOutput) {
		this(client, maxOutput, Mono.delay(HANDSHAKE));
	}

	WebSockets(NetworkClient client, long maxOutput, Mono<?> handshake) {
		Assert.notNull(client, "'client' must not be null");
		Assert.isTrue(maxOutput > 0, "'maxOutput' must be positive");
		this.client = client;
		this.maxOutput = maxOutput;
		this.handshake = handshake;
	}

	/**
	 * How much may wait for a server to take it.
	 * @return the number of bytes of one connection; a message counts as 256 at least
	 */
	public long maxOutput() {
		return this.maxOutput;
	}

	/**
	 * Open a web socket. A server has 30 seconds to agree.
	 * @param url a URL of {@code ws} or {@code wss}
	 * @param options how
	 * @return the socket after the handshake; fails with an {@link InvokeException}
	 */
	public Mono<SocketConnection> connect(String url, SocketOptions options) {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(options, "'options' must not be null");
		WebUrl parsed = WebUrl.parse(url);
		if (parsed == null) {
			return Mono.error(new InvokeException("invalid URL: " + url));
		}
		if (!parsed.protocol().equals("ws") && !parsed.protocol().equals("wss")) {
			return Mono.error(new InvokeException("URL error: URL scheme not supported"));
		}
		for (HttpHeader header : options.headers()) {
			if (!header.isValid()) {
				return Mono.error(new InvokeException("invalid HTTP header: " + header.name()));
			}
		}
		return Mono.<SocketConnection>create((sink) -> open(parsed, options, sink))
			.timeout(this.handshake)
			.onErrorMap(TimeoutException.class, (ex) -> new NetworkException("IO error: timed out", ex));
	}

	private void open(WebUrl url, SocketOptions options, MonoSink<SocketConnection> sink) {
		Disposable.Swap attempt = Disposables.swap();
		sink.onCancel(attempt);
		WebsocketClientSpec spec = WebsocketClientSpec.builder()
			.handlePing(true)
			.maxFramePayloadLength((int) Math.min(options.maxFrameSize(), Integer.MAX_VALUE))
			.build();
		attempt.update(this.client.socketClient(url).headers((headers) -> {
			for (HttpHeader header : options.headers()) {
				headers.set(header.name(), header.value());
			}
		}).websocket(spec).uri(url.withoutUser().withoutHash().toString()).handle((inbound, outbound) -> {
			SocketConnection connection = new SocketConnection(inbound, outbound, options, this.maxOutput);
			sink.success(connection);
			return connection.ended();
		}).subscribe(null, (ex) -> sink.error(new NetworkException(NetworkException.describe(ex), ex))));
	}

}
