package dev.tauriboot.plugin.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.event.Events;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogForwarder}.
 */
class LogForwarderTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Events events = new Events(JsonMapper.builder().build(), Runnable::run);

	private final List<String> lines = new CopyOnWriteArrayList<>();

	@Test
	void linesAreTold() {
		try (LogForwarder forwarder = new LogForwarder(this.events, 10, 8)) {
			this.events.listen(LogForwarder.EVENT, (event) -> this.lines.add(event.payload().json()));
			forwarder.forward(LogLevel.TRACE, "first");
			forwarder.forward(LogLevel.ERROR, "123456789");
			Awaitility.await()
				.atMost(LIMIT)
				.untilAsserted(() -> assertThat(this.lines).containsExactly("{\"message\":\"first\",\"level\":1}",
						"{\"message\":\"12345678…\",\"level\":5}"));
		}
	}

	// row 253
	@Test
	void lineOfForwardingIsLeftOut() {
		try (LogForwarder forwarder = new LogForwarder(this.events, 10, 100)) {
			this.events.listen(LogForwarder.EVENT, (event) -> {
				this.lines.add(event.payload().json());
				forwarder.forward(LogLevel.INFO, "about " + event.payload().json());
			});
			forwarder.forward(LogLevel.INFO, "one");
			Awaitility.await().atMost(LIMIT).until(() -> this.lines.size() == 1);
			forwarder.forward(LogLevel.INFO, "two");
			Awaitility.await().atMost(LIMIT).until(() -> this.lines.size() >= 2);
			assertThat(this.lines).last().asString().contains("two").doesNotContain("about");
		}
	}

	@Test
	void slowPagesLoseLinesAndNobodyWaits() throws Exception {
		CountDownLatch slow = new CountDownLatch(1);
		CountDownLatch busy = new CountDownLatch(1);
		try (LogForwarder forwarder = new LogForwarder(this.events, 10, 100)) {
			this.events.listen(LogForwarder.EVENT, (event) -> {
				this.lines.add(event.payload().json());
				busy.countDown();
				try {
					slow.await(30, TimeUnit.SECONDS);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
			forwarder.forward(LogLevel.INFO, "first");
			assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
			for (int i = 0; i < 10_000; i++) {
				forwarder.forward(LogLevel.INFO, "line");
			}
			slow.countDown();
			Awaitility.await().atMost(LIMIT).until(() -> this.lines.size() == 12);
			assertThat(this.lines).contains("{\"message\":\"9990 lines were dropped\",\"level\":4}");
		}
	}

}
