package dev.tauriboot.plugin.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tauriboot.ipc.InvokeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link NetworkClient} with servers that behave, and with those that do not.
 */
class NetworkClientTests {

	private static final NetworkClient client = new NetworkClient();

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

	@AfterAll
	static void close() {
		client.close();
	}

	private static HttpReply send(HttpCall.Builder call) {
		return client.send(call.build()).block(LIMIT);
	}

	private static HttpReply get(String url) {
		return send(HttpCall.of("GET", url));
	}

	private static String text(HttpReply reply) {
		return new String(reply.body().readAll(1 << 20).block(LIMIT), StandardCharsets.UTF_8);
	}

	@Test
	void closedClientStartsNothing() {
		NetworkClient closed = new NetworkClient();
		closed.close();
		assertThatThrownBy(() -> closed.send(HttpCall.of("GET", "http://localhost:9").build()).block(LIMIT))
			.hasMessage("error sending request: the application is closing");
	}

	@Test
	void noMoreRequestsWaitThanMay() throws Exception {
		CountDownLatch held = new CountDownLatch(1);
		try (NetworkClient small = new NetworkClient(null, 2, 3);
				RawServer server = new RawServer((request, exchange) -> answerAfter(held, exchange))) {
			List<CompletableFuture<String>> calls = ask(small, server, 2);
			Awaitility.await().atMost(LIMIT).until(() -> server.requests.size() == 2);
			calls.addAll(ask(small, server, 3));
			calls.addAll(ask(small, server, 1));
			Awaitility.await().atMost(LIMIT).until(() -> calls.stream().anyMatch(CompletableFuture::isDone));
			CompletableFuture<String> refused = calls.stream().filter(CompletableFuture::isDone).findFirst().get();
			assertThatThrownBy(refused::get).cause()
				.isInstanceOf(NetworkException.class)
				.hasMessage("error sending request for url (" + server.url("/")
						+ "): too many requests wait for a connection: the limit is 3 "
						+ "(tauri.plugins.http.max-queued-requests)");
			calls.remove(refused);
			assertThat(calls).hasSize(5).noneMatch(CompletableFuture::isDone);
			held.countDown();
			for (CompletableFuture<String> call : calls) {
				assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo("hi");
			}
			assertThat(ask(small, server, 1).get(0).get(60, TimeUnit.SECONDS)).isEqualTo("hi");
			assertThat(server.connections.get()).isEqualTo(2);
		}
	}

	private static List<CompletableFuture<String>> ask(NetworkClient client, RawServer server, int times) {
		return IntStream.range(0, times)
			.mapToObj((i) -> client.send(HttpCall.of("GET", server.url("/")).build())
				.flatMap((reply) -> reply.body().readAll(100))
				.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
				.toFuture())
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private static void answerAfter(CountDownLatch held, RawServer.Exchange exchange) throws IOException {
		try {
			held.await(60, TimeUnit.SECONDS);
			exchange.send(OK);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void connectionIsUsedAgain() throws Exception {
		try (NetworkClient one = new NetworkClient(null, 1, 1); RawServer server = RawServer.answering(OK)) {
			for (int i = 0; i < 5; i++) {
				HttpReply reply = one.send(HttpCall.of("GET", server.url("/a b|c?x={y}#z")).build()).block(LIMIT);
				assertThat(text(reply)).isEqualTo("hi");
				assertThat(reply.url()).isEqualTo(server.url("/a%20b|c?x={y}#z"));
			}
			assertThat(server.connections.get()).isOne();
			assertThat(server.requests.get(0).line()).isEqualTo("GET /a%20b|c?x={y} HTTP/1.1");
			assertThat(server.requests.get(0).header("host")).isEqualTo("localhost:" + server.port());
			assertThat(server.requests.get(0).header("user-agent")).isEqualTo("Tauri-Boot");
		}
	}

	@Test
	void connectionIsFreeOnceItsAnswerHasEnded() throws Exception {
		try (NetworkClient one = new NetworkClient(null, 1, 0); RawServer server = RawServer.answering(OK)) {
			for (int i = 0; i < 500; i++) {
				assertThat(text(one.send(HttpCall.of("GET", server.url("/")).build()).block(LIMIT))).isEqualTo("hi");
			}
			assertThat(server.connections.get()).isOne();
		}
	}

	@Test
	void headersComeAsTheyAre() throws Exception {
		try (RawServer server = RawServer.answering("HTTP/1.1 299 Strange\r\nX-A: 1\r\nx-a: \u00e4\r\n"
				+ "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")) {
			HttpReply reply = get(server.url("/"));
			assertThat(reply.headers()).contains(new HttpHeader("X-A", "1"), new HttpHeader("x-a", "\u00e4"));
			assertThat(reply.status()).isEqualTo(299);
			assertThat(text(reply)).isEqualTo("abc");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\nde" })
	void truncatedBodyFails(String answer) throws Exception {
		try (RawServer server = new RawServer((request, exchange) -> exchange.sendAndClose(answer))) {
			HttpReply reply = get(server.url("/"));
			assertThatThrownBy(() -> text(reply)).isInstanceOf(NetworkException.class)
				.hasMessageStartingWith("error reading the response body: ");
		}
	}

	@Test
	void whatIsBeyondTheLengthIsNotTheBody() throws Exception {
		try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhixxxx")) {
			assertThat(text(get(server.url("/")))).isEqualTo("hi");
		}
	}

	@Test
	void bodyMayEndWithTheConnection() throws Exception {
		try (RawServer server = new RawServer(
				(request, exchange) -> exchange.sendAndClose("HTTP/1.0 200 OK\r\n\r\nhello"))) {
			assertThat(text(get(server.url("/")))).isEqualTo("hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "this is not HTTP\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "" })
	void nonsenseFails(String answer) throws Exception {
		try (RawServer server = new RawServer((request, exchange) -> exchange.sendAndClose(answer))) {
			assertThatThrownBy(() -> text(get(server.url("/")))).isInstanceOf(NetworkException.class);
		}
	}

	@Test
	void endlessHeadersFail() throws Exception {
		AtomicLong sent = new AtomicLong();
		try (RawServer server = new RawServer((request, exchange) -> {
			exchange.send("HTTP/1.1 200 OK\r\n");
			while (true) {
				exchange.send("X-More: " + "x".repeat(1000) + "\r\n");
				sent.addAndGet(1000);
			}
		})) {
			assertThatThrownBy(() -> get(server.url("/"))).isInstanceOf(NetworkException.class)
				.hasMessageStartingWith("error sending request for url (" + server.url("/") + "): ");
			assertThat(server.clientGone.await(60, TimeUnit.SECONDS)).isTrue();
			assertThat(sent.get()).isLessThan(50_000_000);
		}
	}

	@Test
	void refusedConnectionFails() throws Exception {
		// A port that nobody listens at, nor gets meanwhile.
		try (Socket taken = new Socket()) {
			taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
			assertThatThrownBy(() -> get("http://127.0.0.1:" + taken.getLocalPort()))
				.isInstanceOf(InvokeException.class)
				.hasMessageContaining("Connection refused");
		}
		assertThatThrownBy(() -> get("http://no.such.host.invalid/")).isInstanceOf(InvokeException.class)
			.hasMessageContaining("failed to lookup address");
	}

	@Test
	void resetFails() throws Exception {
		try (RawServer server = new RawServer((request, exchange) -> {
			if (request.line().contains("/body")) {
				exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
			}
			exchange.reset();
		})) {
			assertThatThrownBy(() -> get(server.url("/head"))).isInstanceOf(NetworkException.class);
			assertThatThrownBy(() -> text(get(server.url("/body")))).isInstanceOf(NetworkException.class);
		}
	}

	// row 144
	@Test
	void cancellingBeforeTheHeadClosesTheConnection() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, exchange) -> {
			asked.countDown();
			exchange.awaitEnd();
		})) {
			Disposable call = client.send(HttpCall.of("GET", server.url("/")).build()).subscribe();
			assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
			call.dispose();
			assertThat(server.clientGone.await(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	// row 150
	@Test
	void closingTheBodyClosesTheConnectionAndEndsTheRead() throws Exception {
		try (RawServer server = new RawServer((request, exchange) -> {
			exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
			exchange.awaitEnd();
		})) {
			HttpReply reply = get(server.url("/"));
			assertThat(reply.body().read().block(LIMIT)).asString().isEqualTo("abc");
			List<Throwable> failures = new ArrayList<>();
			reply.body().read().subscribe((chunk) -> {
			}, failures::add);
			assertThatThrownBy(() -> reply.body().read().block(LIMIT)).hasMessage("the body is being read already");
			reply.body().close();
			assertThat(failures).hasSize(1);
			assertThat(failures.get(0)).hasMessage("Request canceled");
			assertThat(server.clientGone.await(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	// row 151
	@Test
	void serverWaitsForTheReader() throws Exception {
		int total = 64 << 20;
		AtomicLong sent = new AtomicLong();
		byte[] block = new byte[1 << 16];
		try (RawServer server = new RawServer((request, exchange) -> {
			exchange.send("HTTP/1.1 200 OK\r\nContent-Length: " + total + "\r\n\r\n");
			while (sent.get() < total) {
				exchange.send(block);
				sent.addAndGet(block.length);
			}
		})) {
			HttpReply reply = get(server.url("/"));
			AtomicLong last = new AtomicLong(-1);
			Awaitility.await()
				.pollInterval(Duration.ofMillis(200))
				.atMost(LIMIT)
				.until(() -> sent.get() > 0 && last.getAndSet(sent.get()) == sent.get());
			assertThat(sent.get()).isLessThan(total / 2);
			assertThat(reply.body().read().block(LIMIT)).hasSizeLessThan(8 << 20);
			long read = reply.body().chunks().map((chunk) -> (long) chunk.length).reduce(0L, Long::sum).block(LIMIT);
			assertThat(read).isBetween(total - (8L << 20), (long) total);
		}
	}

	@Test
	void largeAnswerIsRefusedWhereOneIsKeptWhole() throws Exception {
		try (RawServer server = RawServer.answering(OK)) {
			assertThatThrownBy(() -> get(server.url("/")).body().readAll(1).block(LIMIT))
				.hasMessage("the response is larger than 1 bytes");
		}
	}

	// row 146
	@Test
	void connectingTakesNoLongerThanItMay() throws Exception {
		List<Socket> fill = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fill(full, fill);
			long start = System.nanoTime();
			assertThatThrownBy(() -> send(HttpCall.of("GET", "http://127.0.0.1:" + full.getLocalPort() + "/")
				.connectTimeout(Duration.ofMillis(200)))).isInstanceOf(NetworkException.class)
				.hasMessageContaining("timed out");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
		}
		finally {
			for (Socket socket : fill) {
				socket.close();
			}
		}
	}

	private static void fill(ServerSocket server, List<Socket> sockets) {
		for (int i = 0; i < 20; i++) {
			Socket socket = new Socket();
			sockets.add(socket);
			try {
				socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 1000);
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	@Test
	void bodyIsSentWithItsLength() throws Exception {
		try (RawServer server = RawServer.answering(OK)) {
			byte[] body = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
			text(send(HttpCall.of("PUT", server.url("/")).payload(HttpPayload.of(body))));
			text(send(HttpCall.of("POST", server.url("/")).header("content-length", "0")));
			text(send(HttpCall.of("DELETE", server.url("/"))));
			assertThat(server.requests.get(0).body()).isEqualTo(body);
			assertThat(server.requests.get(0).header("content-length")).isEqualTo("300000");
			assertThat(server.requests.get(1).header("content-length")).isEqualTo("0");
			assertThat(server.requests).extracting((request) -> request.header("transfer-encoding"))
				.containsOnlyNulls();
		}
	}

	@Test
	void userOfAUrlIsSentAsBasicAuthentication() throws Exception {
		try (RawServer server = RawServer.answering(OK)) {
			text(get("http://me:secret@localhost:" + server.port() + "/"));
			assertThat(server.requests.get(0).header("authorization")).isEqualTo("Basic bWU6c2VjcmV0");
			text(get("http://me:p%40ss@localhost:" + server.port() + "/"));
			assertThat(server.requests.get(1).header("authorization")).isEqualTo("Basic bWU6cEBzcw==");
		}
	}

	@Test
	void userOfAUrlIsToldToNobodyElse() throws Exception {
		try (RawServer server = RawServer.answering(OK)) {
			HttpReply reply = get("http://me:secret@localhost:" + server.port() + "/x?y#z");
			text(reply);
			assertThat(reply.url()).isEqualTo(server.url("/x?y#z"));
		}
		assertThatThrownBy(() -> get("http://me:secret@localhost:19/")).isInstanceOf(NetworkException.class)
			.hasMessageContaining("http://localhost:19/")
			.hasMessageNotContaining("secret");
	}

	@ParameterizedTest
	@CsvSource({ "'', http://localhost/", "GE T, http://localhost/", "GET, ftp://localhost/", "GET, http://",
			"GET, nowhere" })
	void whatCannotBeAskedIsRefused(String method, String url) {
		assertThatThrownBy(() -> HttpCall.of(method, url)).isInstanceOf(InvokeException.class);
	}

	@ParameterizedTest
	@CsvSource({ "'', x", "a b, x", "a, 'x\r\nb: y'", "a, 'x\0'", "a, \u0100", "tauri-proxied-url, http://x/" })
	void headersThatCannotBeSentAreRefused(String name, String value) {
		HttpCall.Builder call = HttpCall.of("GET", "http://localhost/");
		assertThatThrownBy(() -> call.header(name, value)).isInstanceOf(InvokeException.class)
			.hasMessage("invalid HTTP header: " + name);
	}

	// row 147
	@Test
	void proxyGetsTheWholeUrl() throws Exception {
		try (NetworkClient one = new NetworkClient(null, 1, 1); RawServer proxy = RawServer.answering(OK)) {
			ProxyRule rule = ProxyRule.of("http://me:p%40ss@localhost:" + proxy.port(), null, null, null);
			assertThat(text(one.send(proxied("x?y", rule)).block(LIMIT))).isEqualTo("hi");
			assertThat(proxy.requests.get(0).line()).isEqualTo("GET http://nowhere.invalid:81/x?y HTTP/1.1");
			assertThat(proxy.requests.get(0).header("host")).isEqualTo("nowhere.invalid:81");
			assertThat(proxy.requests.get(0).header("proxy-authorization")).isEqualTo("Basic bWU6cEBzcw==");
			assertThat(proxy.requests.get(0).header("tauri-proxied-url")).isNull();
			assertThat(text(one.send(HttpCall.of("GET", proxy.url("/direct")).build()).block(LIMIT))).isEqualTo("hi");
			assertThat(proxy.requests.get(1).line()).isEqualTo("GET /direct HTTP/1.1");
			assertThat(proxy.requests.get(1).header("proxy-authorization")).isNull();
			assertThat(text(one.send(proxied("z", rule)).block(LIMIT))).isEqualTo("hi");
			assertThat(proxy.connections).hasValue(2);
		}
	}

	private static HttpCall proxied(String path, ProxyRule rule) {
		return HttpCall.of("GET", "http://nowhere.invalid:81/" + path).proxy((url) -> rule).build();
	}

	// row 147
	@Test
	void proxyOpensATunnelForTls() throws Exception {
		try (RawServer proxy = new RawServer(
				(request, exchange) -> exchange.sendAndClose("HTTP/1.1 403 Forbidden\r\n\r\n"))) {
			ProxyRule rule = ProxyRule.of("localhost:" + proxy.port(), "me", "secret", null);
			assertThatThrownBy(() -> send(HttpCall.of("GET", "https://nowhere.invalid/x").proxy((url) -> rule)))
				.isInstanceOf(NetworkException.class)
				.hasMessageContaining("403");
			assertThat(proxy.requests.get(0).line()).isEqualTo("CONNECT nowhere.invalid:443 HTTP/1.1");
			assertThat(proxy.requests.get(0).header("proxy-authorization")).isEqualTo("Basic bWU6c2VjcmV0");
		}
	}

	@Test
	void informationalResponseIsSkipped() throws Exception {
		try (RawServer server = RawServer.answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK)) {
			HttpReply reply = get(server.url("/"));
			assertThat(reply.status()).isEqualTo(200);
			assertThat(text(reply)).isEqualTo("hi");
		}
	}

}
