package dev.tauriboot.asset;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AppWebHandler}.
 */
class AppWebHandlerTests {

	private static final String GUEST = "META-INF/tauri/guest-js/";

	@TempDir
	Path folder;

	Path app;

	@BeforeEach
	void writeApp() throws IOException {
		this.app = Files.createDirectories(this.folder.resolve("my app"));
		write("index.html", "<head><title>index</title>");
		write("about.html", "about page");
		write("about/index.html", "about index");
		write("docs/index.html", "docs index");
		write("a b#100%.js", "export default 'ü';");
		write("main.mjs", "1");
		Files.writeString(this.folder.resolve("secret.txt"), "secret");
	}

	@ParameterizedTest
	@CsvSource({ "/, index", "'', index", "/index.html, index", "/about, about page", "/about/, about page",
			"/docs, docs index", "/no/such/route, index", "/note/12:30, index", "/%2Fetc/passwd, index",
			"/%5Cetc, index", "/C:%5Csecret, index", "/no%0Aname, index" })
	void findsByLookupOrder(String path, String expected) { // row 133
		assertThat(body(get(handler(CspOptions.NONE), path))).contains(expected)
			.startsWith(expected.equals("index") ? "<head><script>BOOT</script>" : "<script>BOOT</script>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%5Csecret.txt",
			"/about/..%2f..%2fsecret.txt", "/index.html%00.js" })
	void nothingOutsideTheRoot(String path) { // row 130, for assets
		MockServerHttpResponse response = get(handler(CspOptions.NONE), path);
		assertThat(response.getStatusCode().value()).isEqualTo(500);
		assertThat(response.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain");
		assertThat(body(response)).startsWith("asset not found: ");
	}

	@Test
	void missingAssetSaysWhich() throws IOException {
		Files.delete(this.app.resolve("index.html"));
		assertThat(body(get(handler(CspOptions.NONE), "/no/such/"))).isEqualTo("asset not found: no/such");
	}

	@Test
	void modulesHaveTheirTypeWithoutCharset() {
		MockServerHttpResponse response = get(handler(CspOptions.NONE), "/a%20b%23100%25.js?x=1");
		assertThat(response.getHeaders().getFirst("Content-Type")).isEqualTo("text/javascript");
		assertThat(response.getHeaders().getContentLength()).isEqualTo(20);
		assertThat(response.getHeaders().getAccessControlAllowOrigin()).isEqualTo("http://tauri.localhost");
		assertThat(body(response)).isEqualTo("export default 'ü';");
	}

	@ParameterizedTest
	@CsvSource({ "x.css, text/css", "x.LESS, text/css", "x.mjs, text/javascript", "x.json, application/json",
			"x.jsonld, application/ld+json", "x.svg, image/svg+xml", "x.csv, text/csv",
			"x.ico, image/vnd.microsoft.icon", "x.mp4, video/mp4", "x.rtf, application/rtf", "x.txt, text/plain",
			"x.bin, application/octet-stream", "x.wasm, application/wasm", "x.woff2, font/woff2", "x.avif, image/avif",
			"x.webp, image/webp", "x.js.map, application/json", "x.png, image/png", "noext, text/html" })
	void mediaTypesByExtension(String name, String type) throws IOException {
		write(name, "?");
		assertThat(get(handler(CspOptions.NONE), "/" + name).getHeaders().getContentType())
			.hasToString(type.equals("text/html") ? "text/html" : type);
	}

	@Test
	void unknownExtensionIsSniffed() throws IOException {
		write("picture", "GIF89a");
		assertThat(get(handler(CspOptions.NONE), "/picture").getHeaders().getFirst("Content-Type"))
			.isEqualTo("image/gif");
	}

	@Test
	void headHasLengthAndNoBody() { // row 132
		for (String path : List.of("/main.mjs", "/about")) {
			MockServerHttpResponse full = get(handler(CspOptions.NONE), path);
			MockServerHttpResponse response = handle(handler(CspOptions.NONE),
					MockServerHttpRequest.head(path).build());
			assertThat(response.getHeaders().getContentLength()).isEqualTo(body(full).length());
			assertThat(body(response)).isEmpty();
		}
	}

	@Test
	void otherMethodsAreRefused() {
		MockServerHttpResponse response = handle(handler(CspOptions.NONE),
				MockServerHttpRequest.post("http://tauri.localhost/").build());
		assertThat(response.getStatusCode().value()).isEqualTo(405);
		assertThat(response.getHeaders().getAllow()).containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD);
	}

	@Test
	void mediaHasRanges() throws IOException {
		write("film.mp4", "0123456789");
		MockServerHttpResponse response = handle(handler(CspOptions.NONE),
				MockServerHttpRequest.get("/film.mp4").header("Range", "bytes=2-4").build());
		assertThat(response.getStatusCode().value()).isEqualTo(206);
		assertThat(body(response)).isEqualTo("234");
	}

	@Test
	void withoutPolicyNothingOfThePageChanges() throws IOException { // row 137
		String html = "<HEAD><style>p{}</style><script nonce=__TAURI_SCRIPT_NONCE__ src=http://x/a.js></script>";
		write("p.html", html);
		MockServerHttpResponse response = get(handler(CspOptions.NONE), "/p.html");
		assertThat(response.getHeaders().containsHeader("Content-Security-Policy")).isFalse();
		assertThat(body(response)).isEqualTo(html.replace("<HEAD>", "<HEAD><script>BOOT</script>"));
		assertThat(response.getHeaders().getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
	}

	@Test
	void policyNamesNoncesAndHashesOfThePage() throws IOException { // rows 134, 135
		write("p.html", "<head><style>p{}</style><style nonce=mine></style><script src=http://x/a.js></script>"
				+ "<script src=b.js></script><script>let a\r\n= 1</script><i data-n=__TAURI_STYLE_NONCE__></i>");
		AppWebHandler handler = handler(csp("default-src 'self'"));
		MockServerHttpResponse response = get(handler, "/p.html");
		String policy = response.getHeaders().getFirst("Content-Security-Policy");
		String body = body(response);
		List<String> inBody = found("nonce=\"(\\d+)\"|data-n=(\\d+)", body);
		assertThat(inBody).hasSize(4).doesNotHaveDuplicates();
		assertThat(found("'nonce-(\\d+)'()", policy)).containsExactlyInAnyOrderElementsOf(inBody);
		assertThat(policy).contains(HtmlPreparer.hash("let a\n= 1".getBytes(StandardCharsets.UTF_8)),
				HtmlPreparer.hash("1".getBytes(StandardCharsets.UTF_8)));
		assertThat(body).contains("<style nonce=mine>", "<script src=b.js>")
			.doesNotContain("__TAURI_")
			.startsWith("<head><script nonce=\"");
		assertThat(found("'nonce-(\\d+)'()", get(handler, "/p.html").getHeaders().getFirst("Content-Security-Policy")))
			.hasSize(4)
			.doesNotContainAnyElementsOf(inBody);
	}

	@Test
	void bootstrapComesByAddressWhereInlineScriptsAreForbidden() throws IOException {
		write("p.html", "<head><title>p</title>");
		ContentSecurityPolicy policy = ContentSecurityPolicy.parse("default-src 'self'");
		AppWebHandler handler = handler(new CspOptions(policy, true, List.of(), List.of()));
		MockServerHttpResponse response = get(handler, "/p.html");
		assertThat(body(response))
			.isEqualTo("<head><script src=\"/__tauri__/guest/bootstrap.js\"></script><title>p</title>");
		assertThat(response.getHeaders().getFirst("Content-Security-Policy")).isEqualTo("default-src 'self'");
		MockServerHttpResponse script = get(handler, "/__tauri__/guest/bootstrap.js");
		assertThat(body(script)).isEqualTo("BOOT");
		assertThat(script.getHeaders().getFirst("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
		AppWebHandler none = handler(
				new CspOptions(ContentSecurityPolicy.parse("script-src 'none'"), true, List.of(), List.of()));
		assertThat(body(get(none, "/p.html"))).contains("BOOT");
		assertThat(get(none, "/__tauri__/guest/bootstrap.js").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void unmodifiedPolicyAddsNoNonce() throws IOException { // row 136
		write("p.html", "<head><style></style><script src=http://x></script>");
		ContentSecurityPolicy policy = ContentSecurityPolicy.parse("script-src 'unsafe-inline'");
		MockServerHttpResponse response = get(handler(new CspOptions(policy, true, List.of(), List.of())), "/p.html");
		assertThat(body(response)).doesNotContain("nonce");
		assertThat(response.getHeaders().getFirst("Content-Security-Policy")).isEqualTo("script-src 'unsafe-inline'");
		String styles = body(get(handler(new CspOptions(policy, false, List.of("style-src"), List.of())), "/p.html"));
		assertThat(styles).contains("<style>", "<script nonce=\"");
	}

	@Test
	void changedPageIsPreparedAgain() throws IOException {
		AppWebHandler handler = handler(CspOptions.NONE);
		assertThat(body(get(handler, "/about"))).contains("about page");
		write("about.html", "fresh page");
		Files.setLastModifiedTime(this.app.resolve("about.html"), FileTime.fromMillis(1));
		assertThat(body(get(handler, "/about"))).contains("fresh page");
	}

	@Test
	void declaredCharsetIsRead() throws IOException {
		Files.write(this.app.resolve("l.html"), "<meta charset=iso-8859-1>ü".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(body(get(handler(CspOptions.NONE), "/l"))).endsWith("ü");
	}

	@Test
	void extraHeadersAreSent() {
		AssetHeaders headers = AssetHeaders.of(Map.of("X-A", "1", "X-B", List.of("a", "b"), "X-C", Map.of("k", "v")));
		MockServerHttpResponse response = get(handler("file:" + this.app, null, CspOptions.NONE, headers), "/main.mjs");
		assertThat(response.getHeaders().getFirst("X-A")).isEqualTo("1");
		assertThat(response.getHeaders().getFirst("X-B")).isEqualTo("a, b");
		assertThat(response.getHeaders().getFirst("X-C")).isEqualTo("k v");
		assertThatIllegalArgumentException().isThrownBy(() -> AssetHeaders.of(Map.of("X", "a\r\nY: b")));
		assertThatIllegalArgumentException().isThrownBy(() -> AssetHeaders.of(Map.of("content-Type", "a")));
	}

	@Test
	void servesFromJar() throws Exception {
		Path jar = this.folder.resolve("app.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			entry(out, "app/", "");
			entry(out, "app/index.html", "jar index");
			entry(out, "app/docs/", "");
			entry(out, "app/docs/index.html", "jar docs");
			entry(out, "app/x.js", "42");
			entry(out, "secret.js", "secret");
			entry(out, GUEST + "import-map.json", "{\"@a/b\":\"@a/b/c.js\"}");
			entry(out, GUEST + "@a/b/c.js", "guest");
			entry(out, GUEST + "global/plugin-os.js", "os");
			entry(out, GUEST + "global/plugin-fs.js", "fs");
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			AppWebHandler handler = handler("classpath:/app", loader, csp("script-src a"), AssetHeaders.NONE);
			assertThat(body(get(handler, "/docs"))).contains("jar docs");
			MockServerHttpResponse index = get(handler, "/");
			assertThat(body(index)).contains("jar index");
			assertThat(index.getHeaders().getFirst("Content-Security-Policy"))
				.contains(HtmlPreparer.hash("42".getBytes(StandardCharsets.UTF_8)));
			assertThat(body(get(handler, "/x.js"))).isEqualTo("42");
			assertThat(body(get(handler, "/%2e%2e/secret.js"))).startsWith("asset not found");
			MockServerHttpResponse guest = get(handler, "/__tauri__/guest/%40a/b/c.js");
			assertThat(body(guest)).isEqualTo("guest");
			assertThat(guest.getHeaders().getFirst("Content-Type")).isEqualTo("text/javascript");
			assertThat(guest.getHeaders().getCacheControl()).contains("max-age");
			for (String hostile : List.of("../../../secret.js", "%2e%2e/%2e%2e/%2e%2e/secret.js", "@a/b", "",
					"/x.js")) {
				assertThat(get(handler, "/__tauri__/guest/" + hostile).getStatusCode().value()).isEqualTo(404);
			}
			GuestScripts scripts = new GuestScripts(JsonMapper.shared(), loader);
			assertThat(scripts.importMap()).isEqualTo("{\"imports\":{\"@a/b\":\"/__tauri__/guest/@a/b/c.js\"}}");
			assertThat(scripts.globalPlugins(List.of("os", "none", "../../x", "fs"))).containsExactly("os", "fs");
		}
	}

	@Test
	void jarWithoutDirectoryEntriesIsServed() throws Exception {
		Path jar = this.folder.resolve("flat.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			entry(out, "app/index.html", "flat index");
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			AppWebHandler handler = handler("classpath:/app", loader, csp("script-src a"), AssetHeaders.NONE);
			assertThat(body(get(handler, "/"))).contains("flat index");
		}
	}

	private static void entry(JarOutputStream out, String name, String text) throws IOException {
		out.putNextEntry(new ZipEntry(name));
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void importMapCannotEndItsElement() throws Exception {
		Path jar = this.folder.resolve("hostile.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			entry(out, GUEST + "import-map.json", "{\"</script><!--\":\"a\u2028b/</script>.js\"}");
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			String json = new GuestScripts(JsonMapper.shared(), loader).importMap();
			assertThat(json).doesNotContain("<").doesNotContain("\u2028");
			assertThat(JsonMapper.shared().readTree(json).get("imports").get("</script><!--").asString())
				.isEqualTo("/__tauri__/guest/a%E2%80%A8b/%3C/script%3E.js");
		}
	}

	private static CspOptions csp(String policy) {
		return new CspOptions(ContentSecurityPolicy.parse(policy), false, List.of(), List.of());
	}

	private AppWebHandler handler(CspOptions csp) {
		return handler("file:" + this.app, null, csp, AssetHeaders.NONE);
	}

	private static AppWebHandler handler(String location, @Nullable ClassLoader loader, CspOptions csp,
			AssetHeaders headers) {
		return new AppWebHandler(new AppAssets(new DefaultResourceLoader(loader), location),
				new GuestScripts(JsonMapper.shared(), loader), new HtmlInjector("BOOT", null), csp, headers);
	}

	private static MockServerHttpResponse get(AppWebHandler handler, String path) {
		return handle(handler,
				MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://tauri.localhost" + path)).build());
	}

	private static MockServerHttpResponse handle(AppWebHandler handler, MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		handler.handle(exchange).block();
		return exchange.getResponse();
	}

	private static String body(MockServerHttpResponse response) {
		String body = response.getBodyAsString().block();
		return (body != null) ? body : "";
	}

	private static List<String> found(String regex, String text) {
		Matcher matcher = Pattern.compile(regex).matcher(text);
		return matcher.results()
			.map((result) -> (result.group(1) != null) ? result.group(1) : result.group(2))
			.toList();
	}

	private void write(String name, String text) throws IOException {
		Path file = this.app.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
