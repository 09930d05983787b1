package dev.tauriboot.asset;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageWebHandlerTests {

	private static final WebHandler TEXT = answer(HttpStatus.INTERNAL_SERVER_ERROR, MediaType.TEXT_PLAIN,
			"asset not found: <b>index.html");

	private static WebHandler answer(HttpStatus status, @Nullable MediaType type, @Nullable String body) {
		return (exchange) -> {
			exchange.getResponse().setStatusCode(status);
			if (type != null) {
				exchange.getResponse().getHeaders().setContentType(type);
			}
			return (body != null)
					? exchange.getResponse()
						.writeWith(Mono
							.just(exchange.getResponse().bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))))
					: exchange.getResponse().setComplete();
		};
	}

	private static MockServerHttpResponse navigate(WebHandler handler, boolean detailed) {
		return send(handler, detailed, "navigate");
	}

	private static MockServerHttpResponse send(WebHandler handler, boolean detailed, String mode) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("http://tauri.localhost/a?token=secret").header("Sec-Fetch-Mode", mode));
		new ErrorPageWebHandler(handler, detailed).handle(exchange).block();
		return exchange.getResponse();
	}

	private static String body(MockServerHttpResponse response) {
		return String.valueOf(response.getBodyAsString().block());
	}

	@Test
	void bareErrorGetsAPage() {
		MockServerHttpResponse response = navigate(answer(HttpStatus.NOT_FOUND, null, null), false);
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(response.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
		assertThat(body(response))
			.contains("There is no such page (status 404).", "http://tauri.localhost/a", "<a id=\"retry\" href=\"\">")
			.doesNotContain("secret", "<script");
	}

	@Test
	void textOfTheErrorIsToldInDevelopment() {
		MockServerHttpResponse response = navigate(TEXT, true);
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(body(response)).contains("(status 500). asset not found: &lt;b&gt;index.html").doesNotContain("<b>");
	}

	@Test
	void textOfTheErrorIsNotToldOtherwise() {
		assertThat(body(navigate(TEXT, false))).contains("The application failed to answer (status 500).")
			.doesNotContain("asset");
	}

	@Test
	void failureGetsAPage() {
		MockServerHttpResponse response = navigate((exchange) -> Mono.error(new IllegalStateException("password")),
				false);
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(body(response)).contains("(status 500)").doesNotContain("password");
		assertThat(navigate((exchange) -> {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}, false).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void otherAnswersStay() {
		assertThat(body(navigate(answer(HttpStatus.NOT_FOUND, MediaType.TEXT_HTML, "own page"), true)))
			.isEqualTo("own page");
		assertThat(body(navigate(answer(HttpStatus.OK, MediaType.TEXT_PLAIN, "fine"), true))).isEqualTo("fine");
		assertThat(body(send(TEXT, true, "cors"))).isEqualTo("asset not found: <b>index.html");
	}

	@Test
	void valuesAreText() {
		String page = ErrorPage.html("https://user:pw@example.com/%reason%?token=1", "<script>'\"%url%",
				"javascript:\"><b>", "https://example.com/?a=1&b=\"2");
		assertThat(page)
			.contains("https://example.com/%reason%", "&lt;script&gt;&#39;&quot;%url%",
					"href=\"javascript:&quot;&gt;&lt;b&gt;\"", "href=\"https://example.com/?a=1&amp;b=&quot;2\">Back")
			.doesNotContain("pw@", "token", "<script", "<b>");
	}

}
