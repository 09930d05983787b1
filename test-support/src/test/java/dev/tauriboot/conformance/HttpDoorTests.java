package dev.tauriboot.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.test.IpcTester;
import dev.tauriboot.test.TauriTest;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 15 to 44 and 51 to 54 on the wire: requests and responses over HTTP.
 */
@TauriTest(properties = { "tauri.app.windows[0].label=main", "tauri.app.windows[1].label=second" })
class HttpDoorTests {

	private final WebTestClient client;

	private final Page page;

	private final Page second;

	@Autowired
	HttpDoorTests(HttpDoor door, IpcTester tester) {
		this.client = WebTestClient.bindToWebHandler(door)
			.configureClient()
			.responseTimeout(Duration.ofSeconds(60))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build();
		this.page = tester.page("main").page();
		this.second = tester.page("second").page();
	}

	// rows 15, 16, 30, 37
	@Test
	void valueIsJson() {
		post("greet", json(this.page), "{\"userName\":\"World\"}").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Tauri-Response", "ok")
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "application/json")
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Tauri-Response")
			.expectHeader()
			.exists(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
			.expectBody(String.class)
			.isEqualTo("\"Hello, World!\"");
	}

	// row 17
	@ParameterizedTest
	@ValueSource(strings = { "plugin:odd|name with % + / \\ and ü😀" })
	void oddCommandNameIsDecoded(String command) {
		post(command, json(this.page), "{}").expectBody(String.class).isEqualTo("\"odd\"");
	}

	// row 31
	@Test
	void failureIsJsonWithStatus200() {
		post("fail", json(this.page), "{\"text\":\"no\"}").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Tauri-Response", "error")
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "application/json")
			.expectBody(String.class)
			.isEqualTo("\"no\"");
	}

	// row 33
	@Test
	void nothingIsNull() {
		post("nothing", json(this.page), "{}").expectHeader()
			.valueEquals("Tauri-Response", "ok")
			.expectBody(String.class)
			.isEqualTo("null");
	}

	// row 34
	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 300_000 })
	void bytesAreAnOctetStream(int size) {
		byte[] body = post("bytes", json(this.page), "{\"size\":" + size + "}").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
			.expectHeader()
			.valueEquals("Tauri-Response", "ok")
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat((body != null) ? body.length : 0).isEqualTo(size);
	}

	// row 28
	@Test
	void emptyJsonIsAnEmptyObject() {
		this.client.post()
			.uri("/{command}", "echo")
			.headers(json(this.page))
			.exchange()
			.expectBody(String.class)
			.isEqualTo("{}");
	}

	// rows 18, 29
	@Test
	void missingContentTypeIsBytes() {
		this.client.method(HttpMethod.POST)
			.uri("/{command}", "describe")
			.headers(json(this.page))
			.headers((headers) -> headers.remove(HttpHeaders.CONTENT_TYPE))
			.exchange()
			.expectBody()
			.jsonPath("$.raw")
			.isEqualTo(true);
	}

	// row 30: accepted by essence
	@Test
	void contentTypeMayHaveParameters() {
		post("echo",
				json(this.page).andThen(
						(headers) -> headers.set(HttpHeaders.CONTENT_TYPE, "application/json;charset=utf-8")),
				"[1]")
			.expectBody(String.class)
			.isEqualTo("[1]");
	}

	// row 38
	@Test
	void preflightIsAllowed() {
		this.client.options()
			.uri("/greet")
			.header("Origin", "http://tauri.localhost")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*")
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Tauri-Response")
			.expectBody()
			.isEmpty();
	}

	// row 38
	@Test
	void preflightAllowsTheHeadersItNames() {
		this.client.options()
			.uri("/greet")
			.header("Access-Control-Request-Headers", "x-one,tauri-callback")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "x-one,tauri-callback")
			.expectBody()
			.isEmpty();
	}

	// row 39
	@Test
	void otherMethodsAreRefused() {
		this.client.get()
			.uri("/greet")
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "text/plain")
			.expectBody(String.class)
			.isEqualTo("only POST and OPTIONS are allowed");
	}

	// rows 40 to 44, each check before the next
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Content-Type     | text/xml         | content type text/xml is not implemented
			Tauri-Invoke-Key | -                | missing Tauri-Invoke-Key header
			Tauri-Invoke-Key | ä                | Tauri invoke key header value must be a string
			Origin           | -                | missing Origin header
			Origin           | ä                | Origin header value must be a string
			Origin           | null             | Origin header is not a valid URL
			Origin           | tauri.localhost  | Origin header is not a valid URL
			Tauri-Callback   | -                | missing Tauri-Callback header
			Tauri-Callback   | ä                | Tauri callback header value must be a string
			Tauri-Callback   | abc              | Tauri callback header value must be a numeric string
			Tauri-Callback   | -1               | Tauri callback header value must be a numeric string
			Tauri-Callback   | 4294967296       | Tauri callback header value must be a numeric string
			Tauri-Error      | -                | missing Tauri-Error header
			Tauri-Error      | ä                | Tauri error header value must be a string
			Tauri-Error      | 1.5              | Tauri error header value must be a numeric string
			""")
	void badHeaderIsNamed(String name, String value, String text) {
		int before = count();
		post("count", json(this.page).andThen((headers) -> {
			headers.remove(name);
			if (value != null) {
				headers.set(name, value);
			}
		}), "{}").expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_TYPE, "text/plain")
			.expectHeader()
			.doesNotExist("Tauri-Response")
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Tauri-Response")
			.expectBody(String.class)
			.isEqualTo(text);
		assertThat(count()).isEqualTo(before + 1);
	}

	// row 43, which a client refuses to send
	@Test
	void unparsableContentTypeIsRefused(@Autowired HttpDoor door) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("/nothing").header("Content-Type", "x"));
		door.handle(exchange).block();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("unknown content type");
	}

	// row 42: any u32 is an id
	@Test
	void largestIdIsAccepted() {
		post("nothing", json(this.page).andThen((headers) -> headers.set("Tauri-Callback", "4294967295")), "{}")
			.expectStatus()
			.isOk();
	}

	// row 44
	@Test
	void malformedJsonIsRefused() {
		post("greet", json(this.page), "{\"userName\":").expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.doesNotExist("Tauri-Response")
			.expectBody(String.class)
			.value((text) -> assertThat(text).contains("end-of-input"));
	}

	// row 51
	@Test
	void callerIsTheOwnerOfTheKey() {
		for (Page caller : new Page[] { this.page, this.second }) {
			post("describe", json(caller), "{}").expectBody()
				.jsonPath("$.webview")
				.isEqualTo(caller.webview().label().value());
		}
	}

	// row 52
	@Test
	void labelsInTheRequestChangeNothing() {
		post("describe", json(this.second).andThen((headers) -> headers.set("Tauri-Window-Label", "main")),
				"{\"label\":\"main\",\"webview\":\"main\",\"window\":\"main\"}")
			.expectBody()
			.jsonPath("$.webview")
			.isEqualTo("second");
	}

	// row 53
	@Test
	void wrongKeyRunsNothing() {
		int before = count();
		post("count", json(this.page).andThen((headers) -> headers.set("Tauri-Invoke-Key", "wrong")), "{}")
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.doesNotExist("Tauri-Response")
			.expectBody(String.class)
			.value((text) -> assertThat(text).doesNotContain(this.page.key().reveal()));
		assertThat(count()).isEqualTo(before + 1);
	}

	// rows 53, 54: the key names its document, whose origin must be the request's
	@Test
	void keyIsOfNoUseToAnotherOrigin() {
		post("greet", json(this.page).andThen((headers) -> headers.setOrigin("http://tauri.localhost.evil.example")),
				"{\"userName\":\"x\"}")
			.expectStatus()
			.isForbidden();
	}

	// row 54
	@Test
	void keyOfAClosedDocumentIsOfNoUse(@Autowired IpcTester tester) {
		Consumer<HttpHeaders> headers = json(tester.page("second").page());
		post("nothing", headers, "{}").expectStatus().isOk();
		tester.page("second").reload();
		post("nothing", headers, "{}").expectStatus().isForbidden();
	}

	private int count() {
		Integer count = post("count", json(this.page), "{}").expectBody(Integer.class).returnResult().getResponseBody();
		assertThat(count).isNotNull();
		return count;
	}

	private WebTestClient.ResponseSpec post(String command, Consumer<HttpHeaders> headers, String body) {
		return this.client.post()
			.uri(URI.create(IpcExchange.PATH_PREFIX + UriUtils.encode(command, UTF_8)))
			.headers(headers)
			.bodyValue(body)
			.exchange();
	}

	private static Consumer<HttpHeaders> json(Page page) {
		return (headers) -> {
			headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
			headers.set("Tauri-Callback", "1");
			headers.set("Tauri-Error", "2");
			headers.set("Tauri-Invoke-Key", page.key().reveal());
			headers.setOrigin(page.origin().toString());
		};
	}

}
