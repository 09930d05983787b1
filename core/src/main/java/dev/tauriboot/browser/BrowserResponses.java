package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Responses as all of {@link BrowserWebHandler} gives them.
 */
final class BrowserResponses {

	private BrowserResponses() {
	}

	static Mono<Void> refuse(ServerWebExchange exchange, String text) {
		return text(exchange, HttpStatus.FORBIDDEN, text);
	}

	static Mono<Void> text(ServerWebExchange exchange, HttpStatus status, String text) {
		return write(exchange, status, new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8), text);
	}

	static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, MediaType type, String text) {
		ServerHttpResponse response = exchange.getResponse();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		response.setStatusCode(status);
		secure(response.getHeaders());
		response.getHeaders().setContentType(type);
		response.getHeaders().setContentLength(bytes.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	static void secure(HttpHeaders headers) {
		headers.setCacheControl("no-store");
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
	}

	static Mono<Void> done(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
		return exchange.getResponse().setComplete();
	}

	// A file of a protocol has no origin of its own here. Shown as a document, it must
	// not get the one of the pages. Engines have viewers for PDF that do not work in a
	// sandbox, and run no script.
	static void sandbox(ServerHttpResponse response) {
		response.beforeCommit(() -> Mono.fromRunnable(() -> {
			if (!MediaType.APPLICATION_PDF.equals(response.getHeaders().getContentType())) {
				response.getHeaders().set("Content-Security-Policy", "sandbox");
			}
		}));
	}

}
