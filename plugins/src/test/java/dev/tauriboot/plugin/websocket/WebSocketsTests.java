package dev.tauriboot.plugin.websocket;

import java.time.Duration;
import java.util.List;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.NetworkClient;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link WebSockets} as Java code uses it.
 */
class WebSocketsTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final NetworkClient client = new NetworkClient();

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
