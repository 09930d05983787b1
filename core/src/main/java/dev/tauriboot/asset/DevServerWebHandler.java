package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Flow;

import dev.tauriboot.Origin;
import dev.tauriboot.page.BootstrapScript;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Passes requests on to a development server and puts the bootstrap into its pages. While
 * the server is down, pages say so and try again by themselves. Its policy, if it sends
 * one, must allow inline scripts. WebSockets do not pass: the page opens them to the
 * development server itself or, where its engine has none, asks for them by requests.
 *
 * @since 0.1.0
 */
public final class DevServerWebHandler implements WebHandler {

	private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-authenticate",
			"proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings");

	private static final Set<String> NOT_SENT = Set.of("host", "content-length", "expect", "accept-encoding", "origin");

	private static final String TOO_LARGE = "The body is larger than the limit of %d bytes (tauri.build.max-dev-size).";

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Origin origin;

	private final WebHandler guests;

	private final HtmlInjector injector;

	private final String downPage;

	private final DevServerSockets sockets;

	private final int maxSize;

	private final List<String> addresses;

	private volatile int address;

	/**
	 * Create the handler.
	 * @param origin the development server
	 * @param guests answers requests for guest packages
	 * @param injector puts the bootstrap and the import map into documents
	 * @param maxSize how many bytes the body of a request or a message of a WebSocket may
	 * have, and how many of such messages may wait for a page
	 * @param maxSockets how many WebSockets pages may have open
	 */
	public DevServerWebHandler(Origin origin, WebHandler guests, HtmlInjector injector, int maxSize, int maxSockets) {
		this(origin, guests, injector, maxSize, maxSockets, addresses(origin));
	}

	DevServerWebHandler(Origin origin, WebHandler guests, HtmlInjector injector, int maxSize, int maxSockets,
			List<String> addresses) {
		Assert.notNull(origin, "'origin' must not be null");
		Assert.notNull(guests, "'guests' must not be null");
		Assert.notNull(injector, "'injector' must not be null");
		Assert.isTrue(maxSockets > 0, "'maxSockets' must be above 0");
		this.origin = origin;
		this.guests = guests;
		this.injector = injector.with(BootstrapScript.file("dev-socket.js"));
		this.sockets = new DevServerSockets(this.client, origin, maxSize, maxSockets);
		this.maxSize = maxSize;
		this.addresses = List.copyOf(addresses);
		try {
			this.downPage = new ClassPathResource("dev-server-down.html", DevServerWebHandler.class)
				.getContentAsString(StandardCharsets.UTF_8)
				.replace("%origin%", origin.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> addresses(@Nullable Origin origin) {
		Assert.notNull(origin, "'origin' must not be null");
		return origin.host().equals("localhost")
				? List.of(origin.toString(), new Origin(origin.scheme(), "[::1]", origin.port()).toString())
				: List.of(origin.toString());
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		String path = exchange.getRequest().getURI().getRawPath();
		if (path.startsWith(GuestScripts.PATH_PREFIX)) {
			return this.guests.handle(exchange);
		}
		if (path.startsWith(DevServerSockets.PATH_PREFIX)) {
			return this.sockets.handle(exchange, this.addresses.get(this.address))
				.onErrorResume(DataBufferLimitException.class, (ex) -> tooLarge(exchange));
		}
		return send(exchange.getRequest()).flatMap((answer) -> respond(exchange, answer))
			.onErrorResume(DataBufferLimitException.class, (ex) -> tooLarge(exchange))
			.onErrorResume((ex) -> !exchange.getResponse().isCommitted() && causedBy(ex, IOException.class),
					(ex) -> down(exchange));
	}

	private static boolean causedBy(Throwable ex, Class<?> type) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	// Servers listen on the one address that they take "localhost" for, and it may be the
	// one that Java does not try.
	private Mono<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> send(ServerHttpRequest request) {
		return body(request).flatMap((body) -> {
			int first = this.address;
			int second = (first + 1) % this.addresses.size();
			return send(request, body, this.addresses.get(first)).onErrorResume(
					(ex) -> second != first && causedBy(ex, ConnectException.class),
					(ex) -> send(request, body, this.addresses.get(second))
						.doOnSuccess((answer) -> this.address = second)
						.onErrorMap((other) -> causedBy(other, ConnectException.class), (other) -> ex));
		});
	}

	private Mono<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> send(ServerHttpRequest request, byte[] body,
			String address) {
		HttpRequest.Builder builder = HttpRequest.newBuilder(target(address, request.getURI()))
			.method(request.getMethod().name(),
					(body.length > 0) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		request.getHeaders().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!HOP_BY_HOP.contains(lower) && !NOT_SENT.contains(lower)) {
				values.forEach((value) -> builder.header(name, value));
			}
		});
		builder.header("Accept-Encoding", "identity");
		if (request.getHeaders().getOrigin() != null) {
			builder.header("Origin", this.origin.toString());
		}
		return Mono.fromFuture(() -> this.client.sendAsync(builder.build(), BodyHandlers.ofPublisher()));
	}

	private Mono<byte[]> body(ServerHttpRequest request) {
		if (request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD)) {
			return Mono.just(new byte[0]);
		}
		return DataBufferUtils.join(request.getBody(), this.maxSize)
			.map(DevServerWebHandler::bytes)
			.defaultIfEmpty(new byte[0]);
	}

	private static URI target(String address, URI uri) {
		String query = uri.getRawQuery();
		return URI.create(address + uri.getRawPath() + ((query != null) ? "?" + query : ""));
	}

	private Mono<Void> respond(ServerWebExchange exchange, HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.statusCode()));
		answer.headers().map().forEach((name, values) -> {
			if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
				response.getHeaders().put(name, values);
			}
		});
		Flux<DataBuffer> body = Flux.from(FlowAdapters.toPublisher(answer.body()))
			.concatMapIterable((buffers) -> buffers)
			.map((bytes) -> response.bufferFactory().wrap(bytes));
		if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
			return body.doOnNext(DataBufferUtils::release).then(response.setComplete());
		}
		if (!isPage(answer)) {
			return response.writeWith(body);
		}
		Charset charset = charset(response.getHeaders());
		return DataBufferUtils.join(body)
			.map(DevServerWebHandler::bytes)
			.defaultIfEmpty(new byte[0])
			.flatMap((html) -> {
				byte[] page = this.injector.inject(new String(html, charset), null).getBytes(StandardCharsets.UTF_8);
				response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
				response.getHeaders().setContentLength(page.length);
				// The tag is of the text the server has, not of ours.
				response.getHeaders().remove(HttpHeaders.ETAG);
				return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
			});
	}

	private static boolean isPage(HttpResponse<?> answer) {
		String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
		return answer.statusCode() == 200 && encoding.equalsIgnoreCase("identity")
				&& answer.headers()
					.firstValue("Content-Type")
					.orElse("")
					.toLowerCase(Locale.ROOT)
					.startsWith(MediaType.TEXT_HTML_VALUE);
	}

	private static Charset charset(HttpHeaders headers) {
		MediaType type = headers.getContentType();
		Charset charset = (type != null) ? type.getCharset() : null;
		return (charset != null) ? charset : StandardCharsets.UTF_8;
	}

	private Mono<Void> down(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		boolean page = exchange.getRequest()
			.getHeaders()
			.getAccept()
			.stream()
			.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
		response.setStatusCode(HttpStatus.BAD_GATEWAY);
		response.getHeaders()
			.setContentType(new MediaType(page ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
		response.getHeaders().setCacheControl("no-store");
		return write(response, page ? this.downPage : "The development server at " + this.origin + " does not answer.");
	}

	private Mono<Void> tooLarge(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.CONTENT_TOO_LARGE);
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
		return write(response, TOO_LARGE.formatted(this.maxSize));
	}

	private static Mono<Void> write(ServerHttpResponse response, String text) {
		return response
			.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
