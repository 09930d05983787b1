package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@code tauri.build.dev-url} in a real WebView.
 */
@Timeout(300)
@Tag("engine")
class DevUrlTests {

	private static final String PAGE = """
			<!doctype html><title>dev</title><script type="module">
			const { invoke } = window.__TAURI_INTERNALS__;
			await invoke('report', { text: `${location.origin} ${(await import('/main.js')).version}` });
			</script>""";

	@Test
	void showsPagesUnderOriginOfDevServerAndWaitsForItWheneverItIsAway() throws Exception {
		int port = FreePort.find();
		String page = "http://localhost:" + port + " 1";
		HttpServer server = null;
		try (ConfigurableApplicationContext context = start(port)) {
			BlockingQueue<String> reports = context.getBean(Application.class).reports;
			assertThat(reports.poll(1, TimeUnit.SECONDS)).isNull();
			server = serve(port);
			assertThat(reports.poll(60, TimeUnit.SECONDS)).isEqualTo(page);
			server.stop(0);
			Webview webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
			webview.eval("__TAURI_INTERNALS__.invoke('report', { text: 'alone' })");
			assertThat(reports.poll(60, TimeUnit.SECONDS)).isEqualTo("alone");
			LoadedDocument.await(webview);
			webview.reload();
			assertThat(reports.poll(1, TimeUnit.SECONDS)).isNull();
			server = serve(port);
			assertThat(reports.poll(60, TimeUnit.SECONDS)).isEqualTo(page);
		}
		finally {
			if (server != null) {
				server.stop(0);
			}
		}
	}

	@Test
	void messagesOfPagesOfDevServerGoThroughTheHook() throws Exception {
		int port = FreePort.find();
		HttpServer server = serve(port);
		try (ConfigurableApplicationContext context = start(port, "tauri.app.security.pattern.use=isolation",
				"tauri.app.security.pattern.options.dir=classpath:/loopback-isolation",
				"tauri.app.security.pattern.options.timeout=60s")) {
			BlockingQueue<String> reports = context.getBean(Application.class).reports;
			assertThat(reports.poll(60, TimeUnit.SECONDS)).isEqualTo("http://localhost:" + port + " 1");
			Webview webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
			webview.eval("""
					const { invoke } = __TAURI_INTERNALS__;
					invoke('greet', { name: 'Nobody' }).catch((text) => invoke('report', { text }));
					""");
			assertThat(reports.poll(60, TimeUnit.SECONDS))
				.isEqualTo("Command greet refused by the isolation hook: not today");
		}
		finally {
			server.stop(0);
		}
	}

	private static ConfigurableApplicationContext start(int port, String... properties) {
		return new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
					"tauri.app.exit-on-last-window-closed=false", "tauri.build.dev-url=http://localhost:" + port)
			.properties(properties)
			.run();
	}

	private static HttpServer serve(int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
		server.createContext("/", DevUrlTests::answer);
		server.start();
		return server;
	}

	private static void answer(HttpExchange exchange) throws IOException {
		boolean script = exchange.getRequestURI().getPath().endsWith(".js");
		byte[] body = (script ? "export const version = 1;" : PAGE).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<String> reports = new LinkedBlockingQueue<>();

		@TauriCommand
		void report(String text) {
			this.reports.add(text);
		}

	}

}
