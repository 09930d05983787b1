package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.isolation.IsolationFrames;
import dev.tauriboot.page.PageConnection;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the script in a tab asks for: to connect its document, the stream towards it, and
 * what cannot go by the door of calls.
 */
final class TabWebHandler {

	private static final Log logger = LogFactory.getLog(TabWebHandler.class);

	private static final String TAB_HEADER = "Tauri-Tab";

	private static final String KEY_HEADER = "Tauri-Invoke-Key";

	private final BrowserWebHandler.Options options;

	private final @Nullable IsolationFrames frames;

	private final Map<String, TabStream> streams = new ConcurrentHashMap<>();

	TabWebHandler(BrowserWebHandler.Options options, @Nullable IsolationFrames frames) {
		this.options = options;
		this.frames = frames;
	}

	/**
	 * Answer a request.
	 * @param exchange an exchange that was let in
	 * @param path its path below {@link BrowserWebHandler#PATH_PREFIX}
	 * @param origin our origin as the request has it
	 * @param session its session
	 * @return done when the response is
	 */
	Mono<Void> handle(ServerWebExchange exchange, String path, Origin origin, @Nullable String session) {
		boolean post = exchange.getRequest().getMethod().equals(HttpMethod.POST);
		if (path.equals("alive")) {
			return BrowserResponses.done(exchange);
		}
		if (path.equals("connect") && post) {
			return connect(exchange, origin, session);
		}
		if (path.equals("stream")) {
			return stream(exchange);
		}
		if (path.equals("post") && post) {
			return postText(exchange);
		}
		if (path.startsWith("cancel/") && post) {
			return cancel(exchange, path.substring("cancel/".length()));
		}
		return BrowserResponses.text(exchange, HttpStatus.NOT_FOUND, "not found");
	}

	private Mono<Void> connect(ServerWebExchange exchange, Origin origin, @Nullable String session) {
		String secret = exchange.getRequest().getHeaders().getFirst(TAB_HEADER);
		Label label = this.options.sessions().findWindow(secret, session);
		MemoryWebview webview = (label != null) ? this.options.runtime().webview(label) : null;
		if (webview == null) {
			return BrowserResponses.refuse(exchange, "This tab shows no window of the application.");
		}
		TabStream stream = new TabStream(this.options.mapper(), this.options.runtime().limits().maxChars());
		Page page = webview.connect(origin, stream);
		String key = page.key().reveal();
		this.streams.put(key, stream);
		stream.attach(page, () -> this.streams.remove(key));
		this.options.documents().add(page);
		PageConnection connection = PageConnection.of(page, origin + IpcExchange.PATH_PREFIX,
				origin + BrowserWebHandler.PROTOCOL_PATH + "*/");
		if (this.frames != null) {
			connection = connection.withIsolationUrl(this.frames.open(page));
		}
		return BrowserResponses.write(exchange, HttpStatus.OK, MediaType.APPLICATION_JSON,
				this.options.mapper().writeValueAsString(connection));
	}

	private @Nullable Page page(ServerWebExchange exchange) {
		String key = exchange.getRequest().getHeaders().getFirst(KEY_HEADER);
		return (key != null) ? this.options.documents().findPage(key) : null;
	}

	private Mono<Void> stream(ServerWebExchange exchange) {
		if ("websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade())) {
			return new HandshakeWebSocketService().handleRequest(exchange, this::socket);
		}
		String key = exchange.getRequest().getHeaders().getFirst(KEY_HEADER);
		TabStream stream = (key != null) ? this.streams.remove(key) : null;
		if (stream == null) {
			return (page(exchange) != null)
					? BrowserResponses.text(exchange, HttpStatus.CONFLICT, "the stream is taken")
					: BrowserResponses.refuse(exchange, "invalid invoke key");
		}
		ServerHttpResponse response = exchange.getResponse();
		BrowserResponses.secure(response.getHeaders());
		response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
		response.getHeaders().set("X-Accel-Buffering", "no");
		Flux<DataBuffer> lines = stream.lines().map((line) -> response.bufferFactory().wrap(TabStream.bytes(line)));
		return response.writeAndFlushWith(lines.map(Mono::just));
	}

	// Scripts cannot give a handshake headers: the key is the first message. It would be
	// lost if it came before the server knows that the handshake is done, so the server
	// speaks first.
	private Mono<Void> socket(WebSocketSession session) {
		Flux<String> lines = session.receive()
			.map(WebSocketMessage::getPayloadAsText)
			.switchOnFirst((key, messages) -> {
				TabStream stream = key.hasValue() ? this.streams.remove(key.get()) : null;
				return (stream != null) ? stream.lines().takeUntilOther(messages.ignoreElements()) : Flux.empty();
			});
		return session.send(lines.startWith("\n").map(session::textMessage));
	}

	private Mono<Void> cancel(ServerWebExchange exchange, String callback) {
		Page page = page(exchange);
		if (page == null) {
			return BrowserResponses.refuse(exchange, "invalid invoke key");
		}
		try {
			page.cancel(Integer.parseUnsignedInt(callback));
		}
		catch (NumberFormatException ex) {
			return BrowserResponses.text(exchange, HttpStatus.BAD_REQUEST, "not a callback");
		}
		return BrowserResponses.done(exchange);
	}

	private Mono<Void> postText(ServerWebExchange exchange) {
		Page page = page(exchange);
		if (page == null) {
			return BrowserResponses.refuse(exchange, "invalid invoke key");
		}
		return DataBufferUtils.join(exchange.getRequest().getBody(), this.options.maxTextSize()).flatMap((buffer) -> {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			this.options.bridgeDoor().get().acceptText(page, text, (problem) -> report(page, problem));
			return BrowserResponses.done(exchange);
		})
			.onErrorResume(DataBufferLimitException.class,
					(ex) -> BrowserResponses.text(exchange, HttpStatus.CONTENT_TOO_LARGE,
							"the message is larger than the limit of " + this.options.maxTextSize()
									+ " bytes (tauri.browser.max-message-size)"));
	}

	private void report(Page page, String problem) {
		if (page.isOpen()) {
			try {
				page.webview().eval("console.error(" + this.options.mapper().writeValueAsString(problem) + ")");
			}
			catch (IllegalStateException ex) {
				// A tab that reads nothing, or has just gone, cannot be told.
				logger.debug(problem, ex);
			}
		}
	}

}
