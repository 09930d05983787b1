package dev.tauriboot.asset;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.scope.GrantedPaths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssetProtocol} and {@link AssetScope}.
 */
class AssetProtocolTests {

	private static final String ORIGIN = "http://tauri.localhost";

	@TempDir
	Path folder;

	private final GrantedPaths granted = new GrantedPaths();

	Path data;

	Path outside;

	@BeforeEach
	void writeFiles() throws IOException {
		this.data = Files.createDirectories(this.folder.resolve("data"));
		this.outside = Files.writeString(this.folder.resolve("outside.txt"), "secret");
		Files.writeString(this.data.resolve("f.txt"), "0123456789");
	}

	@Test
	void percentEncodedPathIsOneSegment() throws IOException { // row 129
		Path file = this.data.resolve("a b/ü+%41.png");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "x");
		MockServerHttpResponse response = get(scope("$APPDATA/**"), file, null);
		assertThat(response.getStatusCode()).isNull();
		assertThat(body(response)).isEqualTo("x");
		assertThat(response.getHeaders().getAccessControlAllowOrigin()).isEqualTo(ORIGIN);
		assertThat(response.getHeaders().getFirst("Content-Type")).isEqualTo("image/png");
	}

	@Test
	void outOfScopeIsForbidden() throws IOException { // row 130, acl row 143
		AssetScope scope = scope("$APPDATA/**");
		Path link = Files.createSymbolicLink(this.data.resolve("link"), this.outside);
		Path folderLink = Files.createSymbolicLink(this.data.resolve("dl"), this.folder);
		Path dangling = Files.createSymbolicLink(this.data.resolve("dangling"), this.folder.resolve("none"));
		for (String path : List.of(this.outside.toString(), link.toString(), folderLink + "/outside.txt",
				folderLink + "/new", dangling.toString(), this.data + "/../outside.txt", this.data + "/x/../f.txt",
				"f.txt", "", this.data + "/f.txt\0", this.data + "/..\\f.txt")) {
			MockServerHttpResponse response = get(scope, path, null);
			assertThat(response.getStatusCode().value()).as(path).isEqualTo(403);
			assertThat(body(response)).isEmpty();
		}
	}

	@Test
	void linkIntoTheScopeIsAllowed() throws IOException { // acl row 118
		Path link = Files.createSymbolicLink(this.folder.resolve("in"), this.data.resolve("f.txt"));
		assertThat(body(get(scope("$APPDATA/**"), link, null))).isEqualTo("0123456789");
	}

	@Test
	void scopeGivenThroughLinkFitsCanonicalPaths() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("alias"), this.data);
		assertThat(scope(link + "/*").resolve(this.data + "/f.txt")).isNotNull();
		AssetScope denied = new AssetScope(this::directory, List.of("/**"), List.of(link + "/*"), false, this.granted);
		assertThat(denied.resolve(this.data + "/f.txt")).isNull();
	}

	@Test
	void failureToReadIsTold() throws IOException {
		MockServerHttpResponse missing = get(scope("$APPDATA/**"), this.data.resolve("none"), null);
		assertThat(missing.getStatusCode().value()).isEqualTo(500);
		assertThat(missing.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain");
		assertThat(body(missing)).contains("none");
		Path sub = Files.createDirectories(this.data.resolve("sub"));
		assertThat(get(scope("$APPDATA/**"), sub, null).getStatusCode().value()).isEqualTo(500);
	}

	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void pipesAndDevicesAreNotRead() throws Exception {
		Path pipe = this.data.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		AssetScope scope = scope("/**");
		for (Path file : List.of(pipe, Path.of("/dev/zero"))) {
			MockServerHttpResponse response = get(scope, file, null);
			assertThat(response.getStatusCode().value()).isEqualTo(500);
			assertThat(body(response)).contains("is not a regular file");
		}
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-3, 0123, 0-3", "bytes=8-, 89, 8-9", "bytes=-2, 89, 8-9", "bytes=5-500, 56789, 5-9" })
	void rangeIsPartial(String range, String body, String content) { // row 131
		MockServerHttpResponse response = get(scope("$APPDATA/**"), this.data.resolve("f.txt"), range);
		assertThat(response.getStatusCode().value()).isEqualTo(206);
		assertThat(body(response)).isEqualTo(body);
		assertThat(response.getHeaders().getFirst("Content-Range")).isEqualTo("bytes " + content + "/10");
		assertThat(response.getHeaders().getContentLength()).isEqualTo(body.length());
		assertThat(response.getHeaders().getFirst("Accept-Ranges")).isEqualTo("bytes");
		assertThat(response.getHeaders().getAccessControlExposeHeaders()).containsExactly("content-range");
	}

	@Test
	void hugeRangeIsClipped() throws IOException { // row 131
		Path file = Files.write(this.data.resolve("big"), new byte[2_000_000]);
		MockServerHttpResponse response = get(scope("$APPDATA/**"), file, "bytes=100-");
		assertThat(response.getHeaders().getFirst("Content-Range")).isEqualTo("bytes 100-1024099/2000000");
		assertThat(length(response)).isEqualTo(1_024_000);
		assertThat(length(get(scope("$APPDATA/**"), file, null))).isEqualTo(2_000_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=10-", "bytes=5-2", "bytes=-0", "bytes=a-b", "items=0-1", "bytes=0-9,0-9" })
	void unsatisfiableRangeIsRefused(String range) { // row 131
		MockServerHttpResponse response = get(scope("$APPDATA/**"), this.data.resolve("f.txt"), range);
		assertThat(response.getStatusCode().value()).isEqualTo(416);
		assertThat(response.getHeaders().getFirst("Content-Range")).isEqualTo("bytes */10");
		assertThat(response.getHeaders().getAccessControlAllowOrigin()).isNull();
	}

	@Test
	void severalRangesAreMultipart() {
		MockServerHttpResponse response = get(scope("$APPDATA/**"), this.data.resolve("f.txt"), "bytes=0-1,-2");
		String type = response.getHeaders().getFirst("Content-Type");
		assertThat(type).startsWith("multipart/byteranges; boundary=");
		String boundary = type.substring(type.indexOf('=') + 1);
		assertThat(body(response)).isEqualTo("\r\n--" + boundary
				+ "\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--" + boundary
				+ "\r\nContent-Type: text/plain\r\nContent-Range: bytes 8-9/10\r\n\r\n89\r\n--" + boundary + "--");
	}

	@Test
	void headHasLengthAndNoBody() { // row 132
		MockServerHttpResponse response = handle(scope("$APPDATA/**"), MockServerHttpRequest.head("/").build(),
				encoded(this.data.resolve("f.txt").toString()));
		assertThat(response.getHeaders().getContentLength()).isEqualTo(10);
		assertThat(body(response)).isEmpty();
	}

	@Test
	void contentDecidesBeforeExtension() throws IOException {
		Path png = Files.write(this.data.resolve("p.txt"),
				"\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(get(scope("$APPDATA/*"), png, null).getHeaders().getFirst("Content-Type")).isEqualTo("image/png");
		Path other = Files.writeString(this.data.resolve("noext"), "<html>");
		assertThat(get(scope("$APPDATA/*"), other, null).getHeaders().getFirst("Content-Type"))
			.isEqualTo("application/octet-stream");
	}

	@ParameterizedTest
	@CsvSource({ "$APPDATA/../*, true", "$APPDATA//f.txt, true", "$APPDATA/*.TXT, true", "$LOG/*, false",
			"x/$APPDATA/*, false", "$APPDATAX/*, false", "$FONT/**, false", "$APPDATA, false" })
	void variableIsTheFirstComponent(String glob, boolean expected) { // acl rows 116,
																		// 120, 121
		assertThat(scope(glob).resolve(this.data + "/f.txt") != null).isEqualTo(expected);
	}

	@Test
	void denialBeatsGrantAndEmptyMeansNothing() { // acl rows 115, 122
		AssetScope scope = new AssetScope(this::directory, List.of("$APPDATA/**"), List.of("$APPDATA/f.*"), null,
				this.granted);
		assertThat(scope.resolve(this.data + "/f.txt")).isNull();
		assertThat(scope.resolve(this.data + "/g.txt")).isNotNull();
		this.granted.allowFile(this.data.resolve("f.txt"));
		assertThat(scope.resolve(this.data + "/f.txt")).isNull();
		assertThat(new AssetScope(this::directory, List.of(), List.of(), null, new GrantedPaths())
			.resolve(this.data + "/f.txt")).isNull();
	}

	@Test
	void scopeGrowsByLiteralPaths() throws IOException { // acl row 124
		Path odd = Files.createDirectories(this.folder.resolve("[x]/sub"));
		AssetScope scope = new AssetScope(this::directory, List.of(), List.of(), null, this.granted);
		this.granted.allowDirectory(odd.getParent(), false);
		assertThat(scope.resolve(this.folder + "/[x]/f")).isNotNull();
		assertThat(scope.resolve(this.folder + "/x/f")).isNull();
		assertThat(scope.resolve(odd + "/f")).isNull();
		this.granted.allowDirectory(odd.getParent(), true);
		assertThat(scope.resolve(odd + "/f")).isNotNull();
		this.granted.allowFile(this.outside);
		assertThat(scope.resolve(this.outside.toString())).isNotNull();
	}

	@Test
	void leadingDotIsLiteralUnlessConfigured() {
		assertThat(new AssetScope(this::directory, List.of("$APPDATA/**"), List.of(), true, this.granted)
			.resolve(this.data + "/.env")).isNull();
		assertThat(new AssetScope(this::directory, List.of("$APPDATA/**"), List.of(), false, this.granted)
			.resolve(this.data + "/.env")).isNotNull();
	}

	private @Nullable Path directory(BaseDirectory directory) {
		return (directory == BaseDirectory.APPDATA) ? this.data : null;
	}

	private AssetScope scope(String glob) {
		return new AssetScope(this::directory, List.of(glob), List.of(), null, this.granted);
	}

	private static MockServerHttpResponse get(AssetScope scope, Object path, @Nullable String range) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.method(HttpMethod.GET, "/");
		if (range != null) {
			request.header("Range", range);
		}
		return handle(scope, request.build(), encoded(path.toString()));
	}

	private static String encoded(String path) {
		return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static MockServerHttpResponse handle(AssetScope scope, MockServerHttpRequest request, String encoded) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		new AssetProtocol(scope).handle(exchange, encoded, ORIGIN).block();
		return exchange.getResponse();
	}

	private static String body(MockServerHttpResponse response) {
		String body = response.getBodyAsString().block();
		return (body != null) ? body : "";
	}

	private static long length(MockServerHttpResponse response) {
		return response.getBody().map((buffer) -> {
			int count = buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			return (long) count;
		}).reduce(0L, Long::sum).block();
	}

}
