package dev.tauriboot.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Origin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DevServerSockets}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DevServerSocketsTests {

	private static final int MAX_SIZE = 100;

	private static final int MAX_SOCKETS = 2;

	private static final int TEXT = 0x81;

	private static final int PING = 0x89;

	private static final int PONG = 0x8A;

	private static final int CLOSE = 0x88;

	private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private ServerSocket server;

	private String address;

	private VirtualTimeScheduler time;

	private DevServerSockets sockets;

	@BeforeEach
	void start() throws IOException {
		this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.server.setSoTimeout(20_000);
		this.address = "http://127.0.0.1:" + this.server.getLocalPort();
		this.time = VirtualTimeScheduler.getOrSet();
		this.sockets = new DevServerSockets(HttpClient.newHttpClient(), Origin.of(this.address), MAX_SIZE, MAX_SOCKETS);
	}

	@AfterEach
	void stop() throws IOException {
		VirtualTimeScheduler.reset();
		this.server.close();
	}

	@Test
	void messageBetweenTwoRequestsIsForTheNext() throws Exception {
		CompletableFuture<String> opened = poll();
		try (Socket socket = accept()) {
			assertThat(opened.get()).isEqualTo("o\n");
			CompletableFuture<String> nothing = poll();
			assertThat(nothing).isNotDone();
			this.time.advanceTimeBy(Duration.ofSeconds(5));
			assertThat(nothing.get()).isEmpty();
			send(socket, TEXT, "between");
			// Whoever answers this has taken what came before.
			send(socket, PING, "");
			await(socket.getInputStream(), PONG);
			assertThat(poll().get()).isEqualTo("mbetween\n");
		}
	}

	@Test
	void noMoreWaitsThanMay(CapturedOutput output) throws Exception {
		CompletableFuture<String> opened = poll();
		try (Socket socket = accept()) {
			assertThat(opened.get()).isEqualTo("o\n");
			String edge = "m" + "a".repeat(40) + "\nm" + "b".repeat(58) + "\n";
			sendToTheEdge(socket);
			send(socket, PING, "");
			await(socket.getInputStream(), PONG);
			assertThat(poll().get()).isEqualTo(edge);
			sendToTheEdge(socket);
			send(socket, TEXT, "c");
			assertThat(await(socket.getInputStream(), CLOSE)).isEqualTo("too much for the page");
			assertThat(poll().get()).isEqualTo(edge);
		}
		assertGone();
		assertThat(output).contains("more than 100 bytes").contains("(tauri.build.max-dev-size)");
	}

	private static void sendToTheEdge(Socket socket) throws IOException {
		send(socket, TEXT, "a".repeat(40));
		send(socket, TEXT, "b".repeat(58));
	}

	@Test
	void messageIsNoLargerThanMayBe() throws Exception {
		CompletableFuture<String> opened = poll();
		try (Socket socket = accept()) {
			assertThat(opened.get()).isEqualTo("o\n");
			CompletableFuture<String> edge = poll();
			send(socket, TEXT, "a".repeat(MAX_SIZE));
			assertThat(edge.get()).hasSize(MAX_SIZE + 2);
			send(socket, TEXT, "a".repeat(MAX_SIZE + 1));
			assertThat(await(socket.getInputStream(), CLOSE)).isEqualTo("too much for the page");
		}
		assertGone();
	}

	@Test
	void messageOfThePageIsNoLargerThanMayBe(CapturedOutput output) throws Exception {
		CompletableFuture<String> opened = poll();
		try (Socket socket = accept()) {
			assertThat(opened.get()).isEqualTo("o\n");
			assertThatExceptionOfType(DataBufferLimitException.class).isThrownBy(() -> post(MAX_SIZE + 1));
			assertThat(output).contains("is not sent to the development server: it is larger than 100 bytes");
			post(MAX_SIZE);
			assertThat(await(socket.getInputStream(), TEXT)).hasSize(MAX_SIZE - 2);
		}
	}

	private void post(int size) {
		this.sockets.handle(MockServerWebExchange.from(MockServerHttpRequest.post(DevServerSockets.PATH_PREFIX + "1")
			.header("Tauri-Socket", "1")
			.body("x".repeat(size))), this.address).block(Duration.ofSeconds(20));
	}

	private void assertGone() throws Exception {
		MockServerWebExchange exchange = exchange("1");
		assertThat(poll(exchange).get()).isEmpty();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.GONE);
	}

	@Test
	void endThatComesWhileMessageIsHandedOverIsNotMissed() throws Exception {
		CompletableFuture<String> opened = poll();
		CompletableFuture<Void> handed = new CompletableFuture<>();
		// Waited for by a thread of the common pool, which gets another in its place.
		CompletableFuture<Void> over = new CompletableFuture<Void>().orTimeout(20, TimeUnit.SECONDS);
		try (Socket socket = accept()) {
			assertThat(opened.get()).isEqualTo("o\n");
			MockServerWebExchange exchange = exchange("1");
			exchange.getResponse().setWriteHandler((body) -> {
				handed.complete(null);
				over.join();
				return body.then();
			});
			this.sockets.handle(exchange, this.address).subscribe();
			send(socket, TEXT, "last");
			handed.get(20, TimeUnit.SECONDS);
		}
		// Whoever has this one has seen the end of the other.
		CompletableFuture<String> other = poll(exchange("2"));
		try (Socket socket = accept()) {
			assertThat(other.get()).isEqualTo("o\n");
			over.complete(null);
			Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
				MockServerWebExchange exchange = exchange("1");
				CompletableFuture<String> end = poll(exchange);
				this.time.advanceTimeBy(Duration.ofSeconds(5));
				assertThat(end.get()).isEmpty();
				assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.GONE);
			});
		}
	}

	@Test
	void endWithoutWordOfClosingIsHeard() throws Exception {
		CompletableFuture<String> opened = poll();
		accept().close();
		assertThat(opened.get()).isEqualTo("o\n");
		assertGone();
	}

	@Test
	void noMoreAreOpenThanMay(CapturedOutput output) throws Exception {
		CompletableFuture<String> first = poll();
		try (Socket one = accept()) {
			assertThat(first.get()).isEqualTo("o\n");
			CompletableFuture<String> second = poll(exchange("2"));
			try (Socket two = accept()) {
				assertThat(second.get()).isEqualTo("o\n");
				assertThat(output).doesNotContain("max-dev-sockets");
				assertRefused();
				assertRefused();
				assertThat(output).containsOnlyOnce(
						"A web socket to the development server is refused: pages have 2 already (tauri.build.max-dev-sockets)");
				CompletableFuture<String> edge = poll(exchange("2"));
				send(two, TEXT, "still");
				assertThat(edge.get()).isEqualTo("mstill\n");
				one.close();
				assertGone();
				CompletableFuture<String> third = poll(exchange("3"));
				try (Socket three = accept()) {
					assertThat(third.get()).isEqualTo("o\n");
				}
			}
		}
	}

	private void assertRefused() {
		MockServerWebExchange exchange = exchange("3");
		assertThat(poll(exchange)).isDone();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void socketsOfPagesThatHaveGoneDoNotCount() throws Exception {
		for (String id : new String[] { "1", "2" }) {
			CompletableFuture<String> opened = poll(exchange(id));
			try (Socket socket = accept()) {
				assertThat(opened.get()).isEqualTo("o\n");
			}
		}
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		CompletableFuture<String> next = poll(exchange("3"));
		try (Socket socket = accept()) {
			assertThat(next.get()).isEqualTo("o\n");
		}
	}

	@Test
	void socketThatOpensAfterItsPageHasGoneIsClosed() throws Exception {
		poll();
		// Twice, as the page asked in the first of them.
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		try (Socket socket = accept()) {
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	private CompletableFuture<String> poll() {
		return poll(exchange("1"));
	}

	private CompletableFuture<String> poll(MockServerWebExchange exchange) {
		return this.sockets.handle(exchange, this.address)
			.then(Mono.defer(exchange.getResponse()::getBodyAsString))
			.toFuture()
			.orTimeout(20, TimeUnit.SECONDS);
	}

	private static MockServerWebExchange exchange(String id) {
		return MockServerWebExchange
			.from(MockServerHttpRequest.get(DevServerSockets.PATH_PREFIX + id + "?path=/").header("Tauri-Socket", "1"));
	}

	// The client asks now and then, too: small masked frames. Before a reason is its
	// code.
	private static String await(InputStream in, int awaited) throws IOException {
		while (true) {
			int kind = in.read();
			byte[] payload = new byte[in.read() & 0x7F];
			byte[] mask = in.readNBytes(4);
			in.readNBytes(payload, 0, payload.length);
			for (int i = 0; i < payload.length; i++) {
				payload[i] ^= mask[i % 4];
			}
			if (kind == awaited) {
				return new String(payload, Math.min(2, payload.length), Math.max(payload.length - 2, 0),
						StandardCharsets.UTF_8);
			}
			assertThat(kind).isEqualTo(PING);
		}
	}

	private Socket accept() throws Exception {
		Socket socket = this.server.accept();
		socket.setSoTimeout(20_000);
		InputStream in = socket.getInputStream();
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) in.read());
		}
		String key = head.toString().split("(?i)Sec-WebSocket-Key: ")[1].split("\r\n")[0];
		String accept = Base64.getEncoder()
			.encodeToString(MessageDigest.getInstance("SHA-1")
				.digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII)));
		socket.getOutputStream()
			.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static void send(Socket socket, int kind, String text) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write(kind);
		out.write(text.length());
		out.write(text.getBytes(StandardCharsets.US_ASCII));
	}

}
