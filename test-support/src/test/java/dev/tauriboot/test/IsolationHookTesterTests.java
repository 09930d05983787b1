package dev.tauriboot.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.isolation.IsolationApplicationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IsolationHookTester}.
 */
class IsolationHookTesterTests {

	// What answers at once has to be in time on a busy machine.
	private static final Duration LONG = Duration.ofSeconds(30);

	private static IsolationHookTester hook;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open() {
		hook = IsolationHookTester.of("classpath:/isolation", LONG);
	}

	@AfterAll
	static void close() {
		hook.close();
	}

	@BeforeEach
	void forget() {
		hook.answer(false).clear();
	}

	@Test
	void messagePassesUnchanged() {
		HookOutcome outcome = hook.pass("greet", Map.of("userName", "World"), Map.of("X-One", "a"));
		assertThat(outcome.isRefused()).isFalse();
		assertThat(outcome.command()).isEqualTo("greet");
		assertThat(outcome.json().toString()).isEqualTo("{\"userName\":\"World\"}");
		assertThat(outcome.headers().getFirst("x-one")).isEqualTo("a");
		assertThat(outcome.headers().headerNames()).hasSize(1);
		assertThat(hook.pass("quit").json()).isEmpty();
		assertThat(hook.pass("quit", null).json().isNull()).isTrue();
	}

	@Test
	void changedMessageIsGiven() {
		assertThat(hook.pass("greet", Map.of("rule", "change")).json().toString()).isEqualTo("{\"userName\":\"Hook\"}");
		assertThat(hook.pass("nope", Map.of("rule", "command")).command()).isEqualTo("greet");
		assertThat(hook.pass("add", Map.of("rule", "changeLater", "n", 1)).json().get("n").asInt()).isEqualTo(41);
	}

	@Test
	void refusalIsGiven() {
		HookOutcome outcome = hook.pass("greet", Map.of("rule", "throw"));
		assertThat(outcome.isRefused()).isTrue();
		assertThat(outcome.reason()).isEqualTo("Command greet refused by the isolation hook: not today");
		assertThat(hook.pass("greet", Map.of("rule", "reject")).reason()).endsWith("not tomorrow");
		assertThat(hook.pass("greet", Map.of("rule", "null")).reason()).endsWith("refused by the isolation hook");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(outcome::json)
			.withMessageContaining("refused it: Command greet");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> hook.pass("greet").reason())
			.withMessageContaining("passed greet with {}");
	}

	@Test
	void messageThatTakesTooLongIsRefused() {
		try (IsolationHookTester quick = IsolationHookTester.of("classpath:/isolation", Duration.ofSeconds(1))) {
			Awaitility.await("the hook").until(() -> !quick.pass("greet").isRefused());
			assertThat(quick.pass("greet", Map.of("rule", "never")).reason()).endsWith("it took too long");
			assertThat(quick.pass("greet", Map.of("rule", "endless")).reason())
				.matches("Command greet refused by the isolation hook: it was busy for \\d+ ms");
		}
	}

	@Test
	void bytesPass() {
		assertThat(hook.pass("save", new byte[] { 0, -1, 7 }).bytes()).containsExactly(0, -1, 7);
		assertThat(hook.pass("save", new byte[] { 1, 1 }).bytes()).containsExactly(249, 249);
		assertThat(hook.pass("save", new byte[] { 2, 2 }).reason()).endsWith(": bytes");
	}

	@Test
	void dialogsAreAnswered() {
		Map<String, String> args = Map.of("rule", "confirm", "question", "Delete?");
		assertThat(hook.pass("echo", args).isRefused()).isTrue();
		assertThat(hook.answer(true).pass("echo", args).isRefused()).isFalse();
		assertThat(hook.answer((question) -> question.startsWith("Keep")).pass("echo", args).isRefused()).isTrue();
		hook.pass("echo", Map.of("rule", "alert"));
		assertThat(hook.dialogs()).containsExactly("Delete?", "Delete?", "Delete?", "seen");
	}

	@Test
	void consoleIsKept() {
		hook.pass("echo", Map.of("rule", "console"));
		assertThat(hook.console()).containsExactly("log: hook says hello");
		assertThat(hook.dialogs()).isEmpty();
	}

	@Test
	void reloadedHookHasSeenNothing() {
		hook.pass("greet", Map.of("n", 1));
		hook.reload();
		assertThat(hook.pass("echo", Map.of("ask", "seen")).json().get("seen")).isEmpty();
	}

	@Test
	void olderDialectIsToldByTheCode() {
		try (IsolationHookTester rules = IsolationHookTester.of("classpath:/isolation-rules", LONG)) {
			assertThat(rules.pass("greet", Map.of("userName", "x")).isRefused()).isFalse();
			assertThat(rules.pass("unlisted").isRefused()).isTrue();
			assertThat(rules.console()).containsExactly("warn: unlisted is not on the list");
			assertThat(rules.pass("plugin:fs|read_file", Map.of("path", "/etc/passwd")).isRefused()).isTrue();
			assertThat(rules.emit("app:hello", 1).isRefused()).isFalse();
			assertThat(rules.emit("hello", null).reason()).endsWith("event hello is unknown");
		}
		try (IsolationHookTester rules = IsolationHookTester.of("classpath:/isolation-rules", LONG, HookDialect.V2)) {
			assertThat(rules.pass("unlisted").isRefused()).isFalse();
		}
	}

	// v1-compat 5.5: what the message does not show can be read by name
	@Test
	void messageHasTheFieldsOfOlderOnes() throws IOException {
		Files.writeString(this.folder.resolve("index.html"),
				"""
						<script>
						window.__TAURI_ISOLATION_HOOK__ = (m) => {
						  if (m.cmd === 'plugin:window|set_title' && m.value === '') { return null; }
						  if (m.cmd === 'search' && (!('pattern' in m) || m.pattern.includes('..'))) { return null; }
						  const { message, event, __tauriModule: module } = m;
						  return { ...m, payload: { keys: Object.keys(m), module, alias: message.cmd, event, args: message.args } };
						};
						</script>""");
		try (IsolationHookTester own = IsolationHookTester.of(this.folder.toUri().toString(), LONG, HookDialect.V2)) {
			assertThat(own.pass("search", Map.of("pattern", "tea")).json().toString())
				.isEqualTo("{\"keys\":[\"cmd\",\"callback\",\"error\",\"payload\",\"options\"],\"alias\":\"search\","
						+ "\"args\":{\"pattern\":\"tea\"}}");
			assertThat(own.pass("search", Map.of("pattern", "../tea")).isRefused()).isTrue();
			assertThat(own.pass("search", Map.of("cmd", "greet")).isRefused()).isTrue();
			assertThat(own.pass("plugin:fs|read_file", Map.of("path", "file:///a")).json().toString())
				.endsWith("\"module\":\"Fs\",\"alias\":\"readFile\",\"args\":{\"path\":\"/a\"}}");
			assertThat(own.pass("plugin:window|set_title", Map.of("value", "")).isRefused()).isTrue();
			assertThat(own.emit("hello", null).json().get("event").asString()).isEqualTo("hello");
		}
	}

	@Test
	void folderIsRead() throws IOException {
		Files.writeString(this.folder.resolve("index.html"), "<script src=hook.js></script>");
		Files.writeString(this.folder.resolve("hook.js"),
				"console.info('early', 1); window.__TAURI_ISOLATION_HOOK__ = (m) => { console.error('late'); return m; };");
		try (IsolationHookTester own = IsolationHookTester.of(this.folder.toUri().toString(), LONG)) {
			assertThat(own.pass("x").isRefused()).isFalse();
			assertThat(own.console()).contains("error: late");
			own.pass("x");
			assertThat(own.console()).contains("info: early 1");
		}
	}

	@Test
	void unusableApplicationIsNamed() throws IOException {
		assertThatExceptionOfType(IsolationApplicationException.class)
			.isThrownBy(() -> IsolationHookTester.of("classpath:/nowhere"))
			.withMessageContaining("'classpath:/nowhere' cannot be used: it has no index.html");
		Files.writeString(this.folder.resolve("index.html"), "<script>window.hook = 1;</script>");
		assertThatExceptionOfType(IsolationApplicationException.class)
			.isThrownBy(() -> IsolationHookTester.of(this.folder.toString()))
			.withMessageContaining("none of its scripts sets window.__TAURI_ISOLATION_HOOK__");
	}

	@Test
	void hookThatIsNeverSetRefuses() {
		try (IsolationHookTester silent = IsolationHookTester.of("classpath:/isolation-silent",
				Duration.ofMillis(500))) {
			assertThat(silent.pass("greet").reason()).contains("has not set window.__TAURI_ISOLATION_HOOK__");
		}
	}

}
