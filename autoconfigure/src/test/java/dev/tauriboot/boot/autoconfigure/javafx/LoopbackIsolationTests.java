package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The isolation pattern in a JVM whose {@link java.net.URLStreamHandlerFactory} is
 * somebody else's.
 */
@Tag("engine")
@Timeout(300)
class LoopbackIsolationTests {

	private static final String REPORT = "[true,\"SecurityError\",\"Hello, World!\","
			+ "\"Command greet refused by the isolation hook: not today\",true,"
			+ "\"Command reverse refused by the isolation hook\"]";

	private static ConfigurableApplicationContext context;

	private static Application application;

	@BeforeAll
	static void start() {
		// Header names that HttpURLConnection keeps to itself.
		System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
		URL.setURLStreamHandlerFactory((protocol) -> null);
		context = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
					"tauri.app.exit-on-last-window-closed=false",
					"tauri.build.frontend-dist=classpath:/loopback-isolated-app",
					"tauri.app.security.pattern.use=isolation",
					"tauri.app.security.pattern.options.dir=classpath:/loopback-isolation",
					"tauri.app.security.pattern.options.timeout=60s", "tauri.app.security.csp=default-src 'self'")
			.run();
		application = context.getBean(Application.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void everyMessageGoesThroughTheHook() throws Exception {
		assertThat(application.reports.poll(60, TimeUnit.SECONDS)).isEqualTo(REPORT);
		Webview webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
		LoadedDocument.await(webview);
		webview.reload();
		assertThat(application.reports.poll(60, TimeUnit.SECONDS)).as("after a reload").isEqualTo(REPORT);
		assertThat(context.getBean(IsolationPattern.class).refusals()).isZero();
	}

	@Test
	void frameKeepsItsSandboxAndIsForTheWindowsOnly() throws IOException {
		Webview webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
		LoadedDocument.await(webview);
		URL page = new URL(webview.url());
		HttpURLConnection frame = (HttpURLConnection) new URL(page, "/__tauri__/protocol/isolation/").openConnection();
		assertThat(frame.getResponseCode()).isEqualTo(200);
		assertThat(frame.getHeaderField("Content-Security-Policy")).endsWith("sandbox allow-scripts");
		HttpURLConnection foreign = (HttpURLConnection) frame.getURL().openConnection();
		foreign.setRequestProperty("Origin", "null");
		assertThat(foreign.getResponseCode()).isEqualTo(403);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<String> reports = new LinkedBlockingQueue<>();

		@TauriCommand
		void report(String text) {
			this.reports.add(text);
		}

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

		@TauriCommand
		byte[] reverse(InvokeRequest request) {
			return ((InvokeBody.Raw) request.body()).bytes();
		}

	}

}
