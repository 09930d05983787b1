package dev.tauriboot.boot.autoconfigure.javafx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A window in a JVM whose {@link java.net.URLStreamHandlerFactory} is somebody else's.
 */
@Tag("engine")
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoopbackFallbackTests {

	private static final AtomicBoolean asked = new AtomicBoolean();

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext context;

	private static Application application;

	private static String origin;

	@BeforeAll
	static void start(CapturedOutput output) throws Exception {
		// Header names that HttpURLConnection keeps to itself.
		System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
		URL.setURLStreamHandlerFactory((protocol) -> {
			asked.set(true);
			return null;
		});
		ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("a.png").toFile());
		context = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
					"tauri.app.exit-on-last-window-closed=false", "tauri.build.frontend-dist=classpath:/loopback-app",
					"tauri.app.security.asset-protocol.enable=true",
					"tauri.app.security.asset-protocol.scope[0]=" + folder + "/*",
					"tauri.app.security.csp=default-src 'none'; img-src http://asset.localhost; "
							+ "script-src 'self'; connect-src http://asset.localhost")
			.initializers((context) -> context.getBeanFactory().registerSingleton("picture", folder.resolve("a.png")))
			.run();
		application = context.getBean(Application.class);
		assertThat(asked).isTrue();
		String report = application.reports.poll(60, TimeUnit.SECONDS);
		assertThat(report).matches("http://127\\.0\\.0\\.1:\\d+ Hello, World! 2097152 3 refused 200");
		origin = report.substring(0, report.indexOf(' '));
		assertThat(output.getOut()).contains("WARN").contains("They come from " + origin);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	@Order(1)
	void pageWorksWithThePackageAsItIs() throws InterruptedException {
		context.getBean(AppHandle.class).emit("news", "of today");
		assertThat(application.reports.poll(60, TimeUnit.SECONDS)).isEqualTo("heard of today");
		Webview webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
		LoadedDocument.await(webview);
		webview.reload();
		assertThat(application.reports.poll(60, TimeUnit.SECONDS)).startsWith(origin).contains("Hello, World!");
	}

	@Test
	@Order(2)
	void largeBytesComeByRequest() {
		assertThat(application.bySocket).isTrue();
	}

	@Test
	@Order(3)
	void otherProcessesAreRefused() throws IOException {
		String cookie = cookie();
		assertThat(status("/", Map.of("Cookie", cookie))).isEqualTo(200);
		CookieHandler engine = CookieHandler.getDefault();
		CookieHandler.setDefault(null);
		try {
			for (String path : List.of("/", "/index.html", "/__tauri__/guest/x.js", "/__tauri__/ipc/greet",
					"/__tauri__/protocol/asset/a.png")) {
				assertThat(status(path, Map.of())).as(path).isEqualTo(403);
				assertThat(status(path, Map.of("Cookie", cookie + "x"))).as(path).isEqualTo(403);
			}
			assertThat(status("/", Map.of("Cookie", cookie))).isEqualTo(200);
			assertThat(status("/", Map.of("Cookie", cookie, "Host", "attacker.example"))).isEqualTo(403);
			assertThat(status("/",
					Map.of("Cookie", cookie, "Host", origin.substring(7).replace("127.0.0.1", "localhost"))))
				.isEqualTo(403);
			assertThat(status("/", Map.of("Cookie", cookie, "Origin", "http://attacker.example"))).isEqualTo(403);
			assertThat(status("/", Map.of("Cookie", cookie, "Origin", "null"))).isEqualTo(403);
			assertThat(status("/", Map.of("Cookie", cookie, "Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
		}
		finally {
			CookieHandler.setDefault(engine);
		}
	}

	@Test
	@Order(4)
	void fileShownAsDocumentGetsNoOrigin() throws IOException {
		HttpURLConnection connection = (HttpURLConnection) new URL(origin + "/__tauri__/protocol/asset/"
				+ URLEncoder.encode(folder.resolve("a.png").toString(), StandardCharsets.UTF_8))
			.openConnection();
		assertThat(connection.getResponseCode()).isEqualTo(200);
		assertThat(connection.getHeaderField("Content-Security-Policy")).isEqualTo("sandbox");
	}

	private static String cookie() throws IOException {
		return CookieHandler.getDefault().get(URI.create(origin + "/"), Map.of()).get("Cookie").get(0);
	}

	private static int status(String path, Map<String, String> headers) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) new URL(origin + path).openConnection();
		headers.forEach(connection::setRequestProperty);
		connection.setUseCaches(false);
		return connection.getResponseCode();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<String> reports = new LinkedBlockingQueue<>();

		private final Path picture;

		volatile boolean bySocket;

		Application(Path picture) {
			this.picture = picture;
		}

		@TauriCommand
		void report(String text) {
			this.reports.add(text);
		}

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

		@TauriCommand
		String picture() {
			return this.picture.toString();
		}

		@TauriCommand
		byte[] reverse(InvokeRequest request) {
			this.bySocket = request.headers().containsHeader("Host");
			return ((InvokeBody.Raw) request.body()).bytes();
		}

	}

}
