package dev.tauriboot.plugin.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tauriboot.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CommonsPageLog}.
 */
class CommonsPageLogTests {

	private final AtomicLong nanos = new AtomicLong();

	private final PageLog log = new CommonsPageLog("page", 100, 5, this.nanos::get);

	private final Logger logger = (Logger) org.slf4j.LoggerFactory.getLogger("page");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void attach() {
		this.logger.setLevel(Level.TRACE);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void detach() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(null);
	}

	private static PageRecord record(LogLevel level, String message) {
		return record(level, message, "main");
	}

	private static PageRecord record(LogLevel level, String message, String webview) {
		return new PageRecord(level, message, null, null, null, Map.of(), Label.of(webview));
	}

	@Test
	void levelsAreKept() {
		for (LogLevel level : LogLevel.values()) {
			this.log.log(record(level, level.name()));
		}
		assertThat(this.lines.list).hasSize(5).allSatisfy((line) -> {
			assertThat(line.getLevel().toString()).isEqualTo(line.getFormattedMessage());
			assertThat(line.getLoggerName()).isEqualTo("page.main");
		});
	}

	@Test
	void loggerDecidesWhatIsLogged() {
		this.logger.setLevel(Level.WARN);
		this.log.log(record(LogLevel.INFO, "x"));
		this.log.log(record(LogLevel.ERROR, "y"));
		assertThat(this.lines.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).isEqualTo("y");
	}

	@Test
	void detailsFollowTheMessage() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("b", "1");
		values.put("a\n", "2\n");
		this.log.log(new PageRecord(LogLevel.INFO, "a {} %s\nb", "f@http://x/y.js:1:2\n", "file.js", 3, values,
				Label.of("main")));
		assertThat(this.lines.list.get(0).getFormattedMessage())
			.isEqualTo("a {} %s\\nb (f@http://x/y.js:1:2\\n) (file.js:3) b=1 a\\n=2\\n");
	}

	@Test
	void everythingIsBounded() {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < 1000; i++) {
			values.put("k" + i, "x".repeat(100_000));
		}
		String endless = "x".repeat(1_000_000);
		this.log.log(new PageRecord(LogLevel.INFO, endless, endless, endless, 1, values, Label.of("main")));
		assertThat(this.lines.list.get(0).getFormattedMessage()).hasSizeLessThan(40_000)
			.startsWith("x".repeat(100) + "…");
	}

	@Test
	void webviewThatWritesTooMuchIsCutShortForTheRestOfTheSecond() {
		this.logger.setLevel(Level.INFO);
		for (int i = 1; i <= 5; i++) {
			this.log.log(record(LogLevel.DEBUG, "not counted"));
			this.log.log(record(LogLevel.INFO, "line"));
		}
		assertThat(messages()).hasSize(5).containsOnly("line");
		this.nanos.set(1_000_000_000);
		this.log.log(record(LogLevel.INFO, "next"));
		assertThat(messages()).hasSize(6).endsWith("line", "next");
		for (int i = 2; i <= 7; i++) {
			this.log.log(record(LogLevel.INFO, "line"));
		}
		this.log.log(record(LogLevel.INFO, "other", "second"));
		assertThat(messages()).hasSize(11).endsWith("line", "other");
		this.nanos.set(3_000_000_000L);
		this.log.log(record(LogLevel.INFO, "again"));
		assertThat(messages()).hasSize(13).endsWith("2 more lines were suppressed", "again");
	}

	private List<String> messages() {
		return this.lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
