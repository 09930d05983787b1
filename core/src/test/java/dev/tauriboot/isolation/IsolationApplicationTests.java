package dev.tauriboot.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IsolationApplication} and {@link IsolationWebHandler}.
 */
@ExtendWith(OutputCaptureExtension.class)
class IsolationApplicationTests {

	private static final String HOOK = "window.__TAURI_ISOLATION_HOOK__ = (message) => message;";

	private static final Duration LIMIT = Duration.ofMillis(1500);

	@TempDir
	private Path folder;

	private void write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private IsolationApplication load() {
		return IsolationApplication.load(new DefaultResourceLoader(), this.folder.toString(), List.of());
	}

	private String document() {
		return load().render("n0", LIMIT);
	}

	@Test
	void ownScriptComesFirst() throws IOException {
		write("index.html", "<!doctype html><html><head><title>x</title><script>" + HOOK + "</script></head></html>");
		assertThat(document()).startsWith("<!doctype html><html><head><script nonce=\"n0\">(() => { 'use strict'")
			.contains("<title>x</title><script nonce=\"n0\">" + HOOK + "</script>");
	}

	@Test
	void scriptsAndStylesAreInlined() throws IOException {
		write("index.html", """
				<head><link rel="stylesheet" href="/css/a.css"><script src="./hook.js" integrity="x" id="h"></script>
				<script src="late.js" defer></script><style>p {}</style></head>""");
		write("css/a.css", "b {}</style>");
		write("hook.js", HOOK + "'</script>'");
		write("late.js", "late()");
		assertThat(document())
			.contains("<style nonce=\"n0\">b {}<\\/style></style>",
					"<script nonce=\"n0\" id=\"h\">" + HOOK + "'\\u003c/script>'</script>",
					"<script nonce=\"n0\" defer src=\"data:text/javascript;charset=utf-8,late%28%29\"></script>",
					"<style nonce=\"n0\">p {}</style>")
			.doesNotContain("integrity", "hook.js", "a.css");
	}

	@Test
	void modulesBecomeAnImportMap() throws IOException {
		write("index.html", "<script type=\"module\" src=\"js/main.js\"></script>");
		write("js/main.js", "import { a } from './a.js'; // from './gone.js'\n" + HOOK);
		write("js/a.js", "export * from \"../b.js\"; export const a = 1; const lazy = () => import('./main.js');");
		write("b.js", "import '/js/a.js'; export default 'from';");
		String html = document();
		assertThat(html).contains("import { a } from 'tauri-module:/js/a.js'; // from './gone.js'",
				"\"tauri-module:/js/a.js\":\"data:text/javascript;charset=utf-8,export%20%2A%20from%20%22tauri-module%3A%2Fb.js",
				"import%28%27tauri-module%3A%2Fjs%2Fmain.js%27%29",
				"\"tauri-module:/b.js\":\"data:text/javascript;charset=utf-8,import%20%27tauri-module%3A%2Fjs%2Fa.js");
		assertThat(html.indexOf("importmap")).isLessThan(html.indexOf("import { a }"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					<script src="gone.js"></script>                                   | it has no gone.js
					<script type="module">import './x/gone.js'</script>               | it has no x/gone.js
					<script src="https://example.com/a.js"></script>                  | 'https://example.com/a.js' in index.html is no file of it
					<script src="//example.com/a.js"></script>                        | '//example.com/a.js' in index.html is no file of it
					<script src="../../etc/passwd"></script>                          | '../../etc/passwd' in index.html is no file of it
					<link rel="stylesheet" href="gone.css">                           | it has no gone.css
					<script type="importmap">{}</script>                              | it has an import map of its own; import modules by their paths
					<script>hook = 1; // window.__TAURI_ISOLATION_HOOK__ = x</script> | none of its scripts sets window.__TAURI_ISOLATION_HOOK__
					""")
	void problemIsSaid(String html, String problem) throws IOException {
		write("index.html", html);
		assertThatExceptionOfType(IsolationApplicationException.class).isThrownBy(this::load)
			.satisfies((ex) -> assertThat(ex.getProblem()).isEqualTo(problem))
			.satisfies((ex) -> assertThat(ex.getLocation()).isEqualTo(this.folder.toString()));
	}

	@Test
	void missingFolderIsSaid() {
		assertThatExceptionOfType(IsolationApplicationException.class).isThrownBy(
				() -> IsolationApplication.load(new DefaultResourceLoader(), "classpath:/no-such-folder", List.of()))
			.withMessage(
					"The isolation application at 'classpath:/no-such-folder' cannot be used: it has no index.html");
	}

	@Test
	void hookOfTheFirstVersionNeedsToBeConfirmed() throws IOException {
		write("index.html", "<script>" + HOOK + " p.cmd === 'tauri'</script>");
		assertThatExceptionOfType(IsolationApplicationException.class).isThrownBy(this::load)
			.withMessageContaining("Tauri 1");
		assertThat(
				IsolationApplication.load(new DefaultResourceLoader(), this.folder.toString(), List.of(HookDialect.V2))
					.render("n", LIMIT))
			.contains("const DIALECTS = ['v2'];");
	}

	@Test
	void everyScriptIsGuardedForWindows(CapturedOutput output) throws IOException {
		write("index.html",
				"""
						<script>inline()</script><script type="application/json">{}</script><script src="late.js" defer></script>
						<script type="text/ecmascript">odd(</script><script type="module" src="main.js"></script>""");
		write("late.js", "late()");
		write("main.js", "import './a.js'; " + HOOK);
		write("a.js", "import './main.js'; a()");
		IsolationApplication application = load();
		write("main.js", "replaced()");
		application.guard((script, module, call) -> {
			if (script.startsWith("odd")) {
				throw new IllegalArgumentException("Unexpected token (1:4)");
			}
			return call + "/*" + module + "*/;" + script;
		});
		String guard = "__TAURI_GUARD__()/*";
		assertThat(application.render("n0", LIMIT))
			.contains("const LIMIT = 1500;", ">" + guard + "false*/;inline()</script>",
					"<script nonce=\"n0\" type=\"application/json\">{}</script>",
					"javascript;charset=utf-8,__TAURI_GUARD__%28%29%2F%2Afalse%2A%2F%3Blate%28%29", ">odd(</script>",
					">" + guard + "true*/;import 'tauri-module:/a.js'; " + HOOK,
					"__TAURI_GUARD__%28%29%2F%2Atrue%2A%2F%3Bimport%20%27tauri-module%3A%2Fmain.js%27%3B%20a%28%29")
			.doesNotContain("replaced()");
		assertThat(output).contains("index.html of the isolation application at '" + this.folder
				+ "' cannot be read (Unexpected token (1:4)): should it run on for ever, it cannot be ended");
		assertThat(new String(application.render("n0", new byte[0]), StandardCharsets.UTF_8)).contains(">inline()")
			.doesNotContain("__TAURI_GUARD__");
	}

	// row 114
	@Test
	void onlyTheDocumentIsServed() throws IOException {
		write("index.html", "<script>" + HOOK + "</script>");
		IsolationWebHandler handler = new IsolationWebHandler(new IsolationPattern(load(), Duration.ofSeconds(1)), 100);
		MockServerHttpResponse document = get(handler, "/");
		assertThat(document.getStatusCode()).isNull();
		assertThat(document.getHeaders().getFirst("Content-Type")).startsWith("text/html");
		String policy = document.getHeaders().getFirst("Content-Security-Policy");
		assertThat(policy).startsWith("default-src 'none'; script-src 'nonce-").contains("; sandbox allow-scripts");
		assertThat(document.getHeaders().getFirst("Access-Control-Allow-Origin")).isNull();
		String html = document.getBodyAsString().block();
		String nonce = policy.replaceAll(".*script-src 'nonce-([^']+)'.*", "$1");
		assertThat(html).contains("<script nonce=\"" + nonce + "\">" + HOOK);
		assertThat(get(handler, "/").getHeaders().getFirst("Content-Security-Policy")).isNotEqualTo(policy);
		for (String path : new String[] { "/index.html", "/hook.js", "/x" }) {
			MockServerHttpResponse response = get(handler, path);
			assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
			assertThat(response.getBodyAsString().block()).isNullOrEmpty();
		}
	}

	private static MockServerHttpResponse get(IsolationWebHandler handler, String path) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("http://isolation.localhost" + path));
		handler.handle(exchange).block();
		return exchange.getResponse();
	}

}
