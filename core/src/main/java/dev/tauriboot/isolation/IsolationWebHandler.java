package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.asset.ContentSecurityPolicy;
import dev.tauriboot.door.BodyCollector;
import dev.tauriboot.door.BodyPart;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
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
		String[] names = path.split("/", 3);
		IsolationUpload upload = (names.length == 3 && method.equals(HttpMethod.POST))
				? this.pattern.findUpload(names[1]) : null;
		return (upload != null) ? upload(exchange, names[1], upload, names[2])
				: respond(exchange, HttpStatus.NOT_FOUND, "");
	}

	// What is in the path needs no preflight, as a header would.
	private Mono<Void> upload(ServerWebExchange exchange, String name, IsolationUpload upload, String part) {
		return BodyCollector.collect(exchange.getRequest(), this.maxBodySize)
			.doOnNext((bytes) -> add(name, upload, BodyPart.parse(part, this.maxBodySize), bytes))
			.then(respond(exchange, HttpStatus.NO_CONTENT, ""))
			.onErrorResume(DataBufferLimitException.class,
					(ex) -> respond(exchange, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(ex.getMessage())))
			.onErrorResume(IllegalArgumentException.class,
					(ex) -> respond(exchange, HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage())));
	}

	private void add(String name, IsolationUpload upload, BodyPart part, byte[] bytes) {
		ByteBuffer sealed = upload.add(part, bytes);
		if (sealed != null) {
			this.pattern.forgetUpload(name);
			upload.take(sealed);
		}
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

	private static Mono<Void> respond(ServerWebExchange exchange, HttpStatus status, String text) {
		return Mono.defer(() -> {
			ServerHttpResponse response = exchange.getResponse();
			response.setStatusCode(status);
			// The frame's origin is opaque.
			response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
			response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			response.getHeaders().setContentLength(bytes.length);
			return (bytes.length > 0) ? response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)))
					: response.setComplete();
		});
	}

}
