package dev.tauriboot.javafx;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.Origin;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real WebView shows of pages that cannot be loaded.
 */
class FxErrorPageTests {

	private static final String REASON = "document.getElementById('reason')?.textContent";

	// Keeps its port from others; nothing answers there.
	private static Socket holder;

	private static int port;

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() throws Exception {
		holder = new Socket();
		holder.setReuseAddress(true);
		holder.bind(new InetSocketAddress(0));
		port = holder.getLocalPort();
		app = new FxTestApp((options) -> options.withAllowed(List.of("http://127.0.0.1:" + port)),
				(runtime) -> runtime.setRepairKit(FxRepairKit.NONE.withErrorPages(true)));
		main = app.open("main");
	}

	@AfterAll
	static void close() throws Exception {
		app.close();
		holder.close();
	}

	private static String url() {
		return "http://127.0.0.1:" + port + "/page?token=secret";
	}

	private static HttpServer serve(int status, String html) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/", (exchange) -> {
			byte[] body = html.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		return server;
	}

	private static void home() {
		main.evaluate("window.old = 1");
		main.navigate("/");
		FxTestApp.await(main, "!window.old && location.pathname === '/' && document.readyState === 'complete'");
	}

	private static void awaitReason(String reason) {
		FxTestApp.await(main, REASON + " === '" + reason + "'");
	}

	@Test
	void serverThatIsAwayIsShownUntilItIsBack() throws Exception {
		home();
		main.navigate(url());
		awaitReason("Connection refused by server.");
		assertThat(main.url()).isEqualTo(url());
		assertThat((String) main.evaluate("document.body.textContent")).doesNotContain("secret");
		HttpServer server = serve(200, "<h1>back again</h1>");
		try {
			FxTestApp.await(main, "document.body?.textContent.includes('back again') ?? false");
			assertThat(main.evaluate("location.href")).isEqualTo(url());
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void userTriesAgainOrGoesBack() throws Exception {
		home();
		main.evaluate("location.href = '" + url() + "'; 1");
		awaitReason("Connection refused by server.");
		main.evaluate("document.getElementById('back').click()");
		FxTestApp.await(main, "document.body?.textContent.includes('first') ?? false");
		main.evaluate("location.href = '" + url() + "'; 1");
		awaitReason("Connection refused by server.");
		HttpServer server = serve(200, "<h1>there now</h1>");
		try {
			main.evaluate("document.getElementById('retry').click()");
			FxTestApp.await(main, "document.body?.textContent.includes('there now') ?? false");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void applicationReloadsThePageThatItWanted() throws Exception {
		home();
		main.evaluate("location.href = '" + url() + "'; 1");
		awaitReason("Connection refused by server.");
		HttpServer server = serve(200, "<h1>reloaded</h1>");
		try {
			main.reload();
			FxTestApp.await(main, "document.body?.textContent.includes('reloaded') ?? false");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void hostThatIsNotThereIsShownInTheFirstWindowToo() {
		FxWebview other = (FxWebview) app.runtime
			.create(WindowOptions.of("other").withUrl("http://no-such-host.invalid/<b>x"))
			.webviews()
			.get(0);
		FxTestApp.await(other, REASON + " === 'Unknown host.'");
		assertThat(other.evaluate("document.querySelector('b') === null")).isEqualTo(true);
		assertThat(other.evaluate("document.getElementById('back') === null")).isEqualTo(true);
		other.window().destroy();
	}

	@Test
	void portThatTheEngineDoesNotLikeIsNoBlankPage() {
		home();
		main.navigate("http://127.0.0.1:1/");
		awaitReason("The engine does not connect there.");
	}

	@Test
	void emptyErrorFromElsewhereIsNoBlankPage() throws Exception {
		home();
		HttpServer server = serve(404, "");
		try {
			main.navigate(url());
			awaitReason("The server answered with an empty page.");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void errorPageHasNoIdentity() {
		home();
		main.navigate("http://no-such-host.invalid/");
		awaitReason("Unknown host.");
		assertThat(main.page()).isNull();
		assertThat(main.evaluate("'__TAURI_INTERNALS__' in window || 'isTauri' in window")).isEqualTo(false);
		assertThat(main.evaluate("self.origin")).isEqualTo("null");
		main.evaluate("prompt('__TAURI_CONNECT__')");
		assertThat(main.evaluate("'__TAURI_BRIDGE__' in window")).isEqualTo(false);
		assertThat(Origin.of(String.valueOf(main.evaluate("location.href")))).isNull();
	}

	@Test
	void nothingIsTriedAfterTheApplicationHasGoneElsewhere() {
		home();
		main.navigate("http://no-such-host.invalid/");
		awaitReason("Unknown host.");
		home();
		main.evaluate("window.same = 1");
		Awaitility.await()
			.during(Duration.ofMillis(1500))
			.atMost(FxTestApp.PATIENCE)
			.until(() -> Integer.valueOf(1).equals(main.evaluate("window.same")));
	}

}
