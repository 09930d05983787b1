package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A site that is not the application's, with the npm package on it.
 */
final class ForeignSite implements AutoCloseable {

	private static final String PAGE = """
			<!doctype html><script>
			window.early = [typeof window.isTauri, typeof window.__TAURI_INTERNALS__?.invoke];
			</script><script type="importmap">{"imports":{"@tauri-apps/api/core":"/guest/@tauri-apps/api/core.js",
			"@tauri-apps/api/event":"/guest/@tauri-apps/api/event.js"}}</script>""";

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountDownLatch slow = new CountDownLatch(1);

	private final HttpServer server;

	ForeignSite() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String origin() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * The same server under another origin.
	 */
	String twin() {
		return "http://localhost:" + port();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (path.startsWith("/guest/") && path.endsWith(".js")) {
				send(exchange, "text/javascript", file(path.substring("/guest/".length())));
				return;
			}
			switch (path) {
				case "/to-twin" -> redirect(exchange, twin() + "/");
				case "/from-twin" -> redirect(exchange, origin() + "/");
				case "/slow" -> await();
				case "/strict" -> exchange.getResponseHeaders()
					.set("Content-Security-Policy", "default-src 'none'; script-src 'self'");
				case "/sandboxed" ->
					exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-scripts allow-modals");
				default -> {
				}
			}
			send(exchange, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
		}
	}

	private void await() {
		try {
			this.slow.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static byte[] file(String path) throws IOException {
		try (InputStream in = ForeignSite.class.getResourceAsStream("/META-INF/tauri/guest-js/" + path)) {
			return (in != null) ? in.readAllBytes() : new byte[0];
		}
	}

	private static void redirect(HttpExchange exchange, String url) throws IOException {
		exchange.getResponseHeaders().set("Location", url);
		exchange.sendResponseHeaders(302, -1);
	}

	private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
		if (exchange.getResponseCode() != -1) {
			return;
		}
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.slow.countDown();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
