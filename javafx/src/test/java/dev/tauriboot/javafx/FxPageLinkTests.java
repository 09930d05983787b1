package dev.tauriboot.javafx;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a document is reached, whatever became of those before it.
 */
class FxPageLinkTests {

	private static final int RELOADS = 25;

	// The engine collects its own garbage when there is enough of it.
	private static final String MAKE_GARBAGE = """
			for (let i = 0; i < 300; i++) {
			  window.garbage = Array.from({ length: 2000 }, (_, n) => ({ n }));
			}
			window.garbage = undefined;
			""";

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		main = app.open("main");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	@Test
	void documentIsReachedAfterThoseBeforeItAreCollected() throws Exception {
		for (int i = 0; i < RELOADS; i++) {
			main.eval("window.old = true");
			main.reload();
			FxTestApp.await(main, "!window.old && document.readyState === 'complete'");
			main.eval(MAKE_GARBAGE);
		}
		Method held = Class.forName("com.sun.webkit.dom.JSObject").getDeclaredMethod("test_getPeerCount");
		held.setAccessible(true);
		FxTestApp.settle(main, "crypto.subtle.digest('SHA-256', new Uint8Array(1)).then(() => 1)");
		Awaitility.await("nothing is held that the engine knows by its address")
			.atMost(FxTestApp.PATIENCE)
			.until(() -> {
				System.gc();
				return (int) held.invoke(null) == 0;
			});
		main.eval(MAKE_GARBAGE);
		respond(main);
		FxTestApp.await(main, "window.heard");
		assertThat(FxTestApp.settle(main, "crypto.subtle.digest('SHA-256', new Uint8Array(1)).then(() => 1)"))
			.isEqualTo("1");
	}

	private static void respond(FxWebview webview) {
		int id = callback(webview, "() => { window.heard = true; }");
		Objects.requireNonNull(webview.page()).outbound().respond(id, id, new InvokeResponse.Json("1"));
	}

	private static int callback(FxWebview webview, String function) {
		return (Integer) Objects
			.requireNonNull(webview.evaluate("__TAURI_INTERNALS__.transformCallback(" + function + ")"));
	}

	@Test
	void answerThatCannotBeFetchedIsAnError() {
		int got = callback(main, "() => { window.got = true; }");
		int refused = callback(main, "(reason) => { window.refused = reason; }");
		Outbound outbound = Objects.requireNonNull(main.page()).outbound();
		// On the thread that hands the page its frames, so that it cannot be quicker.
		FxTestApp.fx(() -> {
			outbound.respond(got, refused, new InvokeResponse.Raw(new byte[1024 * 1024]));
			assertThat(outbound.takeHeld(1)).isNotNull();
		});
		FxTestApp.await(main, "typeof window.refused === 'string' && !window.got");
	}

	// What waits for the page goes with the answer to a call.
	@Test
	void whatComesWithACallStaysAheadOfWhatIsDelivered() {
		main.evaluate("window.order = []");
		int one = callback(main, "(n) => { window.order.push(n); }");
		int two = callback(main, "(n) => { window.order.push(n); }");
		Outbound outbound = Objects.requireNonNull(main.page()).outbound();
		FxTestApp.fx(() -> {
			outbound.respond(one, one, new InvokeResponse.Json("1"));
			main.eval("__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })");
			outbound.respond(two, two, new InvokeResponse.Json("2"));
		});
		FxTestApp.await(main, "window.order.length === 2");
		assertThat(main.evaluate("window.order.join()")).isEqualTo("1,2");
	}

	@Test
	void documentThatIsReplacedBeforeItHasLoadedIsClosed() throws Exception {
		FxWebview webview = app.open("replaced");
		Sinks.Empty<Void> image = Sinks.empty();
		app.handlers.put("/late.png", (exchange) -> image.asMono());
		app.html.put("/loading", "<img src='/late.png'>");
		app.handlers.put("/data.txt", (exchange) -> {
			ServerHttpResponse response = exchange.getResponse();
			response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
			return response
				.writeWith(Mono.just(response.bufferFactory().wrap("data".getBytes(StandardCharsets.UTF_8))));
		});
		try {
			webview.navigate("/loading");
			FxTestApp.await(webview, "location.pathname === '/loading' && 'isTauri' in window");
			Page loading = Objects.requireNonNull(webview.page());
			webview.navigate("/data.txt");
			FxTestApp.await(webview, "document.body?.textContent === 'data'");
			loading.outbound().respond(1, 1, new InvokeResponse.Json("1"));
			Awaitility.await("the page is closed").atMost(FxTestApp.PATIENCE).until(() -> !loading.isOpen());
		}
		finally {
			image.tryEmitEmpty();
			webview.window().destroy();
		}
	}

}
