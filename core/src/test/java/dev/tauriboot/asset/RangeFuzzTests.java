package dev.tauriboot.asset;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.scope.GrantedPaths;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a range: a part that is sent is the one that is named.
 */
class RangeFuzzTests {

	private static final String TEXT = "0123456789";

	private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/10");

	private static final Path FILE = file();

	private static final AssetProtocol PROTOCOL = new AssetProtocol(
			new AssetScope((directory) -> null, List.of(FILE.toString()), List.of(), null, new GrantedPaths()));

	private static Path file() {
		try {
			return Files.writeString(Files.createTempFile("fuzz", ".txt"), TEXT).toRealPath();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String range = (data.consumeBoolean() ? "bytes=" : "") + data.consumeRemainingAsString();
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.GET, "/").header("Range", range));
		PROTOCOL.handle(exchange, URLEncoder.encode(FILE.toString(), StandardCharsets.UTF_8), "http://tauri.localhost")
			.block();
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		String body = exchange.getResponse().getBodyAsString().blockOptional().orElse("");
		if (status == null || status.value() == 200) {
			assertThat(body).isEqualTo(TEXT);
			return;
		}
		assertThat(status.value()).as(range).isIn(206, 416);
		Matcher part = CONTENT_RANGE
			.matcher(String.valueOf(exchange.getResponse().getHeaders().getFirst("Content-Range")));
		if (status.value() == 206 && part.matches()) {
			assertThat(body).as(range)
				.isEqualTo(TEXT.substring(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)) + 1));
		}
	}

}
