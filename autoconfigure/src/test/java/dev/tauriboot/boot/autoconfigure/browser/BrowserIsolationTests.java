package dev.tauriboot.boot.autoconfigure.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.tauriboot.Label;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.isolation.IsolationPattern;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The isolation pattern in a browser's tab, as far as it shows without a browser: what
 * the server gives to whom, what it accepts, and that the served scripts work together.
 */
@Timeout(300)
class BrowserIsolationTests {

	private static final String REFUSED = "\"the message was refused by isolation\"";

	// No machine is so busy that a hook that answers takes as long.
	private static final int LIMIT_MILLIS = 30_000;

	private static final Pattern SECRET = Pattern.compile("__TAURI_TAB__', \"([^\"]+)\"");

	private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]{44})\"");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static ConfigurableApplicationContext context;

	private static int port;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private String cookie = "";

	private String secret = "";

	private String key = "";

	private String frame = "";

	private long number;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=browser", "tauri.build.frontend-dist=classpath:/browser-app",
					"tauri.app.exit-jvm=false", "spring.main.banner-mode=off", "tauri.browser.max-message-size=1KB",
					"tauri.app.security.pattern.use=isolation",
					"tauri.app.security.pattern.options.dir=classpath:/browser-isolation",
					"tauri.app.security.pattern.options.timeout=" + LIMIT_MILLIS + "ms",
					"tauri.app.security.csp=default-src 'self'")
			.run();
		port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void openTab() throws Exception {
		this.cookie = "";
		HttpResponse<String> opened = get(context.getBean(BrowserRuntime.class).newLink(Label.of("main")));
		this.cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		Matcher secret = SECRET.matcher(opened.body());
		assertThat(secret.find()).isTrue();
		this.secret = secret.group(1);
		connect();
	}

	private void connect() throws Exception {
		JsonNode connection = MAPPER.readTree(post("/__tauri__/connect", new byte[0], "Tauri-Tab", this.secret).body());
		this.key = connection.get("key").asString();
		this.frame = connection.get("isolationUrl").asString();
	}

	@Test
	void frameHasAnAddressOfAnotherHostWhichIsGoodOnce() throws Exception {
		assertThat(this.frame).startsWith("http://localhost:" + port + "/__tauri__/isolation/");
		HttpResponse<String> document = frame(this.frame, "iframe");
		assertThat(document.statusCode()).isEqualTo(200);
		assertThat(document.headers().map()).doesNotContainKey("access-control-allow-origin");
		assertThat(document.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(document.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("default-src 'none'; ")
			.contains("frame-ancestors " + base(), "sandbox allow-scripts")
			.doesNotContain("allow-same-origin", "connect-src");
		assertThat(document.body()).containsPattern(KEY).contains("__TAURI_ISOLATION_HOOK__");
		// row 114
		assertThat(frame(this.frame, "iframe").statusCode()).as("again").isEqualTo(404);
		assertThat(frame(this.frame.replaceFirst("isolation/.*", "isolation/x"), "iframe").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "document", "empty", "serviceworker", "worker", "script", "frame", "object", "embed", "" })
	void frameIsForFramesOnly(String destination) throws Exception {
		assertThat(frame(this.frame, destination).statusCode()).isEqualTo(404);
		assertThat(frame(this.frame, "iframe").statusCode()).isEqualTo(200);
	}

	@Test
	void requestOfThePageOrByThePagesAddressGetsNoFrame() throws Exception {
		HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(this.frame)).header("Sec-Fetch-Dest", "iframe");
		for (String origin : new String[] { base(), "null", "http://evil.example" }) {
			assertThat(this.client.send(asked.copy().header("Origin", origin).build(), BodyHandlers.ofString())
				.statusCode()).as(origin).isEqualTo(403);
		}
		String own = this.frame.replace("localhost", "127.0.0.1");
		assertThat(get(own, "Sec-Fetch-Dest", "iframe").statusCode()).isEqualTo(404);
		assertThat(this.client.send(asked.copy().POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString())
			.statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/__tauri__/alive", "/__tauri__/stream", "/__tauri__/ipc/greet" })
	void hostOfFramesHasNothingElse(String path) throws Exception {
		assertThat(get("http://localhost:" + port + path).statusCode()).isEqualTo(404);
	}

	@Test
	void hostOfFramesOpensNoLink() throws Exception {
		String link = context.getBean(BrowserRuntime.class).newLink(Label.of("main"));
		assertThat(get(link.replace("127.0.0.1", "localhost")).statusCode()).isEqualTo(404);
		assertThat(get(link).statusCode()).isEqualTo(200);
	}

	@Test
	void frameOfADocumentThatHasEndedIsNotServed() throws Exception {
		String old = this.frame;
		connect();
		assertThat(frame(old, "iframe").statusCode()).isEqualTo(404);
		assertThat(frame(this.frame, "iframe").statusCode()).isEqualTo(200);
	}

	@Test
	void pageHasNoKeyAndMayShowTheFrame() throws Exception {
		HttpResponse<String> page = get(base() + "/");
		assertThat(page.body()).doesNotContainPattern(KEY);
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("http://localhost:*");
	}

	// rows 107 to 110
	@Test
	void messageIsGoodOnceForItsCommandAndDocument() throws Exception {
		byte[] key = key();
		long before = context.getBean(IsolationPattern.class).refusals();
		byte[] good = seal(key, "greet", "{\"name\":\"World\"}");
		assertThat(call("greet", good)).isEqualTo("\"Hello, World!\"");
		assertThat(call("greet", good)).as("replayed").isEqualTo(REFUSED);
		assertThat(call("other", seal(key, "greet", "{}"))).as("another command").isEqualTo(REFUSED);
		byte[] flipped = seal(key, "greet", "{\"name\":\"World\"}");
		flipped[20] ^= 1;
		assertThat(call("greet", flipped)).as("altered").isEqualTo(REFUSED);
		assertThat(call("greet", new byte[64])).as("no ciphertext").isEqualTo(REFUSED);
		assertThat(call("greet", new byte[0])).as("empty").isEqualTo(REFUSED);
		assertThat(call("greet", "{\"name\":\"World\"}".getBytes(StandardCharsets.UTF_8), "application/json"))
			.as("plain")
			.isEqualTo(REFUSED);
		connect();
		assertThat(call("greet", seal(key, "greet", "{\"name\":\"World\"}"))).as("another document").isEqualTo(REFUSED);
		assertThat(call("greet", seal(key(), "greet", "{\"name\":\"World\"}"))).isEqualTo("\"Hello, World!\"");
		long refusals = context.getBean(IsolationPattern.class).refusals();
		assertThat(refusals - before).isEqualTo(7);
		assertThat(context.getBean(MeterRegistry.class).get("tauri.isolation.refusals").functionCounter().count())
			.isEqualTo(refusals);
	}

	@Test
	void textsOfTheFallbackTransportAreRefused() throws Exception {
		long before = context.getBean(IsolationPattern.class).refusals();
		assertThat(
				post("/__tauri__/post",
						"{\"cmd\":\"greet\",\"callback\":1,\"error\":2,\"payload\":{\"name\":\"x\"},\"options\":{}}"
							.getBytes(StandardCharsets.UTF_8),
						"Tauri-Invoke-Key", this.key)
					.statusCode())
			.isEqualTo(204);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(context.getBean(IsolationPattern.class).refusals() - before).isEqualTo(1));
	}

	@Test
	void pageIsToldOfATextThatIsTooLarge() throws Exception {
		JsonNode outcome = node("""
				window.ipc.postMessage(' '.repeat(1025));
				for (let i = 0; i < 2000 && logged.length === 0; i++) {
					await new Promise((resolve) => setTimeout(resolve, 10));
				}
				return logged.slice();""");
		assertThat(outcome.get("results").toString())
			.isEqualTo("[\"the message is larger than the limit of 1024 bytes (tauri.browser.max-message-size)\"]");
	}

	// row 115
	@Test
	void frameHearsMessagesOfItsPageOnly() throws Exception {
		JsonNode outcome = node("return window.__TAURI_INTERNALS__.invoke('greet', { name: 'World' });");
		assertThat(outcome.get("results").asString()).isEqualTo("Hello, World!");
		assertThat(outcome.get("answered").toString()).isEqualTo("[[1005,true],[1006,false]]");
	}

	// rows 104, 105, 106, 111, 112, 113
	@Test
	void servedScriptsLeadEveryMessageThroughTheHook() throws Exception {
		JsonNode outcome = node(
				"""
						const { invoke } = window.__TAURI_INTERNALS__;
						const rejection = (promise) => promise.then(() => 'ran', (reason) => reason);
						const bytes = new Uint8Array(3 * 1024 * 1024).map((value, i) => i * 7);
						const back = new Uint8Array(await invoke('reverse', bytes)).reverse();
						const order = [];
						const late = invoke('greet', { rule: 'later', name: 'Late' }).then(() => order.push('late'));
						await Promise.all([late, invoke('greet', { name: 'Next' }).then(() => order.push('next'))]);
						return [await invoke('greet', { name: 'World ü😀' }), await invoke('greet', { rule: 'change', name: 'x' }),
						  await rejection(invoke('greet', { rule: 'null' })), await rejection(invoke('greet', { rule: 'throw' })),
						  await rejection(overdue(invoke('greet', { rule: 'never' }))), await rejection(invoke('greet', { rule: 'confirm' })),
						  back.length === bytes.length && back.every((value, i) => value === bytes[i]), bytes.length,
						  await invoke('echo', { payload: 1 }), await invoke('echo', { map: new Map([['a', 1]]) }),
						  await invoke('header', {}, { headers: { 'X-One': 'a' } }),
						  (await Promise.all(Array.from({ length: 200 }, (_, n) => invoke('echo', { n }))))
						    .every((answer, n) => answer.n === n)];
						""");
		assertThat(outcome.get("results").toString())
			.isEqualTo("[\"Hello, World ü😀!\",\"Hello, Hook!\",\"Command greet refused by the isolation hook\","
					+ "\"Command greet refused by the isolation hook: not today\","
					+ "\"Command greet refused by the isolation hook: it took too long\","
					+ "\"Command greet refused by the isolation hook\",true,3145728,{\"payload\":1},"
					+ "{\"map\":{\"a\":1}},\"a\",true]");
		assertThat(outcome.get("log").toString()).contains(
				"The isolation hook of 'classpath:/browser-isolation' took more than 30000 ms for greet", "Sure?");
	}

	// row 107: nonce, ciphertext and tag, as bytes, and the caller's headers within
	@Test
	void requestHasNothingInPlainText() throws Exception {
		JsonNode outcome = node("return window.__TAURI_INTERNALS__.invoke('header', { text: 'a secret' }, "
				+ "{ headers: { 'X-One': 'another secret' } });");
		assertThat(outcome.get("results").asString()).isEqualTo("another secret");
		assertThat(outcome.at("/last/headers").toString()).contains("tauri-callback").doesNotContain("x-one");
		int plain = 5 + "[[\"x-one\",\"another secret\"]]".length() + "{\"text\":\"a secret\"}".length();
		assertThat(outcome.at("/last/body").asString()).hasSize(12 + plain + 16).doesNotContain("secret", "x-one");
	}

	// row 139
	@Test
	void answersThatTakeLongComeBySocket() throws Exception {
		JsonNode outcome = node(
				"""
						const late = await Promise.all(Array.from({ length: 300 }, () => window.__TAURI_INTERNALS__.invoke('late')));
						return [late.filter((answer) => answer === 'late').length, window.sockets.map((socket) => socket.readyState)];
						""");
		assertThat(outcome.get("results").toString()).isEqualTo("[300,[1]]");
	}

	@Test
	void largeBytesOfLateAnswersAndMessagesCome() throws Exception {
		JsonNode outcome = node(
				"""
						const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
						let id;
						const message = new Promise((resolve) => { id = transformCallback((frame) => resolve(frame.message)); });
						const answer = await invoke('late_bytes', { size: 300000, channel: `__CHANNEL__:${id}` });
						return [answer, await message].map((bytes) => bytes instanceof ArrayBuffer && bytes.byteLength);
						""");
		assertThat(outcome.get("results").toString()).isEqualTo("[300000,300000]");
	}

	private JsonNode node(String calls) throws Exception {
		Path script = Path.of(getClass().getResource("/browser-isolation.mjs").toURI());
		Process node = new ProcessBuilder("node", "--experimental-websocket", script.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try {
			node.getOutputStream()
				.write(MAPPER.writeValueAsBytes(Map.of("base", base(), "cookie", this.cookie, "secret", this.secret,
						"limit", LIMIT_MILLIS, "calls", calls)));
			node.getOutputStream().close();
			String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return MAPPER.readTree(output);
		}
		finally {
			node.destroy();
		}
	}

	private byte[] key() throws Exception {
		Matcher key = KEY.matcher(frame(this.frame, "iframe").body());
		assertThat(key.find()).isTrue();
		return Base64.getDecoder().decode(key.group(1));
	}

	private byte[] seal(byte[] key, String command, String json) throws Exception {
		byte[] nonce = ByteBuffer.allocate(12).putLong(4, this.number++).array();
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD(command.getBytes(StandardCharsets.UTF_8));
		cipher.update(new byte[5]);
		byte[] sealed = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
		return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
	}

	private String call(String command, byte[] body) throws Exception {
		return call(command, body, "application/octet-stream");
	}

	private String call(String command, byte[] body, String type) throws Exception {
		return post("/__tauri__/ipc/" + command, body, "Tauri-Invoke-Key", this.key, "Tauri-Callback", "1",
				"Tauri-Error", "2", "Content-Type", type)
			.body();
	}

	private HttpResponse<String> frame(String url, String destination) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Sec-Fetch-Site", "cross-site");
		if (!destination.isEmpty()) {
			request.header("Sec-Fetch-Dest", destination);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String url, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
		if (!this.cookie.isEmpty()) {
			request.header("Cookie", this.cookie);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create(base() + path))
			.header("Cookie", this.cookie)
			.header("Origin", base())
			.headers(headers)
			.POST(BodyPublishers.ofByteArray(body))
			.build(), BodyHandlers.ofString());
	}

	private static String base() {
		return "http://127.0.0.1:" + port;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
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
		Mono<byte[]> lateBytes(int size, Channel<byte[]> channel) {
			channel.send(new byte[size]);
			return Mono.delay(Duration.ofMillis(100)).thenReturn(new byte[size]);
		}

		@TauriCommand
		JsonNode echo(InvokeRequest request) {
			return MAPPER.readTree(((InvokeBody.Json) request.body()).text());
		}

		@TauriCommand
		String header(InvokeRequest request) {
			return String.valueOf(request.headers().getFirst("X-One"));
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
