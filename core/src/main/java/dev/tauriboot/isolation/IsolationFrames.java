package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.window.Page;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves isolation frames to a browser, each with the key of the document that it belongs
 * to. A frame's address is good once, for a frame only, and of another host name than the
 * pages: no request, worker or frame of a page can read what comes from there
 * (ipc-protocol 9.8).
 *
 * @since 0.1.0
 */
public final class IsolationFrames implements WebHandler {

	/** The host name of frames, under which nothing else may be served. */
	public static final String HOST = "localhost";

	private static final String PATH_PREFIX = "/__tauri__/isolation/";

	private final IsolationPattern pattern;

	private final JsonMapper mapper;

	private final Map<String, Page> tickets = new ConcurrentHashMap<>();

	/**
	 * Create the handler.
	 * @param pattern the pattern
	 * @param mapper writes what a frame is told
	 */
	public IsolationFrames(IsolationPattern pattern, JsonMapper mapper) {
		Assert.notNull(pattern, "'pattern' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pattern = pattern;
		this.mapper = mapper;
	}

	/**
	 * Begin the session of a document, which has to be open.
	 * @param page the document
	 * @return the URL of its frame, good once
	 */
	public String open(Page page) {
		Assert.notNull(page, "'page' must not be null");
		this.pattern.session(page);
		String ticket = IsolationSession.newName();
		this.tickets.put(ticket, page);
		page.onClose(() -> this.tickets.remove(ticket));
		return page.origin().scheme() + "://" + HOST + ":" + page.origin().port() + PATH_PREFIX + ticket;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		String path = request.getURI().getRawPath();
		// Only the engine can set this header: a page that asks by itself does not ask as
		// a frame.
		boolean frame = request.getMethod().equals(HttpMethod.GET) && path.startsWith(PATH_PREFIX)
				&& "iframe".equals(request.getHeaders().getFirst("Sec-Fetch-Dest"));
		Page page = frame ? this.tickets.remove(path.substring(PATH_PREFIX.length())) : null;
		if (page == null || !page.isOpen()) {
			return notFound(exchange.getResponse());
		}
		String nonce = IsolationSession.newName();
		byte[] setup = setup(page);
		byte[] html = this.pattern.application().render(nonce, setup);
		Arrays.fill(setup, (byte) 0);
		return IsolationWebHandler.write(exchange.getResponse(),
				IsolationWebHandler.policy(nonce, "frame-ancestors " + page.origin()), html);
	}

	// The key becomes no text here.
	private byte[] setup(Page page) {
		String known = this.mapper.writeValueAsString(Map.of("origin", page.origin().toString(), "limit",
				this.pattern.timeout().toMillis(), "name", this.pattern.application().toString()));
		byte[] start = known.substring(0, known.length() - 1).replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8);
		byte[] secret = this.pattern.session(page).key().getEncoded();
		byte[] key = Base64.getEncoder().encode(secret);
		Arrays.fill(secret, (byte) 0);
		byte[] name = ",\"key\":\"".getBytes(StandardCharsets.UTF_8);
		byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);
		byte[] setup = ByteBuffer.allocate(start.length + name.length + key.length + end.length)
			.put(start)
			.put(name)
			.put(key)
			.put(end)
			.array();
		Arrays.fill(key, (byte) 0);
		return setup;
	}

	private static Mono<Void> notFound(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.NOT_FOUND);
		response.getHeaders().setCacheControl("no-store");
		response.getHeaders().set("X-Content-Type-Options", "nosniff");
		response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
		response.getHeaders().setContentLength(0);
		return response.setComplete();
	}

}
