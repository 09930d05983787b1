package dev.tauriboot.door;

import java.time.Duration;
import java.util.List;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link HttpDoor} makes of calls that break off.
 */
class HttpDoorFaultTests {

	private final TestPage page = TestPage.of("main");

	@Test
	void callThatBreaksOffOutsideItsCommandIsAnswered() {
		WebFilter broken = (exchange, chain) -> {
			throw new NoClassDefFoundError("expected by the test");
		};
		WebFilter failing = (exchange, chain) -> Mono.error(new IllegalStateException("expected by the test"));
		for (WebFilter filter : List.of(broken, failing)) {
			IpcPipeline pipeline = new IpcPipeline(List.of(filter), (request) -> Mono.empty());
			try (CommandExecutor executor = CommandExecutor.pooled(1)) {
				HttpDoor door = new HttpDoor(pipeline, executor, (key) -> this.page.page(),
						JsonMapper.builder().build(), 1024);
				MockServerWebExchange exchange = MockServerWebExchange
					.from(MockServerHttpRequest.post("http://ipc.localhost/greet")
						.header("Origin", "http://tauri.localhost")
						.header("Tauri-Invoke-Key", "any")
						.header("Tauri-Callback", "1")
						.header("Tauri-Error", "2")
						.contentType(MediaType.APPLICATION_JSON)
						.body("{}"));
				door.handle(exchange).block(Duration.ofSeconds(20));
				assertThat(exchange.getResponse().getHeaders().getFirst("Tauri-Response")).isEqualTo("error");
				assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("\"internal error\"");
				assertThat(this.page.page().callsInFlight()).isZero();
			}
		}
	}

}
