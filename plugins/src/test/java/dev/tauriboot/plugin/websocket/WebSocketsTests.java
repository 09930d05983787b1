package dev.tauriboot.plugin.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.NetworkClient;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.server.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link WebSockets} as Java code uses it.
 */
class WebSocketsTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final NetworkClient client = new NetworkClient();

	private static final char[] PASSWORD = "changeit".toCharArray();

	private static final String TOO_LONG = "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
			+ "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";

	private final WebSockets sockets = new WebSockets(client);

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void messagesComeBackUntilTheEnd() {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.ws("/echo",
					(in, out) -> out.sendObject(in.receiveFrames().map(WebSocketFrame::retain))))
			.bindNow();
		try {
			SocketConnection connection = this.sockets
				.connect("ws://localhost:" + server.port() + "/echo#x", SocketOptions.DEFAULT.header("x-a", "b"))
				.block(LIMIT);
			connection.send(new SocketMessage.Text("hi")).block(LIMIT);
			List<SocketMessage> messages = connection.messages().take(1).collectList().block(LIMIT);
			assertThat(messages).isEqualTo(List.of(new SocketMessage.Text("hi")));
			connection.close();
			assertThat(connection.isOpen()).isFalse();
			connection.close();
			assertThatThrownBy(() -> connection.send(new SocketMessage.Text("late")).block(LIMIT))
				.isInstanceOf(InvokeException.class);
		}
		finally {
			server.disposeNow();
		}
	}

	@ParameterizedTest
	@CsvSource({ "999, ''", "1000, " + TOO_LONG })
	void endThatCannotBeSentLeavesTheConnectionOpen(int code, String reason) {
		Sinks.Empty<Void> gone = Sinks.empty();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.ws("/wait",
					(in, out) -> in.receive().then().doFinally((signal) -> gone.tryEmitEmpty())))
			.bindNow();
		try {
			SocketConnection connection = this.sockets
				.connect("ws://localhost:" + server.port() + "/wait", SocketOptions.DEFAULT)
				.block(LIMIT);
			assertThatThrownBy(() -> connection.send(new SocketMessage.Close(code, reason)).block(LIMIT))
				.isInstanceOf(InvokeException.class)
				.hasMessageStartingWith("WebSocket protocol error: ");
			assertThat(connection.isOpen()).isTrue();
			connection.close();
			gone.asMono().block(LIMIT);
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void endThatComesAtOnceIsHeard() {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.ws("/bye", (in, out) -> out.sendClose(1001, "bye")))
			.bindNow();
		try {
			for (int i = 0; i < 100; i++) {
				assertThat(this.sockets.connect("ws://localhost:" + server.port() + "/bye", SocketOptions.DEFAULT)
					.flatMapMany(SocketConnection::messages)
					.collectList()
					.block(LIMIT)).containsExactly(new SocketMessage.Close(1001, "bye"));
			}
		}
		finally {
			server.disposeNow();
		}
	}

	@ParameterizedTest
	@CsvSource({ "localhost, localhost, true", "localhost, other, false", "other, other, false" })
	void secureSocketNeedsATrustedCertificateOfItsHost(String certificate, String trusted, boolean opens)
			throws Exception {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store(certificate), PASSWORD);
		KeyStore anchors = KeyStore.getInstance("PKCS12");
		anchors.load(null, null);
		anchors.setCertificateEntry("it", store(trusted).getCertificate(trusted));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(anchors);
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.secure((spec) -> spec.sslContext(Http11SslContextSpec.forServer(keys)))
			.route((routes) -> routes.ws("/bye", (in, out) -> out.sendClose(1001, "bye")))
			.bindNow();
		try (NetworkClient trusting = new NetworkClient(trust)) {
			Mono<List<SocketMessage>> messages = new WebSockets(trusting)
				.connect("wss://localhost:" + server.port() + "/bye", SocketOptions.DEFAULT)
				.flatMapMany(SocketConnection::messages)
				.collectList();
			if (opens) {
				assertThat(messages.block(LIMIT)).containsExactly(new SocketMessage.Close(1001, "bye"));
			}
			else {
				assertThatThrownBy(() -> messages.block(LIMIT)).isInstanceOf(InvokeException.class);
			}
		}
		finally {
			server.disposeNow();
		}
	}

	private static KeyStore store(String name) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream input = WebSocketsTests.class.getResourceAsStream("/tls/" + name + ".p12")) {
			store.load(input, PASSWORD);
		}
		return store;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
			"HTTP/1.1 101 Switching Protocols\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n"
					+ "connection: upgrade\r\nsec-websocket-accept: bm9uc2Vuc2U=\r\n\r\n" })
	void serverThatLiesAboutTheHandshakeFails(String answer) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(server, answer));
			assertThatThrownBy(() -> connect(this.sockets, server)).isInstanceOf(InvokeException.class);
			assertThat(answered).succeedsWithin(LIMIT);
		}
	}

	@Test
	void serverThatSaysNothingIsLeft() throws Exception {
		Sinks.One<Boolean> late = Sinks.one();
		WebSockets hasty = new WebSockets(client, WebSockets.DEFAULT_MAX_OUTPUT, late.asMono());
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> {
				try (Socket silent = server.accept()) {
					String head = readHead(silent);
					late.tryEmitValue(true);
					return head.length() + silent.getInputStream().readAllBytes().length;
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			assertThatThrownBy(() -> connect(hasty, server)).isInstanceOf(InvokeException.class)
				.hasMessage("IO error: timed out");
			assertThat(left).succeedsWithin(LIMIT).satisfies((sent) -> assertThat(sent).isPositive());
		}
	}

	@Test
	void messagesBeyondTheLimitAreRefusedWhileTheServerDoesNotRead() throws Exception {
		int limit = 32 * 1024 * 1024;
		WebSockets small = new WebSockets(client, limit);
		CountDownLatch read = new CountDownLatch(1);
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, read));
			SocketConnection connection = small
				.connect("ws://localhost:" + server.getLocalPort() + "/", SocketOptions.DEFAULT)
				.block(LIMIT);
			CompletableFuture<Void> first = send(connection, limit - 256);
			CompletableFuture<Void> edge = send(connection, 256);
			assertRefused(send(connection, 1));
			assertRefused(send(connection, 0));
			edge.cancel(true);
			assertRefused(send(connection, 256));
			assertThat(first).isNotDone();
			read.countDown();
			assertThat(first).succeedsWithin(LIMIT);
			// Once this is written, nothing waits: it was behind the one that was
			// cancelled.
			assertThat(send(connection, 0)).succeedsWithin(LIMIT);
			for (int i = 0; i < 3; i++) {
				assertThat(send(connection, limit + 1)).succeedsWithin(LIMIT);
			}
			connection.close();
			assertThat(served).succeedsWithin(LIMIT);
		}
	}

	private static CompletableFuture<Void> send(SocketConnection connection, int size) {
		return connection.send(new SocketMessage.Binary(new byte[size])).toFuture();
	}

	private static void assertRefused(CompletableFuture<Void> sent) {
		assertThat(sent).isCompletedExceptionally();
		assertThatThrownBy(sent::join).hasCauseInstanceOf(InvokeException.class)
			.hasMessageEndingWith("too much waits to be sent: the limit is 33554432 bytes");
	}

	// Agrees to a socket, and reads of it when it is told to.
	private static void serve(ServerSocket server, CountDownLatch read) {
		try (Socket socket = server.accept()) {
			String key = readHead(socket).replaceAll("(?is).*sec-websocket-key: *([^\r]+).*", "$1");
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
			socket.getOutputStream()
				.write(("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
						+ "sec-websocket-accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
					.getBytes(UTF_8));
			if (read.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				socket.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String readHead(Socket socket) throws IOException {
		String head = "";
		while (!head.endsWith("\r\n\r\n")) {
			byte[] next = socket.getInputStream().readNBytes(1);
			if (next.length == 0) {
				throw new EOFException();
			}
			head += new String(next, UTF_8);
		}
		return head;
	}

	private static void connect(WebSockets sockets, ServerSocket server) {
		sockets.connect("ws://localhost:" + server.getLocalPort() + "/", SocketOptions.DEFAULT).block(LIMIT);
	}

	private static void answer(ServerSocket server, String answer) {
		try (Socket socket = server.accept()) {
			while (!new String(socket.getInputStream().readNBytes(1), UTF_8).equals("\n")) {
				continue;
			}
			socket.getOutputStream().write(answer.getBytes(UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void whatCannotBeOpenedFails() {
		for (String url : new String[] { "http://localhost", "nonsense", "ws://", "ws://localhost:19/" }) {
			assertThatThrownBy(() -> this.sockets.connect(url, SocketOptions.DEFAULT).block(LIMIT))
				.isInstanceOf(InvokeException.class);
		}
		assertThatThrownBy(
				() -> this.sockets.connect("ws://localhost", SocketOptions.DEFAULT.header("a b", "c")).block(LIMIT))
			.hasMessage("invalid HTTP header: a b");
	}

}
