package dev.tauriboot.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;

import dev.tauriboot.Origin;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * The door for requests over HTTP, on a socket or in the same process: checks and decodes
 * a request as the wire contract has it, sends it through the pipeline and writes the
 * response. Which document calls is told by its invoke key.
 *
 * @since 0.1.0
 */
public final class HttpDoor implements WebHandler {

	private static final Log logger = LogFactory.getLog(HttpDoor.class);

	private static final MediaType OCTETS = MediaType.APPLICATION_OCTET_STREAM;

	private final IpcPipeline pipeline;

	private final PageLookup pages;

	private final JsonMapper mapper;

	private final int maxBodySize;

	private final Scheduler workers;

	private final BodyParts parts;

	/**
	 * Create the door.
	 * @param pipeline where calls go
	 * @param executor the workers
	 * @param pages finds a document by its key
	 * @param mapper reads JSON bodies
	 * @param maxBodySize the most bytes a body may have
	 */
	public HttpDoor(IpcPipeline pipeline, CommandExecutor executor, PageLookup pages, JsonMapper mapper,
			int maxBodySize) {
		Assert.notNull(pipeline, "'pipeline' must not be null");
		Assert.notNull(pages, "'pages' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		Assert.notNull(executor, "'executor' must not be null");
		this.pipeline = pipeline;
		this.workers = Schedulers.fromExecutor(executor);
		this.pages = pages;
		this.mapper = mapper;
		this.maxBodySize = maxBodySize;
		this.parts = new BodyParts(maxBodySize);
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		String origin = exchange.getRequest().getHeaders().getOrigin();
		// The key decides, not the origin; echoing it keeps the answer readable for that
		// page alone.
		response.getHeaders().set("Access-Control-Allow-Origin", (origin != null) ? origin : "*");
		response.getHeaders().set("Access-Control-Expose-Headers", "Tauri-Response");
		HttpMethod method = exchange.getRequest().getMethod();
		if (method.equals(HttpMethod.OPTIONS)) {
			return preflight(exchange);
		}
		if (!method.equals(HttpMethod.POST)) {
			return text(response, HttpStatus.METHOD_NOT_ALLOWED, "only POST and OPTIONS are allowed");
		}
		return Mono.fromSupplier(() -> head(exchange.getRequest()))
			.flatMap((head) -> body(exchange.getRequest()).publishOn(this.workers)
				.flatMap((body) -> take(exchange, head, body)))
			.onErrorResume(Refusal.class, (refusal) -> text(response, refusal.status, refusal.text))
			.onErrorResume(DataBufferLimitException.class,
					(ex) -> text(response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(ex.getMessage())))
			.onErrorResume(RejectedExecutionException.class, (ex) -> {
				logger.warn(LogMessage.format("No worker has taken a request: %s", ex.getCause()));
				return text(response, HttpStatus.SERVICE_UNAVAILABLE, IpcPipeline.NO_WORKER);
			});
	}

	private static Mono<Void> preflight(ServerWebExchange exchange) {
		String requested = exchange.getRequest().getHeaders().getFirst("Access-Control-Request-Headers");
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("Access-Control-Allow-Headers", (requested != null) ? requested : "*");
		headers.set("Access-Control-Max-Age", "7200");
		exchange.getResponse().setStatusCode(HttpStatus.OK);
		return exchange.getResponse().setComplete();
	}

	private Mono<byte[]> body(ServerHttpRequest request) {
		if (request.getHeaders().getContentLength() > this.maxBodySize) {
			return Mono.error(BodyCollector.tooLarge(this.maxBodySize));
		}
		return BodyCollector.collect(request, this.maxBodySize);
	}

	private Mono<Void> take(ServerWebExchange exchange, Head head, byte[] body) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		byte[] whole = join(head.page(), headers, body);
		return (whole != null) ? call(exchange, head, whole) : accepted(exchange.getResponse());
	}

	private byte @Nullable [] join(Page page, HttpHeaders headers, byte[] body) {
		String part = headers.getFirst("Tauri-Body-Part");
		if (part == null) {
			return body;
		}
		try {
			int callback = Integer.parseUnsignedInt(headers.getFirst("Tauri-Callback"));
			return this.parts.add(page, callback, BodyPart.parse(part, this.maxBodySize), body);
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(String.valueOf(ex.getMessage()));
		}
	}

	private Mono<Void> call(ServerWebExchange exchange, Head head, byte[] body) {
		InvokeRequest request = request(exchange.getRequest(), head, body);
		IpcExchange.setRequest(exchange, request);
		boolean mayDefer = "respond-async".equals(request.headers().getFirst("Prefer"));
		return new DeferrableCall(request, mayDefer ? DeferrableCall.SHORT_MILLIS : DeferrableCall.NO_LIMIT)
			.answer(this.pipeline.handle(exchange))
			.flatMap((response) -> response.map((value) -> write(exchange.getResponse(), checked(request, value)))
				.orElseGet(() -> accepted(exchange.getResponse())));
	}

	// A body that turned out not to be JSON is a fault of the request, not an answer of
	// the command.
	private static InvokeResponse checked(InvokeRequest request, InvokeResponse response) {
		if (request.body() instanceof InvokeBody.Json json && json.problem() != null) {
			throw new Refusal(json.problem());
		}
		return response;
	}

	private static Mono<Void> accepted(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.ACCEPTED);
		response.getHeaders().setContentLength(0);
		return response.setComplete();
	}

	// Nothing is read of whoever has no key.
	private Head head(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		MediaType type = contentType(headers);
		String key = header(headers, "Tauri-Invoke-Key", "Tauri invoke key");
		String origin = header(headers, "Origin", "Origin");
		Origin parsed = Origin.of(origin);
		if (parsed == null) {
			throw new Refusal("Origin header is not a valid URL");
		}
		checkCallback(headers, "Tauri-Callback", "Tauri callback");
		checkCallback(headers, "Tauri-Error", "Tauri error");
		boolean raw = type.equalsTypeAndSubtype(OCTETS);
		if (!raw && !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
			throw new Refusal("content type " + type + " is not implemented");
		}
		Page page = this.pages.findPage(key);
		if (page == null || !page.isOpen() || !page.origin().equals(parsed)) {
			throw invalidKey();
		}
		return new Head(page, raw);
	}

	private static Refusal invalidKey() {
		return new Refusal(HttpStatus.FORBIDDEN, "invalid invoke key");
	}

	private static MediaType contentType(HttpHeaders headers) {
		try {
			MediaType type = headers.getContentType();
			return (type != null) ? type : OCTETS;
		}
		catch (InvalidMediaTypeException ex) {
			throw new Refusal("unknown content type");
		}
	}

	private static String header(HttpHeaders headers, String name, String label) {
		String value = headers.getFirst(name);
		if (value == null) {
			throw new Refusal("missing " + name + " header");
		}
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < 0x20 || c > 0x7e) {
				throw new Refusal(label + " header value must be a string");
			}
		}
		return value;
	}

	private static void checkCallback(HttpHeaders headers, String name, String label) {
		String value = header(headers, name, label);
		try {
			Integer.parseUnsignedInt(value);
		}
		catch (NumberFormatException ex) {
			throw new Refusal(label + " header value must be a numeric string");
		}
	}

	private InvokeRequest request(ServerHttpRequest request, Head head, byte[] body) {
		if (!head.page().isOpen()) {
			throw invalidKey();
		}
		return new InvokeRequest(command(request.getURI()), head.raw() ? new InvokeBody.Raw(body) : json(body),
				request.getHeaders(), head.page());
	}

	private InvokeBody json(byte[] body) {
		String text = (body.length == 0) ? "{}" : new String(body, StandardCharsets.UTF_8);
		return new InvokeBody.Json(text, this.mapper);
	}

	private static String command(URI uri) {
		String path = uri.getRawPath();
		String tail = path.startsWith(IpcExchange.PATH_PREFIX) ? path.substring(IpcExchange.PATH_PREFIX.length())
				: path.substring(1);
		return StringUtils.uriDecode(tail, StandardCharsets.UTF_8);
	}

	private static Mono<Void> write(ServerHttpResponse response, InvokeResponse answer) {
		boolean error = answer instanceof InvokeResponse.Error;
		response.setStatusCode(HttpStatus.OK);
		response.getHeaders().set("Tauri-Response", error ? "error" : "ok");
		if (answer instanceof InvokeResponse.Raw raw) {
			return write(response, OCTETS, raw.bytes());
		}
		String json = (answer instanceof InvokeResponse.Json ok) ? ok.text() : ((InvokeResponse.Error) answer).text();
		return write(response, MediaType.APPLICATION_JSON, json.getBytes(StandardCharsets.UTF_8));
	}

	private static Mono<Void> text(ServerHttpResponse response, HttpStatus status, String text) {
		response.setStatusCode(status);
		return write(response, MediaType.TEXT_PLAIN, text.getBytes(StandardCharsets.UTF_8));
	}

	private static Mono<Void> write(ServerHttpResponse response, MediaType type, byte[] bytes) {
		response.getHeaders().setContentType(type);
		response.getHeaders().setContentLength(bytes.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	/**
	 * Finds documents by their keys.
	 */
	@FunctionalInterface
	public interface PageLookup {

		/**
		 * Find the document with a key.
		 * @param key the key a request brought
		 * @return the page, or {@code null} if no open document has that key
		 */
		@Nullable Page findPage(String key);

	}

	private record Head(Page page, boolean raw) {
	}

	private static final class Refusal extends RuntimeException {

		private final transient HttpStatus status;

		private final String text;

		Refusal(String text) {
			this(HttpStatus.INTERNAL_SERVER_ERROR, text);
		}

		Refusal(HttpStatus status, String text) {
			super(text, null, false, false);
			this.status = status;
			this.text = text;
		}

	}

}
