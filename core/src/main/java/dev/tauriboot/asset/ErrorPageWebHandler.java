package dev.tauriboot.asset;

import java.nio.charset.StandardCharsets;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Gives an error a page where a frame would show nothing or a bare line. An error that
 * has a page of its own keeps it, and requests of scripts get what they always got.
 *
 * @since 0.1.0
 */
public final class ErrorPageWebHandler implements WebHandler {

	private static final Log logger = LogFactory.getLog(ErrorPageWebHandler.class);

	private static final int MAX_DETAIL = 500;

	private final WebHandler delegate;

	private final boolean detailed;

	/**
	 * Create the handler.
	 * @param delegate answers
	 * @param detailed whether the page tells what the answer says besides its status, as
	 * fits development
	 */
	public ErrorPageWebHandler(WebHandler delegate, boolean detailed) {
		Assert.notNull(delegate, "'delegate' must not be null");
		this.delegate = delegate;
		this.detailed = detailed;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		if (!"navigate".equals(request.getHeaders().getFirst("Sec-Fetch-Mode"))
				|| request.getMethod() == HttpMethod.HEAD) {
			return this.delegate.handle(exchange);
		}
		Response response = new Response(exchange.getResponse(), request.getURI().toString());
		return Mono.defer(() -> this.delegate.handle(exchange.mutate().response(response).build()))
			.onErrorResume((ex) -> !response.isCommitted(), (ex) -> {
				logger.error("The request for " + request.getURI().getRawPath() + " failed", ex);
				response.setStatusCode(
						(ex instanceof ErrorResponse error) ? error.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR);
				return response.page(String.valueOf(ex.getMessage()));
			});
	}

	private final class Response extends ServerHttpResponseDecorator {

		private final String url;

		Response(ServerHttpResponse delegate, String url) {
			super(delegate);
			this.url = url;
		}

		private boolean isBare() {
			HttpStatusCode status = getStatusCode();
			MediaType type = getHeaders().getContentType();
			return status != null && status.isError() && (type == null || !type.getSubtype().contains("html"));
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			if (!isBare()) {
				return super.writeWith(body);
			}
			return DataBufferUtils.join(body, 64 * 1024)
				.map(Response::text)
				.onErrorReturn("")
				.defaultIfEmpty("")
				.flatMap(this::page);
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return isBare() ? writeWith(Flux.from(body).concatMap((part) -> part)) : super.writeAndFlushWith(body);
		}

		@Override
		public Mono<Void> setComplete() {
			HttpStatusCode status = getStatusCode();
			return (!isCommitted() && status != null && status.isError()) ? page("") : super.setComplete();
		}

		private static String text(DataBuffer buffer) {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return text;
		}

		Mono<Void> page(String detail) {
			HttpHeaders headers = getHeaders();
			MediaType type = headers.getContentType();
			boolean plain = type == null || type.isCompatibleWith(MediaType.TEXT_PLAIN);
			HttpStatusCode status = getStatusCode();
			byte[] page = ErrorPage.html(this.url, reason(status, plain ? detail : ""), "", null)
				.getBytes(StandardCharsets.UTF_8);
			headers.remove(HttpHeaders.CONTENT_ENCODING);
			headers.remove(HttpHeaders.CONTENT_DISPOSITION);
			headers.remove(HttpHeaders.ETAG);
			headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
			headers.setContentLength(page.length);
			headers.setCacheControl("no-store");
			return super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(page)));
		}

		private String reason(@Nullable HttpStatusCode status, String detail) {
			int code = (status != null) ? status.value() : 500;
			String reason = switch (code) {
				case 404, 410 -> "There is no such page";
				case 401, 403 -> "The page may not be seen";
				case 502, 503, 504 -> "The server is not there at the moment";
				default -> (code < 500) ? "The request was refused" : "The application failed to answer";
			};
			reason += " (status " + code + ").";
			if (!ErrorPageWebHandler.this.detailed || !StringUtils.hasText(detail)) {
				return reason;
			}
			return reason + " " + ((detail.length() > MAX_DETAIL) ? detail.substring(0, MAX_DETAIL) + "…" : detail);
		}

	}

}
