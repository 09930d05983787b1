package dev.tauriboot.door;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BodyParts}, through the door.
 */
class BodyPartsTests {

	private static final String NOT_THE_NEXT = "the part of the body is not the next";

	private final Page page = CommandFixture.page();

	private final Page other = CommandFixture.page();

	private final byte[] body = new byte[1000];

	private byte[] called;

	private final HttpDoor door = new HttpDoor(new IpcPipeline(List.of(), (request) -> {
		this.called = ((InvokeBody.Raw) request.body()).bytes();
		return Mono.just(InvokeResponse.NOTHING);
	}), CommandExecutor.of(Runnable::run), (key) -> key.equals("other") ? this.other : this.page, CommandFixture.MAPPER,
			1000);

	BodyPartsTests() {
		new Random(1).nextBytes(this.body);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 999, 500, 300, 7 })
	void lastPartMakesTheCall(int size) {
		for (int from = 0; from < 1000; from += size) {
			assertThat(this.called).isNull();
			boolean last = from + size >= 1000;
			assertThat(status(post(1, from, from + size))).isEqualTo(last ? 200 : 202);
			assertThat(this.page.callsInFlight()).isEqualTo(last ? 0 : 1);
		}
		assertThat(this.called).isEqualTo(this.body);
	}

	@Test
	void emptyBodyIsOnePart() {
		assertThat(status(post("any", 1, "0/0", new byte[0]))).isEqualTo(200);
		assertThat(this.called).isEmpty();
	}

	// Missing, twice, overlapping, beyond the end, of another call, of another length.
	@ParameterizedTest
	@CsvSource({ "1,600/1000,400", "1,499/1000,501", "1,500/1000,501", "2,500/1000,500", "1,500/999,499" })
	void onlyTheNextPartIsTaken(int callback, String header, int length) {
		post(1, 0, 500);
		refused(post("any", callback, header, new byte[length]), NOT_THE_NEXT);
		assertThat(this.called).isNull();
		post(1, 500, 1000);
		assertThat(this.called).isEqualTo(this.body);
	}

	@Test
	void partWithoutAFirstIsRefused() {
		refused(post(1, 500, 1000), NOT_THE_NEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0/", "-1/5", "0/-5", "0/5/5", "0x0/5", "1234567890/5", "0/99999999999" })
	void headerThatIsNoneIsRefused(String header) {
		refused(post("any", 1, header, new byte[5]), "the part of the body must be two numbers");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/1001", "0/9999999999" })
	void bodyOverTheLimitIsRefusedWithItsFirstPart(String header) {
		MockServerHttpResponse response = post("any", 1, header, new byte[5]);
		assertThat(status(response)).isEqualTo(413);
		assertThat(text(response)).isEqualTo("the body is larger than the limit of 1000 bytes");
		assertThat(this.page.callsInFlight()).isZero();
	}

	@Test
	void pageHasOneBodyAtATime() {
		post(1, 0, 500);
		post(2, 0, 600);
		assertThat(this.page.callsInFlight()).isEqualTo(1);
		refused(post(1, 500, 1000), NOT_THE_NEXT);
		post(2, 600, 1000);
		assertThat(this.called).isEqualTo(this.body);
		assertThat(this.page.callsInFlight()).isZero();
	}

	@Test
	void pagesHaveBodiesOfTheirOwn() {
		post(1, 0, 500);
		assertThat(status(post("other", 1, "0/1000", Arrays.copyOf(this.body, 300)))).isEqualTo(202);
		post(1, 500, 1000);
		assertThat(this.called).isEqualTo(this.body);
		assertThat(this.other.callsInFlight()).isEqualTo(1);
	}

	@Test
	void partsGoWithTheirCallAndTheirPage() {
		post(1, 0, 500);
		this.page.cancel(1);
		refused(post(1, 500, 1000), NOT_THE_NEXT);
		post(1, 0, 500);
		this.page.close();
		assertThat(this.page.callsInFlight()).isZero();
		assertThat(status(post(1, 500, 1000))).isEqualTo(403);
		assertThat(this.called).isNull();
	}

	private MockServerHttpResponse post(int callback, int from, int to) {
		return post("any", callback, from + "/1000", Arrays.copyOfRange(this.body, from, Math.min(to, 1000)));
	}

	private MockServerHttpResponse post(String key, int callback, String header, byte[] part) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/__tauri__/ipc/echo")
			.header("Tauri-Invoke-Key", key)
			.header("Origin", this.page.origin().toString())
			.header("Tauri-Callback", String.valueOf(callback))
			.header("Tauri-Error", "9")
			.header("Tauri-Body-Part", header)
			.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(part))));
		this.door.handle(exchange).block();
		return exchange.getResponse();
	}

	private static void refused(MockServerHttpResponse response, String text) {
		assertThat(status(response)).isEqualTo(500);
		assertThat(text(response)).isEqualTo(text);
	}

	private static int status(MockServerHttpResponse response) {
		return response.getStatusCode().value();
	}

	private static String text(MockServerHttpResponse response) {
		return response.getBodyAsString().block();
	}

}
