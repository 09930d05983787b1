package dev.tauriboot.javafx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents of other origins that want more than they are given.
 */
class FxRemotePageTests {

	private static final byte[] PAGE = "<!doctype html><h1>foreign</h1>".getBytes(StandardCharsets.UTF_8);

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CountDownLatch answer = new CountDownLatch(1);

	private HttpServer server;

	private FxTestApp app;

	private FxWebview webview;

	@BeforeEach
	void open() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, PAGE.length);
			exchange.getResponseBody().write(PAGE);
			exchange.close();
		});
		this.server.start();
		this.app = new FxTestApp();
		this.app.beforeAnswer = (path) -> {
			if (path.equals("/slow")) {
				this.asked.countDown();
				await(this.answer);
			}
		};
		this.app.html.put("/slow", "<h1>slow</h1>");
		this.webview = this.app.open("main");
	}

	@AfterEach
	void close() {
		this.answer.countDown();
		this.app.close();
		this.server.stop(0);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(FxTestApp.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/";
	}

	@Test
	void documentThatIsLeavingForTheApplicationIsNotTheApplication() {
		this.webview.navigate(url());
		FxTestApp.await(this.webview, "location.href === '" + url() + "' && document.readyState === 'complete'");
		this.webview.eval("window.__TAURI_INTERNALS__ = {}; location.href = 'http://tauri.localhost/slow'");
		assertThat(await(this.asked)).isTrue();
		assertThat(this.webview.url()).isEqualTo("http://tauri.localhost/slow");
		assertThat(this.webview.evaluate("location.href")).isEqualTo(url());
		this.webview.evaluate("window.prompt('__TAURI_CONNECT__')");
		assertThat(this.webview.evaluate("'__TAURI_BRIDGE__' in window")).isEqualTo(false);
		assertThat(this.webview.page()).isNull();
		this.answer.countDown();
		FxTestApp.await(this.webview, "location.pathname === '/slow' && 'isTauri' in window");
		assertThat(this.webview.page().origin()).isEqualTo(new Origin("http", "tauri.localhost", 80));
	}

	@Test
	void nobodyIsGrantedAnythingByDefault() {
		this.webview.navigate(url());
		FxTestApp.await(this.webview, "location.href === '" + url() + "' && document.readyState === 'complete'");
		assertThat(this.webview.evaluate("'isTauri' in window || '__TAURI_INTERNALS__' in window")).isEqualTo(false);
		assertThat(this.webview.page()).isNull();
	}

}
