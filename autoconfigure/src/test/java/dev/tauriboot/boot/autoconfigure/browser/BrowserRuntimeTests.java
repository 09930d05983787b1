package dev.tauriboot.boot.autoconfigure.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tauriboot.Label;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link BrowserRuntimeAutoConfiguration} over real sockets.
 */
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
class BrowserRuntimeTests {

	private static final Pattern SECRET = Pattern.compile("__TAURI_TAB__', \"([^\"]+)\"");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static ConfigurableApplicationContext context;

	private static BrowserRuntime runtime;

	private static int port;

	private static String startOutput;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private String cookie = "";

	@BeforeAll
	static void start(CapturedOutput output) {
		context = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=browser", "tauri.build.frontend-dist=classpath:/browser-app",
					"tauri.ipc.max-queued-chars=8000", "tauri.browser.max-message-size=1KB", "tauri.app.exit-jvm=false",
					"spring.main.banner-mode=off")
			.run();
		startOutput = output.getOut();
		runtime = context.getBean(BrowserRuntime.class);
		port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void forgetCookie() {
		this.cookie = "";
	}

	@Test
	void listensOnLoopbackOnly() throws IOException {
		assertThat(URI.create(runtime.newLink(Label.of("main"))).getAuthority()).isEqualTo("127.0.0.1:" + port);
		for (var networks = NetworkInterface.getNetworkInterfaces(); networks.hasMoreElements();) {
			networks.nextElement()
				.inetAddresses()
				.filter((address) -> !address.isLoopbackAddress())
				.forEach(this::refused);
		}
	}

	private void refused(InetAddress address) {
		assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
	}

	@Test
	void printsLinkWithoutLoggingItAndNoPassword() {
		assertThat(startOutput).containsPattern(
				"(?m)^Open window 'main' .*: http://127\\.0\\.0\\.1:" + port + "/__tauri__/open/[\\w-]{43}$");
		assertThat(startOutput.split("/__tauri__/open/")).hasSize(2);
		assertThat(startOutput).contains("Netty started").doesNotContain("generated security password");
	}

	@Test
	void letsNobodyInWithoutSession() throws Exception {
		for (String path : new String[] { "/", "/index.html", "/own", "/nothing", "/__tauri__/alive",
				"/__tauri__/stream", "/__tauri__/guest/core.js", "/__tauri__/protocol/asset/x", "/__tauri__/ipc/greet",
				"/__tauri__/open/x" }) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(403);
		}
		this.cookie = "tauri-session-" + port + "=guess";
		assertThat(get("/").statusCode()).isEqualTo(403);
	}

	@Test
	void opensLinkOnce() throws Exception {
		String link = runtime.newLink(Label.of("main"));
		HttpResponse<String> opened = get(URI.create(link).getPath());
		assertThat(opened.statusCode()).isEqualTo(200);
		assertThat(opened.headers().firstValue("Set-Cookie")).get()
			.asString()
			.containsIgnoringCase("; HttpOnly")
			.contains("; SameSite=Strict", "; Path=/");
		assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(opened.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'");
		assertThat(get(URI.create(link).getPath()).statusCode()).isEqualTo(403);
	}

	@Test
	void servesPagesAndControllersToSession() throws Exception {
		open();
		HttpResponse<String> page = get("/");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("__TAURI_INTERNALS__").contains("/__tauri__/connect");
		assertThat(get("/own").body()).isEqualTo("own");
		Matcher core = Pattern.compile("/__tauri__/guest/[^\"]*core.js").matcher(page.body());
		assertThat(core.find()).as("import map").isTrue();
		assertThat(get(core.group()).body()).contains("invoke");
	}

	@Test
	void refusesForeignHostsOriginsAndSites() throws Exception {
		open();
		assertThat(raw("localhost:" + port, "")).startsWith("HTTP/1.1 200");
		for (String host : new String[] { "evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1",
				"127.0.0.2:" + port }) {
			assertThat(raw(host, "")).as(host).startsWith("HTTP/1.1 403");
		}
		for (String origin : new String[] { "http://evil.example", "null", "http://127.0.0.1:1",
				"https://127.0.0.1:" + port, "http://localhost:" + port }) {
			assertThat(raw("127.0.0.1:" + port, "Origin: " + origin + "\r\n")).as(origin).startsWith("HTTP/1.1 403");
		}
		assertThat(raw("127.0.0.1:" + port, "Sec-Fetch-Site: same-site\r\n")).startsWith("HTTP/1.1 403");
		assertThat(raw("127.0.0.1:" + port, "Sec-Fetch-Site: same-origin\r\n")).startsWith("HTTP/1.1 200");
	}

	@Test
	void connectsTabByItsSecretOnly() throws Exception {
		String secret = open();
		assertThat(post("/__tauri__/connect", "", "Tauri-Tab", "guess").statusCode()).isEqualTo(403);
		assertThat(post("/__tauri__/connect", "{\"label\":\"main\"}", "X", "y").statusCode()).isEqualTo(403);
		JsonNode connection = connect(secret);
		assertThat(connection.get("label").asString()).isEqualTo("main");
		assertThat(connection.get("ipcUrl").asString()).isEqualTo(base() + "/__tauri__/ipc/");
		String firstCookie = this.cookie;
		this.cookie = "";
		open();
		assertThat(this.cookie).isNotEqualTo(firstCookie);
		assertThat(post("/__tauri__/connect", "", "Tauri-Tab", secret).statusCode()).as("secret of another session")
			.isEqualTo(403);
	}

	@Test
	void answersCallAtOnceOrByStreamAndCancels() throws Exception {
		// A machine that has other work can take longer than an answer at once may.
		String first = connect(open()).get("key").asString();
		HttpResponse<String> greeting = await().until(() -> call(first, "greet", 1, "{\"name\":\"World\"}"),
				(answer) -> answer.statusCode() == 200);
		assertThat(greeting.body()).isEqualTo("\"Hello, World!\"");
		JsonNode connection = connect(open());
		String key = connection.get("key").asString();
		Application.demanded = Sinks.one();
		HttpResponse<String> late = call(key, "on_demand", 3, "{}");
		assertThat(late.statusCode()).isEqualTo(202);
		Application.demanded.tryEmitValue("late");
		Page page = runtime.windows().get(0).webviews().get(0).page();
		HttpResponse<InputStream> stream = stream(key);
		assertThat(stream.statusCode()).isEqualTo(200);
		assertThat(stream(key).statusCode()).as("second stream").isEqualTo(409);
		assertThat(stream("guess").statusCode()).isEqualTo(403);
		var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
		assertThat(lines.readLine()).isEmpty();
		assertThat(nextLine(lines)).isEqualTo("[[0,3,\"late\"]]");
		page.outbound().event("\"e\",[1],", "{\n\"a\":1}");
		assertThat(nextLine(lines)).isEqualTo("[[5,\"e\",[1],{ \"a\":1}]]");
		page.webview().eval("1 + '\u00e9'");
		assertThat(nextLine(lines)).isEqualTo("{\"eval\":\"1 + '\u00e9'\"}");
		assertThat(call(key, "never", 5, "{}").statusCode()).isEqualTo(202);
		await().until(() -> page.callsInFlight() == 1);
		assertThat(post("/__tauri__/cancel/5", "", "Tauri-Invoke-Key", key).statusCode()).isEqualTo(204);
		assertThat(page.callsInFlight()).isZero();
		lines.close();
		await().alias("page ends with its stream").until(() -> {
			page.outbound().event("\"e\",[1],", "0");
			return !page.isOpen();
		});
	}

	@Test
	void answersBySocketOfThePageOnly() throws Exception {
		String key = connect(open()).get("key").asString();
		Page page = runtime.windows().get(0).webviews().get(0).page();
		assertThatThrownBy(() -> socket("http://evil.example", this.cookie).join()).as("foreign page")
			.rootCause()
			.hasMessageContaining("403");
		assertThatThrownBy(() -> socket(base(), "").join()).as("no session").rootCause().hasMessageContaining("403");
		List<String> none = new CopyOnWriteArrayList<>();
		WebSocket guess = greetedSocket(none);
		guess.sendText("guess", true).join();
		await().until(guess::isInputClosed);
		assertThat(none).containsExactly("\n");
		List<String> lines = new CopyOnWriteArrayList<>();
		WebSocket socket = greetedSocket(lines);
		socket.sendText(key, true).join();
		await().until(() -> lines.size() >= 2);
		assertThat(stream(key).statusCode()).as("second stream").isEqualTo(409);
		Application.demanded = Sinks.one();
		assertThat(call(key, "on_demand", 3, "{}").statusCode()).isEqualTo(202);
		Application.demanded.tryEmitValue("late");
		await().until(() -> lines.contains("[[0,3,\"late\"]]\n"));
		String large = "x".repeat(3_000_000);
		page.outbound().event("\"e\",[1],", "\"" + large + "\"");
		await().until(() -> lines.contains("[[5,\"e\",[1],\"" + large + "\"]]\n"));
		assertThat(page.isOpen()).isTrue();
		socket.abort();
		await().until(() -> !page.isOpen());
	}

	// What comes between the handshake and its handler is lost, unless both are on the
	// event loop.
	@Test
	void handshakesOfTheApplicationAreDoneOnTheEventLoop() throws Exception {
		open();
		List<String> lines = new CopyOnWriteArrayList<>();
		WebSocket socket = socket("/echo", base(), this.cookie, lines).join();
		socket.sendText("first", true).join();
		await().untilAsserted(() -> assertThat(lines).containsExactly("first on reactor-http"));
		socket.abort();
	}

	@Test
	void messageInPlaceOfARequestIsNoLargerThanConfigured() throws Exception {
		String key = connect(open()).get("key").asString();
		HttpResponse<String> over = post("/__tauri__/post", message(1, 1025), "Tauri-Invoke-Key", key);
		assertThat(over.statusCode()).isEqualTo(413);
		assertThat(over.body())
			.isEqualTo("the message is larger than the limit of 1024 bytes (tauri.browser.max-message-size)");
		assertThat(post("/__tauri__/post", message(3, 1024), "Tauri-Invoke-Key", key).statusCode()).isEqualTo(204);
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(stream(key).body(), StandardCharsets.UTF_8))) {
			String answer = lines.readLine();
			assertThat(answer.isEmpty() ? lines.readLine() : answer).isEqualTo("[[0,3,\"Hello, edge!\"]]");
		}
	}

	private static String message(int callback, int size) {
		String message = "{\"cmd\":\"greet\",\"callback\":%d,\"error\":9,\"payload\":{\"name\":\"edge\"},\"options\":{}}"
			.formatted(callback);
		return message + " ".repeat(size - message.length());
	}

	@Test
	void takesNoMoreScriptsThanMayWait() throws Exception {
		String key = connect(open()).get("key").asString();
		Webview webview = runtime.windows().get(0).webviews().get(0);
		webview.eval("first()");
		assertThatIllegalStateException().isThrownBy(() -> webview.eval("x".repeat(8000)))
			.withMessage("the tab takes no scripts while 18 characters wait for it: the limit is 8000");
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(stream(key).body(), StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).isEqualTo("{\"eval\":\"first()\"}");
			assertThat(lines.readLine()).isEmpty();
			webview.eval("again()");
			assertThat(nextLine(lines)).isEqualTo("{\"eval\":\"again()\"}");
		}
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	// There is a sign of life every now and then.
	private static String nextLine(BufferedReader lines) throws IOException {
		String line = lines.readLine();
		while ("".equals(line)) {
			line = lines.readLine();
		}
		return line;
	}

	private WebSocket greetedSocket(List<String> lines) {
		WebSocket socket = socket("/__tauri__/stream", base(), this.cookie, lines).join();
		await().untilAsserted(() -> assertThat(lines).as("server speaks first").containsExactly("\n"));
		return socket;
	}

	private CompletableFuture<WebSocket> socket(String origin, String cookie) {
		return socket("/__tauri__/stream", origin, cookie, new ArrayList<>());
	}

	private CompletableFuture<WebSocket> socket(String path, String origin, String cookie, List<String> lines) {
		StringBuilder line = new StringBuilder();
		return this.client.newWebSocketBuilder()
			.header("Cookie", cookie)
			.header("Origin", origin)
			.buildAsync(URI.create("ws://127.0.0.1:" + port + path), new WebSocket.Listener() {

				@Override
				public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
					line.append(data);
					if (last) {
						lines.add(line.toString());
						line.setLength(0);
					}
					socket.request(1);
					return null;
				}

			});
	}

	@Test
	void endsEarlierDocumentOfWindow() throws Exception {
		String secret = open();
		HttpResponse<InputStream> stream = stream(connect(secret).get("key").asString());
		connect(secret);
		assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8)).contains("{\"end\":\"replaced\"}");
	}

	private HttpResponse<InputStream> stream(String key) throws Exception {
		return this.client.send(request("/__tauri__/stream").header("Tauri-Invoke-Key", key).build(),
				BodyHandlers.ofInputStream());
	}

	private HttpResponse<String> call(String key, String command, int callback, String body) throws Exception {
		return post("/__tauri__/ipc/" + command, body, "Tauri-Invoke-Key", key, "Tauri-Callback",
				Integer.toString(callback), "Tauri-Error", Integer.toString(callback + 1), "Content-Type",
				"application/json", "Prefer", "respond-async");
	}

	private JsonNode connect(String secret) throws Exception {
		HttpResponse<String> response = post("/__tauri__/connect", "", "Tauri-Tab", secret);
		assertThat(response.statusCode()).isEqualTo(200);
		return MAPPER.readTree(response.body());
	}

	private String open() throws Exception {
		HttpResponse<String> opened = get(URI.create(runtime.newLink(Label.of("main"))).getPath());
		this.cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		Matcher matcher = SECRET.matcher(opened.body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private String raw(String host, String headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.getOutputStream()
				.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + this.cookie + "\r\nConnection: close\r\n"
						+ headers + "\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(request(path).build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
		return this.client.send(request(path).header("Origin", base())
			.headers(headers)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
		return this.cookie.isEmpty() ? request : request.header("Cookie", this.cookie);
	}

	private static String base() {
		return "http://127.0.0.1:" + port;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		static volatile Sinks.One<String> demanded = Sinks.one();

		@Bean
		HandlerMapping sockets() {
			return new SimpleUrlHandlerMapping(Map.of("/echo", (WebHandler) this::echo), -1);
		}

		private Mono<Void> echo(ServerWebExchange exchange) {
			String thread = Thread.currentThread().getName().replaceAll("-\\w+-\\d+$", "");
			return new HandshakeWebSocketService().handleRequest(exchange, (session) -> session.send(session.receive()
				.map((message) -> session.textMessage(message.getPayloadAsText() + " on " + thread))));
		}

		@GetMapping("/own")
		String own() {
			return "own";
		}

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

		@TauriCommand
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(100)).thenReturn("late");
		}

		@TauriCommand
		Mono<String> onDemand() {
			return demanded.asMono();
		}

		@TauriCommand
		Mono<String> never() {
			return Mono.never();
		}

		@TauriCommand
		byte[] reverse(InvokeRequest request) {
			byte[] bytes = ((InvokeBody.Raw) request.body()).bytes().clone();
			for (int i = 0; i < bytes.length / 2; i++) {
				byte other = bytes[bytes.length - 1 - i];
				bytes[bytes.length - 1 - i] = bytes[i];
				bytes[i] = other;
			}
			return bytes;
		}

	}

}
