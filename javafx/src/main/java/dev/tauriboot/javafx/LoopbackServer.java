package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.Origin;
import dev.tauriboot.browser.LoopbackHandler;
import javafx.scene.web.WebEngine;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.Assert;

/**
 * Answers the engine over a socket of the loopback interface, where it cannot be answered
 * without one. The engine alone is given the cookie that opens it.
 */
final class LoopbackServer implements FxHosts {

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";

	private final HttpServer server;

	private final ExecutorService executor;

	private final LoopbackHandler handler;

	private LoopbackServer(HttpHandler app, Map<String, HttpHandler> protocols) throws IOException {
		if (System.getProperty(NO_DELAY) == null) {
			// Without it each short answer waits for the engine's delayed
			// acknowledgement.
			System.setProperty(NO_DELAY, "true");
		}
		InetAddress loopback = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		this.server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
		this.handler = new LoopbackHandler(() -> this.server.getAddress().getPort(), app, protocols);
		this.executor = Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work, "tauri-loopback");
			thread.setDaemon(true);
			return thread;
		});
		this.server.setExecutor(this.executor);
		this.server.createContext("/", this::answer);
	}

	static LoopbackServer start(HttpHandler app, Map<String, HttpHandler> protocols) {
		try {
			LoopbackServer server = new LoopbackServer(app, protocols);
			server.server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No port of the loopback interface can be opened", ex);
		}
	}

	@Override
	public Origin appOrigin() {
		return this.handler.origin();
	}

	@Override
	public String ipcUrl() {
		return this.handler.ipcUrl();
	}

	@Override
	public String protocolUrl() {
		return this.handler.protocolUrl();
	}

	/**
	 * Give the engine the cookie, on the JavaFX thread.
	 */
	void admitEngine() {
		if (CookieHandler.getDefault() == null) {
			// The first engine sets one.
			new WebEngine();
		}
		CookieHandler cookies = CookieHandler.getDefault();
		Assert.state(cookies != null, "The webviews keep no cookies, which the loopback server needs");
		try {
			cookies.put(URI.create(this.handler.origin() + "/"),
					Map.of(HttpHeaders.SET_COOKIE, List.of(this.handler.cookie())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			HttpHeaders headers = new HttpHeaders();
			exchange.getRequestHeaders().forEach(headers::addAll);
			byte[] body = new byte[0];
			if (this.handler.admits(headers)) {
				body = exchange.getRequestBody().readAllBytes();
			}
			URI uri = Uris.lenient(this.handler.origin() + exchange.getRequestURI().toString());
			LocalExchange answer = LocalExchange.start(this.handler, HttpMethod.valueOf(exchange.getRequestMethod()),
					uri, headers, body);
			try {
				write(exchange, answer);
			}
			catch (IOException ex) {
				answer.cancel();
				throw ex;
			}
		}
	}

	private static void write(HttpExchange exchange, LocalExchange answer) throws IOException {
		long length = 0;
		for (Map.Entry<String, String> header : answer.headers()) {
			if (header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				length = Long.parseLong(header.getValue());
				// Zero stands for a length that is not known.
				length = (length == 0) ? -1 : length;
			}
			else {
				exchange.getResponseHeaders().add(header.getKey(), header.getValue());
			}
		}
		int status = answer.status();
		boolean empty = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
		exchange.sendResponseHeaders(status, empty ? -1 : length);
		try (InputStream in = answer.body(); OutputStream out = exchange.getResponseBody()) {
			if (!empty && length >= 0) {
				in.transferTo(out);
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
