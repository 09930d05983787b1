package dev.tauriboot.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.authority.AccessEvent;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.window.WebviewProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access control as documents in a real engine see it, with the npm package as it is.
 */
@TauriTest(runtime = RuntimeType.JAVAFX,
		properties = { "tauri.build.frontend-dist=classpath:/", "tauri.app.exit-on-last-window-closed=false",
				"tauri.app.security.acl-errors=detailed", "tauri.app.security.capabilities.a.windows=main",
				"tauri.app.security.capabilities.a.permissions=core:default,allow-greet" })
@Import({ AccessControlPageTests.Commands.class, AccessControlPageTests.Denials.class })
class AccessControlPageTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String FOREIGN = """
			<!doctype html><script>
			let above = 'reached';
			try { parent.__TAURI_INTERNALS__.invoke('secret'); } catch (error) { above = error.name; }
			const tell = (door) => parent.postMessage([typeof window.__TAURI_INTERNALS__, above, door], '*');
			fetch('http://ipc.localhost/secret', { method: 'POST', body: '{}' })
			  .then((response) => tell(response.ok), () => tell(false));
			</script>""";

	private static final String CALLS = """
			const { invoke } = await import('@tauri-apps/api/core');
			const outcome = (call) => call
			  .then((value) => 'ok ' + value, (reason) => String(reason.message ?? reason));
			""";

	private static final String CALL_IF_THERE_IS_A_DOOR = """
			window.outcome = 'no door';
			const internals = window.__TAURI_INTERNALS__;
			if (internals) {
			  outcome = null;
			  internals.invoke('greet', { userName: 'x' }).then(() => outcome = 'ok', (reason) => outcome = reason);
			}
			null""";

	private final WebviewTester tester;

	private final Commands commands;

	private HttpServer server;

	@Autowired
	AccessControlPageTests(WebviewTester tester, Commands commands) {
		this.tester = tester;
		this.commands = commands;
	}

	@BeforeEach
	void start() throws IOException {
		this.commands.calls.clear();
		byte[] page = FOREIGN.getBytes(StandardCharsets.UTF_8);
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private String js(String body) {
		return this.tester.awaitLoaded().run(CALLS + body, LIMIT).toString();
	}

	@Test
	void pageGetsWhatItIsGrantedAndNothingElse(@Autowired Denials denials) {
		assertThat(js("return outcome(invoke('greet', { userName: 'x' }));")).isEqualTo("\"ok Hello, x!\"");
		assertThat(js("return outcome(invoke('secret'));"))
			.startsWith("\"secret not allowed. Permissions associated with this command: allow-secret");
		assertThat(js("""
				const { getCurrentWindow, LogicalSize } = await import('@tauri-apps/api/window');
				return outcome(getCurrentWindow().setSize(new LogicalSize(10, 10)));"""))
			.startsWith("\"window.set_size not allowed. Permissions associated with this command: ")
			.contains("core:window:allow-set-size");
		assertThat(this.commands.calls).containsExactly("greet");
		assertThat(denials.commands).contains("secret", "plugin:window|set_size").doesNotContain("greet");
	}

	@Test
	void capabilityAddedLaterCountsForThePageThatIsOpen(@Autowired RuntimeAuthority authority) {
		assertThat(js("window.before = 1; return outcome(invoke('later'));")).startsWith("\"later not allowed");
		authority.add(List.of(Capability.withId("b").windows("main").permissions("allow-later").build()));
		assertThat(js("return [window.before, await outcome(invoke('later'))];")).isEqualTo("[1,\"ok null\"]");
	}

	@Test
	void frameOfOurOwnOriginHasNoIdentity() {
		assertThat(js("""
				const frame = document.createElement('iframe');
				const loaded = new Promise((resolve) => { frame.onload = resolve; });
				frame.src = '/other.html';
				document.body.append(frame);
				await loaded;
				const inside = frame.contentWindow;
				inside.document.querySelector('#greet').click();
				const door = await inside.fetch('http://ipc.localhost/greet', { method: 'POST', body: '{}' })
				  .then((response) => response.ok, () => false);
				frame.remove();
				return [typeof inside.__TAURI_INTERNALS__, door];""")).isEqualTo("[\"undefined\",false]");
		assertThat(this.commands.calls).isEmpty();
	}

	@Test
	void frameOfAForeignOriginHasNoIdentity() {
		assertThat(js("""
				const told = new Promise((resolve) => addEventListener('message', (event) => resolve(event.data)));
				const frame = document.createElement('iframe');
				frame.src = 'http://localhost:%d/frame';
				document.body.append(frame);
				const answer = await told;
				frame.remove();
				return answer;""".formatted(this.server.getAddress().getPort())))
			.matches("\\[\"undefined\",\"(SecurityError|TypeError)\",false]");
		assertThat(this.commands.calls).isEmpty();
	}

	@Test
	void pageOfAForeignOriginIsRefused() {
		this.tester.awaitLoaded();
		String home = this.tester.webview().url();
		this.tester.webview().navigate("http://localhost:%d/page".formatted(this.server.getAddress().getPort()));
		try {
			WebviewProbe probe = (WebviewProbe) this.tester.webview();
			Awaitility.await()
				.atMost(LIMIT)
				.until(() -> Boolean.TRUE
					.equals(probe.evaluate("location.pathname === '/page' && document.readyState === 'complete'")));
			probe.evaluate(CALL_IF_THERE_IS_A_DOOR);
			Awaitility.await().atMost(LIMIT).until(() -> probe.evaluate("outcome") != null);
			assertThat(probe.evaluate("outcome")).asString()
				.matches("no door|greet not allowed on window \"main\", webview \"main\", URL: http:[\\s\\S]*");
		}
		finally {
			this.tester.webview().navigate(home);
			this.tester.waitFor("document.querySelector('#greet') !== null");
		}
		assertThat(this.commands.calls).isEmpty();
		assertThat(js("return outcome(invoke('greet', { userName: 'x' }));")).isEqualTo("\"ok Hello, x!\"");
	}

	static class Commands {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@TauriCommand
		String greet(String userName) {
			this.calls.add("greet");
			return "Hello, " + userName + "!";
		}

		@TauriCommand
		void secret() {
			this.calls.add("secret");
		}

		@TauriCommand
		void later() {
			this.calls.add("later");
		}

	}

	static class Denials {

		private final List<String> commands = new CopyOnWriteArrayList<>();

		@EventListener
		void denied(AccessEvent.Denied event) {
			this.commands.add(event.request().command());
		}

	}

}
