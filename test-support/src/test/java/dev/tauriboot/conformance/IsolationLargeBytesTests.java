package dev.tauriboot.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationWebHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clause 34 under isolation, for bytes so many that the frame hands them over in parts.
 */
@Import(IsolationLargeBytesTests.Configuration.class)
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation", "tauri.app.security.pattern.options.timeout=60s",
		"tauri.ipc.max-body-size=" + IsolationLargeBytesTests.LIMIT + "B" })
class IsolationLargeBytesTests extends PageTests {

	static final int LIMIT = 24_000_000;

	private static final int LARGE = 20_000_000;

	private static final String HELPERS = """
			const bytes = (size, first) => {
			  const all = new Uint8Array(size);
			  for (let i = 0; i < 251; i++) { all[i] = first + i; }
			  for (let done = 251; done < size; done *= 2) { all.copyWithin(done, 0, Math.min(done, size - done)); }
			  return all;
			};
			""";

	@Autowired
	private Uploads uploads;

	@AfterEach
	void letUploadsGo() {
		this.uploads.held.set(null);
	}

	// row 34: in one request, just so, and in parts
	@ParameterizedTest
	@ValueSource(ints = { 1 << 24, (1 << 24) + 1, LARGE, LIMIT })
	void largeBytesComeThrough(int size) throws Exception {
		assertThat(js(HELPERS + "return invoke('checksum', bytes(%d, 3));".formatted(size)).asLong())
			.isEqualTo(checksum(size, 3));
	}

	@Test
	void severalTakeTurns() throws Exception {
		assertThat(js(HELPERS + """
				return Promise.all([1, 2, 3].map((first) => invoke('checksum', bytes(%d, first))));
				""".formatted(LARGE)).toString())
			.isEqualTo("[%d,%d,%d]".formatted(checksum(LARGE, 1), checksum(LARGE, 2), checksum(LARGE, 3)));
	}

	@Test
	void largeTextComesThrough() throws Exception {
		assertThat(js("""
				const text = 'ü'.repeat(1500000);
				return (await invoke('echo', { text })).text === text;
				""").asBoolean()).isTrue();
	}

	@Test
	void bytesOverTheLimitAreRefused() throws Exception {
		assertThat(js(HELPERS + """
				return [await rejection(invoke('checksum', bytes(%d, 1))), await invoke('checksum', bytes(%d, 1))];
				""".formatted(LIMIT + 1, LARGE)).toString()).isEqualTo("""
				["Command checksum refused by the isolation hook: its bytes could not be handed over: \
				the body is larger than the limit of %d bytes",%d]""".formatted(LIMIT, checksum(LARGE, 1)));
	}

	@Test
	void whatIsNotWantedAnyMoreIsNotKept() throws Exception {
		assertThat(js(HELPERS + """
				const outcomes = [];
				for (let i = 0; i < 3; i++) {
				  const stop = new AbortController();
				  const call = rejection(invoke('checksum', bytes(%1$d, 1), { signal: stop.signal }));
				  stop.abort('stopped');
				  outcomes.push(await call);
				}
				outcomes.push(await invoke('checksum', bytes(%1$d, 5)));
				return outcomes;
				""".formatted(LARGE)).toString())
			.isEqualTo("[\"stopped\",\"stopped\",\"stopped\",%d]".formatted(checksum(LARGE, 5)));
	}

	@Test
	void callWhoseFrameGoesAwayIsRefused() throws Exception {
		Sinks.Empty<Void> never = Sinks.empty();
		this.uploads.held.set(never);
		js(HELPERS
				+ """
						rejection(invoke('checksum', bytes(%d, 1))).then((reason) => { location.hash = encodeURIComponent(reason); });
						"""
					.formatted(LARGE));
		Awaitility.await().until(() -> never.currentSubscriberCount() > 0);
		webview("main").eval("document.getElementById('__tauri_isolation__').remove();");
		Awaitility.await()
			.untilAsserted(() -> assertThat(URLDecoder.decode(webview("main").url(), StandardCharsets.UTF_8))
				.contains("#Command checksum refused by the isolation hook: its bytes could not be handed over"));
	}

	private static long checksum(int size, int first) {
		byte[] bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = (byte) (first + i % 251);
		}
		return checksum(bytes);
	}

	private static long checksum(byte[] bytes) {
		CRC32C sum = new CRC32C();
		sum.update(bytes);
		return sum.getValue();
	}

	/**
	 * Uploads of frames, which may be held.
	 */
	static final class Uploads implements WebHandler {

		final AtomicReference<Sinks.Empty<Void>> held = new AtomicReference<>();

		private final WebHandler handler;

		Uploads(WebHandler handler) {
			this.handler = handler;
		}

		@Override
		public Mono<Void> handle(ServerWebExchange exchange) {
			Sinks.Empty<Void> held = this.held.get();
			return (held != null && exchange.getRequest().getMethod().equals(HttpMethod.POST)) ? held.asMono()
					: this.handler.handle(exchange);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		Uploads tauriIsolationWebHandler(IsolationPattern pattern) {
			return new Uploads(new IsolationWebHandler(pattern, LIMIT));
		}

		@TauriCommand
		long checksum(byte[] bytes) {
			return IsolationLargeBytesTests.checksum(bytes);
		}

	}

}
