package dev.tauriboot.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
class IsolationApplicationTests {

	private static final String HOOK = "window.__TAURI_ISOLATION_HOOK__ = (message) => message;";

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
		return load().render("n0");
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
					.render("n"))
			.contains("const DIALECTS = ['v2'];");
	}

	// row 114
	@Test
	void onlyTheDocumentIsServed() throws IOException {
		write("index.html", "<script>" + HOOK + "</script>");
		IsolationWebHandler handler = new IsolationWebHandler(
				new IsolationPattern(load(), java.time.Duration.ofSeconds(1)), 100);
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
