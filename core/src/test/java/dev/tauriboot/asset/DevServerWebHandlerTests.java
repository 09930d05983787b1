package dev.tauriboot.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.Origin;
import dev.tauriboot.page.BootstrapScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DevServerWebHandler}.
 */
@Timeout(60)
class DevServerWebHandlerTests {

	private static final byte[] PAGE = "<!doctype html><title>dev</title><script src=/main.js></script>"
		.getBytes(StandardCharsets.UTF_8);

	private final CountDownLatch rest = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private static final int MAX_SIZE = 100_000;

	private static final int MAX_SOCKETS = 2;

	private HttpServer server;

	private final WebHandler guests = (exchange) -> {
		exchange.getResponse().setStatusCode(HttpStatus.I_AM_A_TEAPOT);
		return exchange.getResponse().setComplete();
	};

	private final HtmlInjector injector = new HtmlInjector(
			BootstrapScript.builder(BootstrapScript.Transport.BRIDGE).build().text(), null);

	private DevServerWebHandler handler;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
		Origin origin = new Origin("http", "127.0.0.1", this.server.getAddress().getPort());
		this.handler = new DevServerWebHandler(origin, this.guests, this.injector, MAX_SIZE, MAX_SOCKETS);
	}

	@AfterEach
	void stop() {
		this.rest.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().toString();
		switch (path) {
			case "/" -> send(exchange, 200, "text/html", PAGE);
			case "/missing" -> send(exchange, 404, "text/html", PAGE);
			case "/moved" -> {
				exchange.getResponseHeaders().set("Location", "/elsewhere");
				send(exchange, 302, "text/plain", new byte[0]);
			}
			case "/src/a%20b.js?t=1%2F2" ->
				send(exchange, 200, "text/javascript", "export {}".getBytes(StandardCharsets.UTF_8));
			case "/updates" -> {
				exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
				exchange.sendResponseHeaders(200, 0);
				OutputStream body = exchange.getResponseBody();
				body.write("data: connected\n\n".getBytes(StandardCharsets.UTF_8));
				body.flush();
				await();
				body.write("data: update\n\n".getBytes(StandardCharsets.UTF_8));
				exchange.close();
			}
			default -> send(exchange, 200, "text/plain",
					(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Host") + " "
							+ exchange.getRequestHeaders().getFirst("Origin") + " "
							+ exchange.getRequestHeaders().get("Accept-encoding") + " "
							+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
						.getBytes(StandardCharsets.UTF_8));
		}
	}

	private void await() {
		try {
			this.rest.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.getResponseHeaders().set("X-Kept", "yes");
		exchange.getResponseHeaders().set("Etag", "\"1\"");
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Test
	void putsBootstrapFirstIntoPages() {
		MockServerHttpResponse response = get("/");
		String page = body(response);
		assertThat(page).contains("<title>dev</title>");
		assertThat(page.indexOf("__TAURI_INTERNALS__")).isPositive().isLessThan(page.indexOf("/main.js"));
		assertThat(response.getHeaders().getContentLength()).isEqualTo(page.getBytes(StandardCharsets.UTF_8).length);
		assertThat(response.getHeaders().getFirst("X-Kept")).isEqualTo("yes");
		assertThat(response.getHeaders().getETag()).isNull();
	}

	@Test
	void leavesEverythingElseAsItIs() {
		MockServerHttpResponse missing = get("/missing");
		assertThat(missing.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(body(missing)).isEqualTo(new String(PAGE, StandardCharsets.UTF_8));
		MockServerHttpResponse script = get("/src/a%20b.js?t=1%2F2");
		assertThat(body(script)).isEqualTo("export {}");
		assertThat(script.getHeaders().getETag()).isEqualTo("\"1\"");
		MockServerHttpResponse moved = get("/moved");
		assertThat(moved.getStatusCode()).isEqualTo(HttpStatus.FOUND);
		assertThat(moved.getHeaders().getFirst("Location")).isEqualTo("/elsewhere");
	}

	@Test
	void sendsBodyAndSpeaksForOwnOrigin() {
		String authority = "127.0.0.1:" + this.server.getAddress().getPort();
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("http://localhost:1/echo")
				.header("Host", "localhost:1")
				.header("Origin", "http://localhost:1")
				.header("Accept-Encoding", "gzip, br")
				.body("body"));
		this.handler.handle(exchange).block(Duration.ofSeconds(20));
		assertThat(body(exchange.getResponse()))
			.isEqualTo("POST " + authority + " http://" + authority + " [identity] body");
	}

	@Test
	void bodyIsNoLargerThanMayBe() {
		MockServerHttpResponse edge = post("/echo", MAX_SIZE);
		assertThat(edge.getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(body(edge)).endsWith(" " + "x".repeat(MAX_SIZE));
		MockServerHttpResponse over = post("/echo", MAX_SIZE + 1);
		assertThat(over.getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(body(over))
			.isEqualTo("The body is larger than the limit of 100000 bytes (tauri.build.max-dev-size).");
	}

	private MockServerHttpResponse post(String path, int size) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("http://localhost:1" + path).body("x".repeat(size)));
		this.handler.handle(exchange).block(Duration.ofSeconds(20));
		return exchange.getResponse();
	}

	@Test
	void passesUpdatesOnAsTheyCome() {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("http://localhost:1/updates"));
		StringBuilder seen = new StringBuilder();
		exchange.getResponse().setWriteHandler((body) -> Flux.from(body).doOnNext((DataBuffer part) -> {
			seen.append(part.toString(StandardCharsets.UTF_8));
			// The server goes on only after its first update was seen here.
			this.rest.countDown();
		}).then());
		this.handler.handle(exchange).block(Duration.ofSeconds(20));
		assertThat(seen).hasToString("data: connected\n\ndata: update\n\n");
	}

	@Test
	void keepsGuestPackagesOurs() {
		assertThat(get("/__tauri__/guest/core.js").getStatusCode()).isEqualTo(HttpStatus.I_AM_A_TEAPOT);
	}

	@Test
	void triesEveryAddressOfServer() throws IOException {
		int port = this.server.getAddress().getPort();
		try (Socket closed = closed()) {
			this.handler = new DevServerWebHandler(new Origin("http", "localhost", port), this.guests, this.injector,
					MAX_SIZE, MAX_SOCKETS,
					List.of("http://127.0.0.1:" + closed.getLocalPort(), "http://127.0.0.1:" + port));
			for (int i = 0; i < 2; i++) {
				assertThat(body(get("/"))).contains("<title>dev</title>");
			}
		}
		assertThat(DevServerWebHandler.addresses(new Origin("http", "localhost", 5173)))
			.containsExactly("http://localhost:5173", "http://[::1]:5173");
	}

	@Test
	void saysThatServerIsDownAndTriesAgain() throws IOException {
		try (Socket closed = closed()) {
			Origin origin = new Origin("http", "127.0.0.1", closed.getLocalPort());
			this.handler = new DevServerWebHandler(origin, this.guests, this.injector, MAX_SIZE, MAX_SOCKETS);
			MockServerWebExchange page = MockServerWebExchange
				.from(MockServerHttpRequest.get("http://localhost:1/").accept(MediaType.TEXT_HTML));
			this.handler.handle(page).block(Duration.ofSeconds(20));
			assertThat(page.getResponse().getStatusCode()).isEqualTo(HttpStatus.BAD_GATEWAY);
			assertThat(body(page.getResponse())).contains("http-equiv=\"refresh\" content=\"1\"")
				.contains("http://127.0.0.1:" + closed.getLocalPort());
			MockServerHttpResponse script = get("/main.js");
			assertThat(script.getStatusCode()).isEqualTo(HttpStatus.BAD_GATEWAY);
			assertThat(body(script)).doesNotContain("<");
		}
	}

	// Has a port that nobody listens at and nobody else gets meanwhile.
	private static Socket closed() throws IOException {
		Socket socket = new Socket();
		socket.bind(new InetSocketAddress("127.0.0.1", 0));
		return socket;
	}

	private MockServerHttpResponse get(String uri) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://localhost:1" + uri)));
		this.handler.handle(exchange).block(Duration.ofSeconds(20));
		return exchange.getResponse();
	}

	private static String body(MockServerHttpResponse response) {
		return response.getBodyAsString().block(Duration.ofSeconds(20));
	}

}
