package dev.tauriboot.plugin.log;

import java.util.LinkedHashMap;
import java.util.Map;

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

	private final PageLog log = new CommonsPageLog("page", 100);

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
		return new PageRecord(level, message, null, null, null, Map.of(), Label.of("main"));
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

}
