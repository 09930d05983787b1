package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.test.HookOutcome;
import dev.tauriboot.test.IsolationHookTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hook of the older dialect that blocks paths by how they begin: whatever name a page
 * has for a file, the hook sees the path that the plugin opens (v1-compat 5.4).
 */
class IsolationPathTests {

	@TempDir
	private static Path folder;

	private static IsolationHookTester hook;

	@BeforeAll
	static void open() throws IOException {
		Files.writeString(folder.resolve("index.html"), """
				<script>
				window.__TAURI_ISOLATION_HOOK__ = (payload) => {
				  const { path, oldPath, source, options } = payload.message.args;
				  console.log(options ? `${path} ${JSON.stringify(options)}` : `${path}`);
				  return [path, oldPath, source].some((one) => one?.startsWith('/etc')) ? null : payload;
				};
				</script>""");
		hook = IsolationHookTester.of(folder.toUri().toString(), Duration.ofSeconds(60), HookDialect.INVOKE);
	}

	@AfterAll
	static void close() {
		hook.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
			plugin:fs|read_file      ; path     ; /etc/passwd
			plugin:fs|read_file      ; path     ; file:///etc/passwd
			plugin:fs|read_file      ; path     ; FILE:/etc/passwd
			plugin:fs|read_file      ; path     ; ^ file:///etc/passwd^
			plugin:fs|read_file      ; path     ; file:////etc/passwd
			plugin:fs|read_file      ; path     ; file:///%65tc/passwd
			plugin:fs|read_file      ; path     ; //etc/passwd
			plugin:fs|read_file      ; path     ; /./etc/passwd
			plugin:fs|read_text_file ; path     ; file:///etc/passwd
			plugin:fs|open           ; path     ; file:///etc/passwd
			plugin:fs|stat           ; path     ; //etc/passwd
			plugin:fs|rename         ; oldPath  ; file:///etc/passwd
			plugin:fs|copy_file      ; fromPath ; file:///etc/passwd
			plugin:shell|open        ; path     ; file:///etc/passwd
			""")
	void everyNameOfABlockedFileIsBlocked(String command, String key, String path) {
		HookOutcome outcome = hook.pass(command, Map.of(key, path));
		assertThat(outcome.reason()).isEqualTo("Command " + command + " refused by the isolation hook");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "file:///etc/passwd", "%2Fetc%2Fpasswd", "//etc/passwd" })
	void fileToWriteIsNamedByAHeader(String path) {
		assertThat(hook.pass("plugin:fs|write_file", new byte[] { 1 }, Map.of("path", path)).isRefused()).isTrue();
		assertThat(hook.pass("plugin:fs|write_text_file", Map.of(), Map.of("Path", path)).isRefused()).isTrue();
	}

	@Test
	void othersGoAsTheyCame() {
		hook.clear();
		assertThat(hook.pass("plugin:fs|read_file", Map.of("path", "file:///home/a%20b")).json().toString())
			.isEqualTo("{\"path\":\"file:///home/a%20b\"}");
		assertThat(hook.pass("plugin:shell|open", Map.of("path", "https://a.example//b")).json().toString())
			.isEqualTo("{\"path\":\"https://a.example//b\"}");
		assertThat(hook.pass("read", Map.of("path", "file:///etc/a")).isRefused()).as("a command of one's own")
			.isFalse();
		assertThat(hook.console()).containsExactly("log: /home/a b", "log: https://a.example//b", "log: file:///etc/a");
	}

	@Test
	void fileThatIsWrittenKeepsItsHeader() {
		HookOutcome outcome = hook.pass("plugin:fs|write_file", new byte[] { 1 }, Map.of("path", "%2Fhome%2Fa"));
		assertThat(outcome.bytes()).containsExactly(1);
		assertThat(outcome.headers().getFirst("path")).isEqualTo("%2Fhome%2Fa");
	}

	// v1-compat 3.3: the numbers of base directories are those of the older names
	@Test
	void directoryIsShownBesideARelativePath() {
		hook.clear();
		HookOutcome read = hook.pass("plugin:fs|read_file", Map.of("path", "a", "options", Map.of("baseDir", 6)));
		assertThat(read.json().at("/options").toString()).isEqualTo("{\"baseDir\":6}");
		Map<String, String> headers = Map.of("path", "a", "options", "{\"append\":true,\"baseDir\":21}");
		HookOutcome written = hook.pass("plugin:fs|write_file", new byte[] { 1 }, headers);
		assertThat(written.headers().getFirst("options")).isEqualTo(headers.get("options"));
		hook.pass("plugin:fs|write_file", new byte[] { 1 }, Map.of("path", "a", "options", "undefined"));
		assertThat(hook.console()).containsExactly("log: a {\"dir\":7}", "log: a {\"append\":true,\"dir\":11}",
				"log: a");
	}

}
