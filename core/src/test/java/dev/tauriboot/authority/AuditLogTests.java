package dev.tauriboot.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.tauriboot.acl.TestAcl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditLog}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditLogTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.UTC);

	private static final String LIST = "plugin:notes|list_notes";

	private final TestAcl acl = TestAcl.granting("notes:default");

	private void decide(String command, Caller caller, String... commands) {
		new PublishingAccessPolicy(this.acl.authority(), List.of(new AuditLog(List.of(commands), CLOCK)))
			.decide(new AccessRequest(command, caller))
			.block();
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getOut()
			.lines()
			.filter((line) -> line.contains(AuditLog.LOGGER))
			.map((line) -> line.substring(line.indexOf('{')))
			.toList();
	}

	@Test
	void grantTellsWhoWhatAndByWhich(CapturedOutput output) {
		decide(LIST, Caller.local("main"), "plugin:notes|*");
		assertThat(lines(output)).singleElement()
			.asString()
			.startsWith("{\"time\":\"2026-01-02T03:04:05.678Z\",\"decision\":\"granted\","
					+ "\"command\":\"plugin:notes|list_notes\",\"window\":\"main\",\"webview\":\"main\","
					+ "\"origin\":\"local\",\"grants\":[{\"capability\":\"a\",\"permission\":\"");
	}

	@Test
	void denialTellsWhy(CapturedOutput output) {
		decide("plugin:notes|purge", Caller.local("main"), "plugin:notes|*");
		decide(LIST, TestAcl.remote("https://x.example:8443/path?token=secret#part"), "*");
		assertThat(lines(output)).hasSize(2);
		JsonNode first = JsonMapper.shared().readTree(lines(output).get(0));
		assertThat(first.get("decision").asString()).isEqualTo("denied");
		assertThat(first.get("reason").asString()).isIn("not-granted", "explicitly-denied");
		JsonNode second = JsonMapper.shared().readTree(lines(output).get(1));
		assertThat(second.get("origin").asString()).isEqualTo("https://x.example:8443");
		assertThat(second.get("reason").asString()).isEqualTo("not-covered");
		assertThat(lines(output).get(1)).doesNotContain("secret");
	}

	@Test
	void callWithoutGrantsIsTold(CapturedOutput output) {
		new AuditLog(List.of("greet"), CLOCK).granted(new AccessRequest("greet", Caller.local("main")),
				AccessDecision.Granted.UNCHECKED);
		assertThat(lines(output)).singleElement().asString().endsWith(",\"grants\":[]}");
	}

	@Test
	void othersAreNotTold(CapturedOutput output) {
		decide(LIST, Caller.local("main"), "plugin:files|*", "list_notes");
		decide("plugin:notes|purge", Caller.local("main"));
		assertThat(lines(output)).isEmpty();
		assertThat(new AuditLog(List.of(), CLOCK).wantsGrants()).isFalse();
	}

	@Test
	void nameThatAPageMadeUpIsOneLineOfAscii(CapturedOutput output) {
		String name = "a\n\r\"\\\u001b[31m\u2028\u202e\u007f\ud800{\"decision\":\"granted\"}";
		decide(name, Caller.local("main"), "*");
		decide("x".repeat(10_000), Caller.local("main"), "*");
		assertThat(lines(output)).hasSize(2)
			.allSatisfy((line) -> assertThat(line).matches("[ -~]+").hasSizeLessThan(600));
		assertThat(JsonMapper.shared().readTree(lines(output).get(0)).get("command").asString()).isEqualTo(name);
	}

}
