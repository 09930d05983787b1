package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;

import dev.tauriboot.Origin;
import dev.tauriboot.door.IpcExchange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;

/**
 * What the windows of this process ask over a socket, where they cannot ask without one:
 * the application's pages and, below paths of their own, its protocols. Nothing is
 * answered without the cookie that only this process has, under a foreign host name or
 * for a foreign page.
 *
 * @since 0.1.0
 */
public final class LoopbackHandler implements HttpHandler {

	private static final String ISOLATION = "isolation";

	private static final String POLICY = "Content-Security-Policy";

	private final IntSupplier port;

	private final HttpHandler app;

	private final Map<String, HttpHandler> protocols;

	private final BrowserSessions sessions = new BrowserSessions(Clock.systemUTC());

	private final String session = this.sessions.openSession();

	private final RequestGuard guard;

	/**
	 * Create the handler.
	 * @param port the port of the server on 127.0.0.1
	 * @param app answers the application's own pages
	 * @param protocols answer what is below {@link #protocolUrl()}, by the protocol's
	 * name; {@code ipc} answers what is below {@link #ipcUrl()}
	 */
	public LoopbackHandler(IntSupplier port, HttpHandler app, Map<String, HttpHandler> protocols) {
		Assert.notNull(port, "'port' must not be null");
		Assert.notNull(app, "'app' must not be null");
		Assert.notNull(protocols, "'protocols' must not be null");
		this.port = port;
		this.app = app;
		this.protocols = Map.copyOf(protocols);
		this.guard = new RequestGuard(port);
	}

	/**
	 * The origin of the pages.
	 * @return the origin
	 */
	public Origin origin() {
		return new Origin("http", "127.0.0.1", this.port.getAsInt());
	}

	/**
	 * The URL to which documents append an encoded command.
	 * @return the URL
	 */
	public String ipcUrl() {
		return origin() + IpcExchange.PATH_PREFIX;
	}

	/**
	 * The URL of a protocol's files.
	 * @return the URL, {@code *} for the protocol
	 */
	public String protocolUrl() {
		return origin() + BrowserWebHandler.PROTOCOL_PATH + "*/";
	}

	/**
	 * The cookie without which nothing is answered.
	 * @return the value of a {@code Set-Cookie} header, a secret
	 */
	public String cookie() {
		return this.guard.cookie(this.session);
	}

	/**
	 * Whether a request is answered, as far as its head tells.
	 * @param headers the request's headers
	 * @return {@code false} if it is refused, and its body need not be read
	 */
	public boolean admits(HttpHeaders headers) {
		return origin().equals(this.guard.ownOrigin(headers)) && !this.guard.isForeign(headers)
				&& this.sessions.isSession(this.guard.session(headers));
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		if (!admits(request.getHeaders())) {
			return text(response, HttpStatus.FORBIDDEN, "This address is open to the windows of an application only.");
		}
		String path = request.getURI().getRawPath();
		if (path.startsWith(IpcExchange.PATH_PREFIX)) {
			return answer(this.protocols.get("ipc"), withOrigin(request), response);
		}
		if (path.startsWith(BrowserWebHandler.PROTOCOL_PATH)) {
			int start = BrowserWebHandler.PROTOCOL_PATH.length();
			int slash = path.indexOf('/', start);
			String name = (slash > 0) ? path.substring(start, slash) : "";
			HttpHandler protocol = this.protocols.get(name);
			// The document of isolation frames is not a file, and has a sandbox of its
			// own.
			if (!name.equals(ISOLATION)) {
				BrowserResponses.sandbox(response);
			}
			return answer(protocol, (slash > 0) ? request.mutate().path(path.substring(slash)).build() : request,
					response);
		}
		response.beforeCommit(() -> Mono.fromRunnable(() -> rewritePolicy(response.getHeaders())));
		return this.app.handle(request, response);
	}

	// Engines may leave the header out of requests to the document's own origin.
	private ServerHttpRequest withOrigin(ServerHttpRequest request) {
		return (request.getHeaders().getOrigin() != null) ? request
				: request.mutate().header(HttpHeaders.ORIGIN, origin().toString()).build();
	}

	// Policies name protocols by the hosts they have elsewhere.
	private void rewritePolicy(HttpHeaders headers) {
		String policy = headers.getFirst(POLICY);
		if (policy != null) {
			String protocols = origin() + BrowserWebHandler.PROTOCOL_PATH;
			headers.set(POLICY, policy.replace("http://ipc.localhost", ipcUrl())
				.replaceAll("http://([a-z][a-z0-9-]*)\\.localhost(?=[\\s;/]|$)", protocols + "$1/"));
		}
	}

	private static Mono<Void> answer(@Nullable HttpHandler handler, ServerHttpRequest request,
			ServerHttpResponse response) {
		return (handler != null) ? handler.handle(request, response)
				: text(response, HttpStatus.NOT_FOUND, "not found");
	}

	private static Mono<Void> text(ServerHttpResponse response, HttpStatus status, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		response.setStatusCode(status);
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8");
		response.getHeaders().setContentLength(bytes.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

}
