package dev.tauriboot.asset;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Origin;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * WebSockets of pages to their development server, for an engine that has none of its
 * own: what the server says comes as lines of responses for which the page asks again and
 * again, what the page says are requests. Of the lines, the first character tells the
 * kind. A header that only scripts of the same origin can send keeps others out.
 */
final class DevServerSockets {

	static final String PATH_PREFIX = "/__tauri__/socket/";

	private static final Duration WAIT = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	// The client does not send the code for what is too big.
	private static final int POLICY_VIOLATION = 1008;

	private static final Log logger = LogFactory.getLog(DevServerSockets.class);

	private final HttpClient client;

	private final Origin origin;

	private final int maxSize;

	private final int maxSockets;

	private final Map<String, Connection> connections = new ConcurrentHashMap<>();

	private volatile boolean full;

	DevServerSockets(HttpClient client, Origin origin, int maxSize, int maxSockets) {
		this.client = client;
		this.origin = origin;
		this.maxSize = maxSize;
		this.maxSockets = maxSockets;
	}

	Mono<Void> handle(ServerWebExchange exchange, String address) {
		ServerHttpRequest request = exchange.getRequest();
		String id = request.getURI().getRawPath().substring(PATH_PREFIX.length());
		boolean own = request.getHeaders().containsHeader("Tauri-Socket");
		Connection connection = this.connections.get(id);
		if (own && request.getMethod().equals(HttpMethod.GET)) {
			return (connection != null) ? poll(exchange, connection) : open(exchange, id, address);
		}
		WebSocket socket = (connection != null) ? connection.socket() : null;
		if (!own || socket == null) {
			exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
			return exchange.getResponse().setComplete();
		}
		exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
		Mono<Void> sent = request.getQueryParams().containsKey("close")
				? Mono.fromRunnable(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
				: text(request).flatMap((text) -> Mono.fromFuture(() -> socket.sendText(text, true))).then();
		return sent.then(exchange.getResponse().setComplete());
	}

	private Mono<String> text(ServerHttpRequest request) {
		return DataBufferUtils.join(request.getBody(), this.maxSize).map((buffer) -> {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return text;
		})
			.doOnError(DataBufferLimitException.class,
					(ex) -> logger.warn("A message of a page is not sent to the development server: it is larger than "
							+ this.maxSize + " bytes (tauri.build.max-dev-size)"));
	}

	private Mono<Void> open(ServerWebExchange exchange, String id, String address) {
		MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
		String path = query.getFirst("path");
		String[] protocols = StringUtils.commaDelimitedListToStringArray(query.getFirst("protocols"));
		ServerHttpResponse response = exchange.getResponse();
		if (path == null || !path.startsWith("/")) {
			response.setStatusCode(HttpStatus.BAD_REQUEST);
			return response.setComplete();
		}
		WebSocket.Builder builder = this.client.newWebSocketBuilder().header("Origin", this.origin.toString());
		if (protocols.length > 0) {
			builder.subprotocols(protocols[0], Arrays.copyOfRange(protocols, 1, protocols.length));
		}
		Connection connection = add(id);
		if (connection == null) {
			response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
			return response.setComplete();
		}
		builder.buildAsync(URI.create("ws" + address.substring("http".length()) + path), connection)
			.exceptionally((ex) -> {
				connection.end();
				return null;
			});
		return poll(exchange, connection);
	}

	private @Nullable Connection add(String id) {
		boolean before = this.full;
		synchronized (this.connections) {
			this.full = this.connections.size() >= this.maxSockets;
			if (!this.full) {
				Connection connection = new Connection(id);
				this.connections.put(id, connection);
				return connection;
			}
		}
		if (!before) {
			logger.warn("A web socket to the development server is refused: pages have " + this.maxSockets
					+ " already (tauri.build.max-dev-sockets)");
		}
		return null;
	}

	private Mono<Void> poll(ServerWebExchange exchange, Connection connection) {
		ServerHttpResponse response = exchange.getResponse();
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
		response.getHeaders().setCacheControl("no-store");
		return Mono.create(connection::poll).flatMap((lines) -> {
			if (lines.isEmpty() && connection.isEnded()) {
				connection.remove();
				response.setStatusCode(HttpStatus.GONE);
			}
			return response.writeWith(
					Mono.fromSupplier(() -> response.bufferFactory().wrap(lines.getBytes(StandardCharsets.UTF_8))));
		});
	}

	/**
	 * One socket, and the lines its page has not asked for yet. A page that no longer
	 * asks has gone.
	 */
	private final class Connection implements WebSocket.Listener {

		private final String id;

		private final StringBuilder text = new StringBuilder();

		private final StringBuilder lines = new StringBuilder();

		private final Disposable watch = Flux.interval(PATIENCE).subscribe((tick) -> checkPage());

		private @Nullable MonoSink<String> page;

		private @Nullable WebSocket socket;

		private boolean asked = true;

		private boolean ended;

		Connection(String id) {
			this.id = id;
		}

		synchronized void poll(MonoSink<String> page) {
			this.asked = true;
			checkServer();
			this.page = page;
			hand();
			if (this.page == page) {
				page.onCancel(() -> letGo(page));
				page.onDispose(
						Schedulers.parallel().schedule(() -> letGo(page), WAIT.toMillis(), TimeUnit.MILLISECONDS));
			}
		}

		// The client misses an end that comes while it hands over a message, unless there
		// was a word of closing. What it sends fails then.
		private void checkServer() {
			if (this.socket != null && !this.ended) {
				this.socket.sendPing(ByteBuffer.allocate(0)).whenComplete((socket, ex) -> {
					if (ex instanceof IOException) {
						end();
					}
				});
			}
		}

		// What comes now is for whoever asks next.
		private synchronized void letGo(MonoSink<String> page) {
			if (this.page == page) {
				this.page = null;
				page.success("");
			}
		}

		synchronized boolean isEnded() {
			return this.ended;
		}

		synchronized @Nullable WebSocket socket() {
			return this.socket;
		}

		private void hand() {
			MonoSink<String> page = this.page;
			if (page != null && (this.ended || !this.lines.isEmpty())) {
				this.page = null;
				page.success(this.lines.toString());
				this.lines.setLength(0);
			}
		}

		// One message may wait however long it became in a line.
		private synchronized boolean hasRoom(String message) {
			return this.lines.isEmpty() || this.lines.length() + message.length() <= DevServerSockets.this.maxSize;
		}

		private synchronized void add(char kind, String text) {
			this.lines.append(kind).append(UriUtils.encode(text, StandardCharsets.UTF_8)).append('\n');
			hand();
		}

		private synchronized void checkPage() {
			if (!this.asked) {
				remove();
				end();
			}
			this.asked = false;
		}

		void remove() {
			DevServerSockets.this.connections.remove(this.id, this);
			this.watch.dispose();
		}

		// The page is told of the end once it has taken what waits, and connects anew.
		private synchronized void refuse(WebSocket socket) {
			logger.warn("A web socket of the development server is closed: more than " + DevServerSockets.this.maxSize
					+ " bytes are sent at once, or wait for a page that takes none (tauri.build.max-dev-size)");
			this.ended = true;
			socket.sendClose(POLICY_VIOLATION, "too much for the page").whenComplete((sent, ex) -> socket.abort());
			hand();
		}

		synchronized void end() {
			this.ended = true;
			if (this.socket != null) {
				this.socket.abort();
			}
			hand();
		}

		@Override
		public void onOpen(WebSocket socket) {
			synchronized (this) {
				if (this.ended) {
					socket.abort();
					return;
				}
				this.socket = socket;
			}
			add('o', socket.getSubprotocol());
			socket.request(1);
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			if (this.text.length() + data.length() > DevServerSockets.this.maxSize) {
				refuse(socket);
				return null;
			}
			this.text.append(data);
			if (last) {
				String message = this.text.toString();
				this.text.setLength(0);
				if (!hasRoom(message)) {
					refuse(socket);
					return null;
				}
				add('m', message);
			}
			socket.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			end();
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable error) {
			end();
		}

	}

}
