package dev.tauriboot.door;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any headers and any body as a request: it is answered with one of the statuses of the
 * contract, and no command runs without the document's key and origin.
 */
class RequestFuzzTests {

	private static final String[] NAMES = { "Content-Type", "Tauri-Invoke-Key", "Origin", "Tauri-Callback",
			"Tauri-Error", "Prefer", "Access-Control-Request-Headers" };

	private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private static final Page PAGE = CommandFixture.page();

	private static final AtomicInteger CALLS = new AtomicInteger();

	private static final HttpDoor DOOR = new HttpDoor(new IpcPipeline(List.of(), (request) -> {
		CALLS.incrementAndGet();
		return Mono.just(InvokeResponse.NOTHING);
	}), CommandExecutor.of(Runnable::run), (key) -> key.equals(PAGE.key().reveal()) ? PAGE : null,
			CommandFixture.MAPPER, 1000);

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		HttpMethod method = data.pickValue(new HttpMethod[] { HttpMethod.POST, HttpMethod.OPTIONS, HttpMethod.GET });
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.method(method, "/__tauri__/ipc/echo");
		boolean key = data.consumeBoolean();
		boolean origin = data.consumeBoolean();
		for (String name : NAMES) {
			if (name.equals("Tauri-Invoke-Key") && key) {
				request.header(name, PAGE.key().reveal());
			}
			else if (name.equals("Origin") && origin) {
				request.header(name, PAGE.origin().toString());
			}
			else if (data.consumeBoolean()) {
				request.header(name, data.consumeString(30));
			}
		}
		CALLS.set(0);
		MockServerWebExchange exchange = MockServerWebExchange
			.from(request.body(Flux.just(BUFFERS.wrap(data.consumeRemainingAsBytes()))));
		DOOR.handle(exchange).block();
		assertThat(exchange.getResponse().getStatusCode()).isNotNull();
		assertThat(exchange.getResponse().getStatusCode().value()).isIn(200, 202, 403, 405, 413, 500);
		if (CALLS.get() > 0) {
			assertThat(key && method.equals(HttpMethod.POST)).isTrue();
			assertThat(exchange.getRequest().getHeaders().getOrigin()).startsWithIgnoringCase("http://tauri.localhost");
		}
	}

}
