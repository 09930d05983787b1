package dev.tauriboot.door;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies at the limit and over it, in one part and in several.
 */
class HttpDoorLimitTests {

	private final Page page = CommandFixture.page();

	private final AtomicInteger calls = new AtomicInteger();

	private @Nullable InvokeBody body;

	private final HttpDoor door = new HttpDoor(new IpcPipeline(List.of(), (request) -> {
		this.calls.incrementAndGet();
		this.body = request.body();
		return Mono.just(InvokeResponse.NOTHING);
	}), CommandExecutor.of(Runnable::run), (key) -> key.equals("unknown") ? null : this.page, CommandFixture.MAPPER,
			1000);

	@ParameterizedTest
	@CsvSource({ "1000,1", "1000,7", "0,1" })
	void bodyAtTheLimitIsTaken(int size, int parts) {
		assertThat(post(size, parts).getStatusCode()).hasToString("200 OK");
		assertThat(this.calls).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource({ "1001,1", "1001,7", "100000,10" })
	void bodyOverTheLimitIsRefusedAndRunsNothing(int size, int parts) {
		MockServerHttpResponse response = post(size, parts);
		assertThat(response.getStatusCode().value()).isEqualTo(413);
		assertThat(response.getBodyAsString().block()).isEqualTo("the body is larger than the limit of 1000 bytes");
		assertThat(this.calls).hasValue(0);
	}

	@ParameterizedTest
	@CsvSource({ "unknown,10,403", "any,1001,413" })
	void bodyIsNotReadOfRequestThatIsRefusedByItsHead(String key, long length, int status) {
		AtomicInteger read = new AtomicInteger();
		Flux<DataBuffer> body = Flux.<DataBuffer>empty().doOnSubscribe((subscription) -> read.incrementAndGet());
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/__tauri__/ipc/echo")
			.header("Tauri-Invoke-Key", key)
			.header("Origin", this.page.origin().toString())
			.header("Tauri-Callback", "1")
			.header("Tauri-Error", "2")
			.contentLength(length)
			.body(body));
		this.door.handle(exchange).block();
		assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(status);
		assertThat(read).hasValue(0);
	}

	@Test
	void commandGetsTheArrayThatCame() {
		byte[] bytes = new byte[1000];
		this.door
			.handle(exchange("application/octet-stream",
					Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))))
			.block();
		assertThat(((InvokeBody.Raw) this.body).bytes()).isSameAs(bytes);
	}

	private MockServerHttpResponse post(int size, int parts) {
		byte[] text = ("\"" + "x".repeat(Math.max(0, size - 2)) + "\"").getBytes(StandardCharsets.UTF_8);
		Flux<DataBuffer> body = Flux.range(0, parts).map((part) -> {
			int from = size * part / parts;
			return DefaultDataBufferFactory.sharedInstance
				.wrap(Arrays.copyOfRange(text, from, size * (part + 1) / parts));
		});
		MockServerWebExchange exchange = exchange("application/json", body);
		this.door.handle(exchange).block();
		return exchange.getResponse();
	}

	private MockServerWebExchange exchange(String type, Flux<DataBuffer> body) {
		return MockServerWebExchange.from(MockServerHttpRequest.post("/__tauri__/ipc/echo")
			.header("Content-Type", type)
			.header("Tauri-Invoke-Key", this.page.key().reveal())
			.header("Origin", this.page.origin().toString())
			.header("Tauri-Callback", "1")
			.header("Tauri-Error", "2")
			.body(body));
	}

}
