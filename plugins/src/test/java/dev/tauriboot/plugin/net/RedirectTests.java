package dev.tauriboot.plugin.net;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.tauriboot.scope.UrlScope;
import dev.tauriboot.url.WebUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Redirects}, by the client and alone.
 */
class RedirectTests {

	private static final NetworkClient client = new NetworkClient();

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@AfterAll
	static void close() {
		client.close();
	}

	private static HttpReply send(HttpCall.Builder call) {
		return client.send(call.build()).block(LIMIT);
	}

	private static RawServer redirecting(int status, String location) throws Exception {
		return new RawServer((request, exchange) -> {
			String path = request.line().split(" ")[1];
			exchange.send(path.startsWith("/end") ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
					: "HTTP/1.1 %d Go\r\nLocation: %s\r\nContent-Length: 4\r\n\r\ngone".formatted(status, location));
		});
	}

	private static RawServer counting(int redirections) throws Exception {
		return new RawServer((request, exchange) -> {
			int number = Integer.parseInt(request.line().split(" ")[1].substring(1));
			exchange.send((number == redirections) ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
					: "HTTP/1.1 302 Found\r\nLocation: %d\r\nContent-Length: 0\r\n\r\n".formatted(number + 1));
		});
	}

	// rows 136, 138
	@Test
	void tenAreFollowedAndElevenNot() throws Exception {
		try (RawServer server = counting(10)) {
			assertThat(send(HttpCall.of("GET", server.url("/0"))).url()).isEqualTo(server.url("/10"));
		}
		try (RawServer server = counting(11)) {
			assertThatThrownBy(() -> send(HttpCall.of("GET", server.url("/0"))))
				.hasMessage("error following redirect for url (%s): too many redirects".formatted(server.url("/10")));
			assertThat(server.requests).hasSize(11);
		}
		try (RawServer server = counting(-1)) {
			assertThatThrownBy(() -> send(HttpCall.of("GET", server.url("/0")).redirections(Long.MAX_VALUE)))
				.hasMessageEndingWith("too many redirects");
			assertThat(server.requests).hasSize(1001);
		}
	}

	// row 137
	@Test
	void noneIsFollowed() throws Exception {
		try (RawServer server = redirecting(302, "/end")) {
			HttpReply reply = send(HttpCall.of("GET", server.url("/")).redirections(0));
			assertThat(reply.status()).isEqualTo(302);
			assertThat(reply.url()).isEqualTo(server.url("/"));
			assertThat(reply.body().readAll(100).block(LIMIT)).asString().isEqualTo("gone");
		}
	}

	// row 141
	@Test
	void targetOutOfScopeIsNotAsked() throws Exception {
		try (RawServer server = redirecting(302, "http://127.0.0.1:1/secret")) {
			UrlScope scope = UrlScope.of(List.of("http://localhost:*"), List.of());
			assertThatThrownBy(() -> send(
					HttpCall.of("GET", server.url("/")).redirectCheck((target) -> scope.check(target.toString()))))
				.hasMessage("url not allowed on the configured scope: http://127.0.0.1:1/secret");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:text/plain,hi", "file:///etc/passwd", "ftp://localhost/" })
	void otherSchemesAreNotFollowed(String location) throws Exception {
		try (RawServer server = redirecting(301, location)) {
			assertThatThrownBy(() -> send(HttpCall.of("GET", server.url("/"))))
				.hasMessageEndingWith("URL scheme is not allowed");
		}
	}

	@ParameterizedTest
	@CsvSource({ "301, GET, ''", "302, GET, ''", "303, GET, ''", "307, POST, body", "308, POST, body" })
	void bodyGoesAlongOnlyWhereItIsTo(int status, String method, String body) throws Exception {
		try (RawServer server = redirecting(status, "/end")) {
			send(HttpCall.of("POST", server.url("/"))
				.header("content-type", "text/plain")
				.header("x-other", "1")
				.payload(HttpPayload.of("body".getBytes(StandardCharsets.UTF_8))));
			RawServer.Request last = server.requests.get(1);
			assertThat(last.line()).isEqualTo(method + " /end HTTP/1.1");
			assertThat(last.text()).isEqualTo(body);
			assertThat(last.header("content-type")).isEqualTo(body.isEmpty() ? null : "text/plain");
			assertThat(last.header("x-other")).isEqualTo("1");
		}
	}

	@Test
	void secretsStayWithTheirOrigin() throws Exception {
		try (RawServer end = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
				RawServer other = redirecting(302, end.url("/end"));
				RawServer same = redirecting(302, "/end")) {
			for (RawServer server : List.of(other, same)) {
				send(HttpCall.of("GET", server.url("/")).header("authorization", "secret").header("cookie", "a=b"));
			}
			assertThat(other.requests.get(0).header("authorization")).isEqualTo("secret");
			assertThat(end.requests.get(0).header("authorization")).isNull();
			assertThat(end.requests.get(0).header("cookie")).isNull();
			assertThat(same.requests.get(1).header("authorization")).isEqualTo("secret");
			assertThat(same.requests.get(1).header("cookie")).isEqualTo("a=b");
		}
	}

	@Test
	void userOfAUrlStaysWithItsServer() throws Exception {
		try (RawServer end = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
				RawServer other = redirecting(302, end.url("/end"));
				RawServer same = redirecting(302, "/end")) {
			for (RawServer server : List.of(other, same)) {
				send(HttpCall.of("GET", "http://me:secret@localhost:" + server.port() + "/"));
			}
			assertThat(end.requests.get(0).header("authorization")).isNull();
			assertThat(same.requests.get(1).header("authorization")).isEqualTo("Basic bWU6c2VjcmV0");
		}
	}

	@Test
	void cookiesOfAHopAreKept() throws Exception {
		try (CookieJar jar = new CookieJar(null); RawServer server = new RawServer((request, exchange) -> {
			exchange.send(request.line().contains("/end") ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
					: "HTTP/1.1 302 Go\r\nSet-Cookie: a=b; Path=/\r\nLocation: /end\r\nContent-Length: 0\r\n\r\n");
		})) {
			send(HttpCall.of("GET", server.url("/")).cookies(jar));
			assertThat(server.requests.get(1).header("cookie")).isEqualTo("a=b");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/x, http://h:81/x", "x?y, http://h:81/a/x?y", "?z, http://h:81/a/b?z", "#n, http://h:81/a/b?q#n",
			"'', http://h:81/a/b?q#f", "//i/x, http://i/x#f", "../../x, http://h:81/x#f", "https://i, https://i/#f",
			"\\x, http://h:81/x#f", "/:x, http://h:81/:x#f", "/\u00c3\u00a4, http://h:81/%C3%A4#f",
			"\\\\i/x, http://i/x#f" })
	void locationsAreRelative(String location, String url) {
		WebUrl base = WebUrl.parse("http://h:81/a/b?q#f");
		assertThat(Redirects.resolve(base, location))
			.hasToString((url.contains("#") || url.isEmpty()) ? url : url + "#f");
	}

	@Test
	void locationThatIsNoneEndsTheWay() throws Exception {
		try (RawServer server = redirecting(302, "http://")) {
			assertThat(send(HttpCall.of("GET", server.url("/"))).status()).isEqualTo(302);
		}
	}

}
