package dev.tauriboot.isolation;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.tauriboot.asset.ContentSecurityPolicy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the document of the isolation frame, and takes bytes that a frame was told to
 * hand over. Everything else is not found (ipc-protocol 9.8).
 *
 * @since 0.1.0
 */
public final class IsolationWebHandler implements WebHandler {

	private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private final IsolationPattern pattern;

	private final int maxBodySize;

	/**
	 * Create the handler.
	 * @param pattern the pattern
	 * @param maxBodySize the most bytes a frame may hand over at once
	 */
	public IsolationWebHandler(IsolationPattern pattern, int maxBodySize) {
		Assert.notNull(pattern, "'pattern' must not be null");
		this.pattern = pattern;
		this.maxBodySize = maxBodySize;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		String path = exchange.getRequest().getURI().getRawPath();
		HttpMethod method = exchange.getRequest().getMethod();
		if ((path.isEmpty() || path.equals("/")) && method.equals(HttpMethod.GET)) {
			return document(exchange);
		}
		Consumer<byte[]> taker = method.equals(HttpMethod.POST) ? taker(path) : null;
		if (taker != null) {
			return DataBufferUtils.join(exchange.getRequest().getBody(), this.maxBodySize)
				.map(IsolationWebHandler::bytes)
				.defaultIfEmpty(new byte[0])
				.doOnNext(taker)
				.then(respond(exchange, HttpStatus.NO_CONTENT));
		}
		return respond(exchange, HttpStatus.NOT_FOUND);
	}

	private @Nullable Consumer<byte[]> taker(String path) {
		return path.startsWith("/") ? this.pattern.takeUpload(path.substring(1)) : null;
	}

	private Mono<Void> document(ServerWebExchange exchange) {
		String nonce = IsolationSession.newName();
		ServerHttpResponse response = exchange.getResponse();
		byte[] html = this.pattern.application().render(nonce, this.pattern.timeout()).getBytes(StandardCharsets.UTF_8);
		return write(response, policy(nonce, "connect-src " + origin(exchange)), html);
	}

	static Mono<Void> write(ServerHttpResponse response, ContentSecurityPolicy policy, byte[] html) {
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(HTML);
		headers.setCacheControl("no-store");
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("Content-Security-Policy", policy.toString());
		headers.setContentLength(html.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(html)));
	}

	private static String origin(ServerWebExchange exchange) {
		return exchange.getRequest().getURI().getScheme() + "://" + exchange.getRequest().getURI().getRawAuthority();
	}

	// The sandbox holds wherever the document is opened, in a frame of whatever rights or
	// as a page.
	static ContentSecurityPolicy policy(String nonce, String directive) {
		return ContentSecurityPolicy.parse(
				"default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce + "'; img-src data:; "
						+ directive + "; base-uri 'none'; form-action 'none'; sandbox allow-scripts");
	}

	private static Mono<Void> respond(ServerWebExchange exchange, HttpStatus status) {
		return Mono.defer(() -> {
			ServerHttpResponse response = exchange.getResponse();
			response.setStatusCode(status);
			// The frame's origin is opaque.
			response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
			response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
			response.getHeaders().setContentLength(0);
			return response.setComplete();
		});
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
