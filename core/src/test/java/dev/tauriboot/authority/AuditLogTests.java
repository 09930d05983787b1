package dev.tauriboot.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tauriboot.acl.TestAcl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditLog}.
 */
class AuditLogTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.UTC);

	private static final String LIST = "plugin:notes|list_notes";

	private final Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final TestAcl acl = TestAcl.granting("notes:default");

	@BeforeEach
	void listen() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.appender);
	}

	private void decide(String command, Caller caller, String... commands) {
		new PublishingAccessPolicy(this.acl.authority(), List.of(new AuditLog(List.of(commands), CLOCK)))
			.decide(new AccessRequest(command, caller))
			.block();
	}

	private List<String> lines() {
		return this.appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Test
	void grantTellsWhoWhatAndByWhich() {
		decide(LIST, Caller.local("main"), "plugin:notes|*");
		assertThat(lines()).singleElement()
			.asString()
			.startsWith("{\"time\":\"2026-01-02T03:04:05.678Z\",\"decision\":\"granted\","
					+ "\"command\":\"plugin:notes|list_notes\",\"window\":\"main\",\"webview\":\"main\","
					+ "\"origin\":\"local\",\"grants\":[{\"capability\":\"a\",\"permission\":\"");
	}

	@Test
	void denialTellsWhy() {
		decide("plugin:notes|purge", Caller.local("main"), "plugin:notes|*");
		decide(LIST, TestAcl.remote("https://x.example:8443/path?token=secret#part"), "*");
		assertThat(lines()).hasSize(2);
		JsonNode first = JsonMapper.shared().readTree(lines().get(0));
		assertThat(first.get("decision").asString()).isEqualTo("denied");
		assertThat(first.get("reason").asString()).isIn("not-granted", "explicitly-denied");
		JsonNode second = JsonMapper.shared().readTree(lines().get(1));
		assertThat(second.get("origin").asString()).isEqualTo("https://x.example:8443");
		assertThat(second.get("reason").asString()).isEqualTo("not-covered");
		assertThat(lines().get(1)).doesNotContain("secret");
	}

	@Test
	void callWithoutGrantsIsTold() {
		new AuditLog(List.of("greet"), CLOCK).granted(new AccessRequest("greet", Caller.local("main")),
				AccessDecision.Granted.UNCHECKED);
		assertThat(lines()).singleElement().asString().endsWith(",\"grants\":[]}");
	}

	@Test
	void othersAreNotTold() {
		decide(LIST, Caller.local("main"), "plugin:files|*", "list_notes");
		decide("plugin:notes|purge", Caller.local("main"));
		assertThat(lines()).isEmpty();
		assertThat(new AuditLog(List.of(), CLOCK).wantsGrants()).isFalse();
	}

	@Test
	void nameThatAPageMadeUpIsOneLineOfAscii() {
		String name = "a\n\r\"\\\u001b[31m\u2028\u202e\u007f\ud800{\"decision\":\"granted\"}";
		decide(name, Caller.local("main"), "*");
		decide("x".repeat(10_000), Caller.local("main"), "*");
		assertThat(lines()).hasSize(2).allSatisfy((line) -> assertThat(line).matches("[ -~]+").hasSizeLessThan(600));
		assertThat(JsonMapper.shared().readTree(lines().get(0)).get("command").asString()).isEqualTo(name);
	}

}
