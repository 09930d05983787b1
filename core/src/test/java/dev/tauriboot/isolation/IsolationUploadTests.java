package dev.tauriboot.isolation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IsolationUpload} behind {@link IsolationWebHandler}.
 */
class IsolationUploadTests {

	private static final String NOT_THE_NEXT = "the part of the body is not the next";

	private final byte[] body = new byte[1000];

	private final List<ByteBuffer> taken = new ArrayList<>();

	private final Page page = CommandFixture.page();

	private IsolationPattern pattern;

	private IsolationWebHandler handler;

	private String name;

	@BeforeEach
	void expect(@TempDir Path directory) throws IOException {
		new Random(1).nextBytes(this.body);
		Files.writeString(directory.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (payload) => payload</script>");
		this.pattern = new IsolationPattern(
				IsolationApplication.load(new DefaultResourceLoader(), directory.toString(), List.of()),
				Duration.ofSeconds(1));
		this.handler = new IsolationWebHandler(this.pattern, 1000);
		this.name = this.pattern.expectUpload(this.page, "save", "[[\"a\",\"b\"]]", this.taken::add);
	}

	@ParameterizedTest
	@CsvSource({ "1000,1000", "999,1000", "1,1000", "500,1000" })
	void partsBecomeOneEncryptedMessage(int first, int second) {
		assertThat(status(post(0, first))).isEqualTo(204);
		assertThat(this.taken).hasSize((first == 1000) ? 1 : 0);
		if (first < second) {
			assertThat(status(post(first, second))).isEqualTo(204);
		}
		assertThat(this.taken).hasSize(1);
		IsolationSession.Message message = this.pattern.session(this.page).open("save", this.taken.get(0));
		assertThat(message.raw()).isTrue();
		assertThat(message.headers()).isEqualTo("[[\"a\",\"b\"]]");
		assertThat(message.body()).isEqualTo(ByteBuffer.wrap(this.body));
		assertThat(status(post(0, 1000))).as("once").isEqualTo(404);
	}

	@Test
	void nothingIsOnePart() {
		assertThat(status(post(this.name + "/0/0", new byte[0]))).isEqualTo(204);
		assertThat(this.pattern.session(this.page).open("save", this.taken.get(0)).body().hasRemaining()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "600/1000,400", "499/1000,501", "500/1000,501", "0/1000,500" })
	void onlyTheNextPartIsTaken(String part, int length) {
		post(0, 500);
		MockServerHttpResponse response = post(this.name + "/" + part, new byte[length]);
		assertThat(status(response)).isEqualTo(400);
		assertThat(response.getBodyAsString().block()).isEqualTo(NOT_THE_NEXT);
		assertThat(this.taken).isEmpty();
		post(500, 1000);
		assertThat(this.taken).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "500/999,499,400,the part is of another body", "x,5,400,the part of the body must be two numbers",
			"0/1001,5,413,the body is larger than the limit of 1000 bytes",
			"500/1000,1001,413,the body is larger than the limit of 1000 bytes" })
	void whatIsNoPartIsRefusedWithItsReason(String part, int length, int status, String text) {
		post(0, 500);
		MockServerHttpResponse response = post(this.name + "/" + part, new byte[length]);
		assertThat(status(response)).isEqualTo(status);
		assertThat(response.getBodyAsString().block()).isEqualTo(text);
		assertThat(this.taken).isEmpty();
	}

	@Test
	void nobodyTakesWhatIsNotExpected() {
		assertThat(status(post("other/0/5", new byte[5]))).isEqualTo(404);
		assertThat(status(post(this.name, new byte[5]))).isEqualTo(404);
		post(0, 500);
		this.pattern.forgetUpload(this.name);
		assertThat(status(post(500, 1000))).isEqualTo(404);
		String another = this.pattern.expectUpload(this.page, "save", null, this.taken::add);
		this.page.close();
		assertThat(status(post(another + "/0/5", new byte[5]))).isEqualTo(404);
		assertThat(this.taken).isEmpty();
	}

	private MockServerHttpResponse post(int from, int to) {
		return post(this.name + "/" + from + "/1000", Arrays.copyOfRange(this.body, from, to));
	}

	private MockServerHttpResponse post(String path, byte[] part) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("http://isolation.localhost/" + path)
				.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(part))));
		this.handler.handle(exchange).block();
		return exchange.getResponse();
	}

	private static int status(MockServerHttpResponse response) {
		return response.getStatusCode().value();
	}

}
