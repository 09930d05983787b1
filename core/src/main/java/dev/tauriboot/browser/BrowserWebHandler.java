package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import dev.tauriboot.Origin;
import dev.tauriboot.asset.GuestScripts;
import dev.tauriboot.browser.BrowserSessions.Opening;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationFrames;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.memory.MemoryWebview;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Everything a browser may ask of the server: one-time links, connecting, calls, the
 * stream towards a document, files of protocols and the application's own pages. Nothing
 * but a one-time link is answered without the session of one, and nothing at all under a
 * foreign host name or for a foreign page.
 *
 * @since 0.1.0
 */
public final class BrowserWebHandler implements WebHandler {

	/** Path prefix of everything that is not a page of the application. */
	public static final String PATH_PREFIX = "/__tauri__/";

	/** Path prefix of the files of protocols; the protocol's name follows. */
	public static final String PROTOCOL_PATH = PATH_PREFIX + "protocol/";

	private final Options options;

	private final RequestGuard guard;

	private final OpeningPage openingPage;

	private final @Nullable IsolationFrames frames;

	private final TabWebHandler tabs;

	/**
	 * Create the handler.
	 * @param options what it needs
	 */
	public BrowserWebHandler(Options options) {
		Assert.notNull(options, "'options' must not be null");
		this.options = options;
		this.guard = new RequestGuard(options.port());
		this.openingPage = new OpeningPage(options.mapper());
		this.frames = (options.isolation() != null) ? new IsolationFrames(options.isolation(), options.mapper()) : null;
		this.tabs = new TabWebHandler(options, this.frames);
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		return handle(exchange, this.options.pages());
	}

	/**
	 * Handle a request, with something else in the place of the application's pages.
	 * @param exchange the exchange
	 * @param others what answers requests that are not ours, once they are let in
	 * @return done when the response is
	 */
	public Mono<Void> handle(ServerWebExchange exchange, WebHandler others) {
		Mono<Void> answer = Mono.defer(() -> answer(exchange, others));
		// Reactor Netty loses a request on a connection whose last response is not quite
		// done, if this one is answered on its event loop at once: the next one hangs. It
		// loses what a socket says at once, if that is opened elsewhere.
		boolean socket = "websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade());
		return socket ? answer : answer.subscribeOn(Schedulers.boundedElastic());
	}

	private Mono<Void> answer(ServerWebExchange exchange, WebHandler others) {
		ServerHttpRequest request = exchange.getRequest();
		String path = request.getURI().getRawPath();
		Origin own = this.guard.ownOrigin(request.getHeaders());
		if (own == null) {
			return BrowserResponses.refuse(exchange, "This address is not open to other sites.");
		}
		if (this.frames != null && own.host().equals(IsolationFrames.HOST)) {
			return this.frames.handle(exchange);
		}
		if (path.startsWith(BrowserRuntime.OPEN_PATH) && request.getMethod().equals(HttpMethod.GET)) {
			return open(exchange, path.substring(BrowserRuntime.OPEN_PATH.length()));
		}
		String session = this.guard.session(request.getHeaders());
		if (this.guard.isForeign(request.getHeaders()) || !this.options.sessions().isSession(session)) {
			return BrowserResponses.refuse(exchange, "Open this application by the link it has printed.");
		}
		if (path.startsWith(GuestScripts.PATH_PREFIX)) {
			return handlePage(exchange);
		}
		if (!path.startsWith(PATH_PREFIX)) {
			return others.handle(exchange);
		}
		if (path.startsWith(IpcExchange.PATH_PREFIX)) {
			return this.options.door().get().handle(withOrigin(exchange, own));
		}
		if (path.startsWith(PROTOCOL_PATH)) {
			return protocol(exchange, path.substring(PROTOCOL_PATH.length()));
		}
		return this.tabs.handle(exchange, path.substring(PATH_PREFIX.length()), own, session);
	}

	/**
	 * Answer with a page of the application, without asking who wants it.
	 * @param exchange an exchange that was let in
	 * @return done when the response is
	 */
	public Mono<Void> handlePage(ServerWebExchange exchange) {
		return this.options.pages().handle(exchange);
	}

	// Engines may leave the header out of requests to the document's own origin.
	private static ServerWebExchange withOrigin(ServerWebExchange exchange, Origin own) {
		if (exchange.getRequest().getHeaders().getOrigin() != null) {
			return exchange;
		}
		return exchange.mutate().request((request) -> request.header(HttpHeaders.ORIGIN, own.toString())).build();
	}

	private Mono<Void> open(ServerWebExchange exchange, String token) {
		Opening opening = this.options.sessions().redeem(token, this.guard.session(exchange.getRequest().getHeaders()));
		MemoryWebview webview = (opening != null) ? this.options.runtime().webview(opening.window()) : null;
		if (opening == null || webview == null) {
			return BrowserResponses.refuse(exchange,
					"This link was used or has expired. Ask the application for a new one.");
		}
		String nonce = BrowserSessions.secret();
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		headers.add(HttpHeaders.SET_COOKIE, this.guard.cookie(opening.session()));
		headers.set("Content-Security-Policy", OpeningPage.policy(nonce));
		headers.set("Referrer-Policy", "no-referrer");
		String page = this.openingPage.render(nonce, opening.secret(), url(webview.url()));
		return BrowserResponses.write(exchange, HttpStatus.OK,
				new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8), page);
	}

	private static String url(String url) {
		if (url.contains("://")) {
			return url;
		}
		String path = url.startsWith("/") ? url : "/" + url;
		return "/index.html".equals(path) ? "/" : path;
	}

	private Mono<Void> protocol(ServerWebExchange exchange, String path) {
		int slash = path.indexOf('/');
		WebHandler handler = (slash > 0) ? this.options.protocols().get(path.substring(0, slash)) : null;
		if (handler == null) {
			return BrowserResponses.text(exchange, HttpStatus.NOT_FOUND, "not found");
		}
		BrowserResponses.sandbox(exchange.getResponse());
		return handler.handle(exchange.mutate().request((request) -> request.path(path.substring(slash))).build());
	}

	/**
	 * What the handler needs.
	 *
	 * @param runtime has the windows
	 * @param sessions tells who may come in
	 * @param port the port of the server
	 * @param documents where connected documents are registered
	 * @param mapper writes what a document is told
	 * @param door takes the calls, looked up late because commands may want windows
	 * @param bridgeDoor takes calls of the fallback transport
	 * @param pages answers the application's own pages
	 * @param protocols answer {@code convertFileSrc} URLs, by the protocol's name
	 * @param maxTextSize the most bytes a message of the fallback transport may have
	 * @param isolation the isolation pattern, or {@code null} for none; with it pages
	 * have no other host name than {@code 127.0.0.1}
	 */
	public record Options(BrowserRuntime runtime, BrowserSessions sessions, IntSupplier port, Pages documents,
			JsonMapper mapper, Supplier<HttpDoor> door, Supplier<BridgeDoor> bridgeDoor, WebHandler pages,
			Map<String, WebHandler> protocols, int maxTextSize, @Nullable IsolationPattern isolation) {

		/**
		 * The same without isolation.
		 */
		public Options(BrowserRuntime runtime, BrowserSessions sessions, IntSupplier port, Pages documents,
				JsonMapper mapper, Supplier<HttpDoor> door, Supplier<BridgeDoor> bridgeDoor, WebHandler pages,
				Map<String, WebHandler> protocols, int maxTextSize) {
			this(runtime, sessions, port, documents, mapper, door, bridgeDoor, pages, protocols, maxTextSize, null);
		}

	}

}
