package dev.tauriboot.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.apache.commons.logging.LogFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 250 to 254 of the plugins' contract: the unmodified package
 * {@code @tauri-apps/plugin-log}.
 */
// A context that starts takes away what an earlier one has put into the log.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class LogPluginTests extends DataPluginTests {

	private final Logger logger = (Logger) org.slf4j.LoggerFactory.getLogger("webview");

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			LogPluginTests.this.lines
				.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage());
		}

	};

	@BeforeEach
	void attach() {
		this.logger.setLevel(Level.TRACE);
		this.appender.setContext(this.logger.getLoggerContext());
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void detach() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
	}

	private JsonNode log(String body) throws Exception {
		return js("""
				const log = await import('@tauri-apps/plugin-log');
				%s
				""".formatted(body));
	}

	// row 250
	@Test
	void linesOfAPageAreInTheLog() throws Exception {
		assertThat(log("""
				async function caller() {
				  await log.trace('t');
				  await log.debug('d');
				  await log.info('x');
				  await log.warn('w');
				  await log.error('e', { file: 'notes.js', line: 7, keyValues: { user: 'a b', none: undefined } });
				  return invoke('plugin:log|log', { level: 3, message: 'raw', more: 1 });
				}
				return caller();
				""").isNull()).isTrue();
		assertThat(this.lines).hasSize(6);
		assertThat(this.lines.get(0)).startsWith("TRACE webview.main t");
		assertThat(this.lines.get(1)).startsWith("DEBUG webview.main d");
		assertThat(this.lines.get(2)).matches("INFO webview\\.main x \\(.+\\)");
		assertThat(this.lines.get(3)).startsWith("WARN webview.main w");
		assertThat(this.lines.get(4)).startsWith("ERROR webview.main e").endsWith(" (notes.js:7) user=a b");
		assertThat(this.lines.get(5)).isEqualTo("INFO webview.main raw");
	}

	@Test
	void noLineIsForged() throws Exception {
		log("await invoke('plugin:log|log', { level: 4, message: 'a\\n2026-01-01 ERROR forged\\u001b[2J' });");
		assertThat(this.lines).containsExactly("WARN webview.main a\\n2026-01-01 ERROR forged\\u001b[2J");
	}

	// row 254
	@Test
	void badInputIsRejected() throws Exception {
		JsonNode errors = log(
				"""
						return Promise.all([{ level: 6, message: 'x' }, { level: 0, message: 'x' }, { level: 'info', message: 'x' },
						  { level: 3 }, { level: 3, message: 1 }, { level: 3, message: 'x', keyValues: { a: {} } }]
						  .map((args) => rejection(invoke('plugin:log|log', args))));
						""");
		assertThat(errors.values().stream().map(JsonNode::asString)).satisfiesExactly(
				(text) -> assertThat(text).startsWith("invalid args `level` for command `log`: "),
				(text) -> assertThat(text).startsWith("invalid args `level` for command `log`: "),
				(text) -> assertThat(text).startsWith("invalid args `level` for command `log`: "),
				(text) -> assertThat(text)
					.isEqualTo("invalid args `message` for command `log`: command log missing required key message"),
				(text) -> assertThat(text).startsWith("invalid args `message` for command `log`: "),
				(text) -> assertThat(text).startsWith("invalid args `keyValues` for command `log`: "));
		assertThat(this.lines).isEmpty();
	}

	// row 251
	@Test
	void linesOfTheBackEndAreInThePage() throws Exception {
		log("""
				globalThis.seen = [];
				globalThis.detach = await log.attachLogger((line) => { if (line.message.includes('com.example')) seen.push(line); });
				await log.attachConsole();
				""");
		LogFactory.getLog("com.example.Notes").warn("careful \u001b[31mred\u001b[0m");
		LogFactory.getLog("com.example.Notes").info("next");
		Awaitility.await().untilAsserted(() -> assertThat(js("return seen.length;").asInt()).isEqualTo(2));
		JsonNode seen = js("return seen;");
		assertThat(seen.get(0).get("level").asInt()).isEqualTo(4);
		assertThat(seen.get(0).get("message").asString()).endsWith("[com.example.Notes][WARN] careful red");
		assertThat(seen.get(1).get("level").asInt()).isEqualTo(3);
		// what attachConsole() prints does not come back
		LogFactory.getLog("com.example.Notes").info("last");
		Awaitility.await().untilAsserted(() -> assertThat(js("return seen.length;").asInt()).isEqualTo(3));
	}

	// row 253
	@Test
	void stormOfLinesEnds() throws Exception {
		log("""
				globalThis.count = 0;
				await log.attachLogger((line) => {
				  if (line.message.includes('storm')) {
				    count++;
				    if (line.message.includes('back')) log.info('storm in answer');
				  }
				});
				for (let i = 0; i < 50; i++) await log.info('storm');
				""");
		LogFactory.getLog("com.example.Notes").info("back storm");
		Awaitility.await().untilAsserted(() -> assertThat(js("return count;").asInt()).isEqualTo(52));
		log("await log.info('end of storm');");
		Awaitility.await().untilAsserted(() -> assertThat(js("return count;").asInt()).isEqualTo(53));
	}

}
