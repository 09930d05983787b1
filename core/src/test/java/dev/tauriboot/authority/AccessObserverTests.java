package dev.tauriboot.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link AccessMetrics}, {@link RecentDenials} and {@link DenialLog}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccessObserverTests {

	private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

	private final TestAcl acl = TestAcl.granting("notes:default");

	private final AtomicLong nanos = new AtomicLong();

	private void deny(AccessObserver observer, String command, Caller caller) {
		observer.denied(new AccessRequest(command, caller), this.acl.denied(command, caller));
	}

	private void deny(AccessObserver observer, String command) {
		deny(observer, command, Caller.local("main"));
	}

	@Test
	void metricsThenCountByOutcomeAndPlugin() {
		MeterRegistry registry = new SimpleMeterRegistry();
		AccessMetrics metrics = new AccessMetrics(registry, this.acl.manifests());
		metrics.granted(new AccessRequest("plugin:notes|list_notes", Caller.local("main")),
				this.acl.granted("list_notes"));
		metrics.granted(new AccessRequest("greet", Caller.local("main")), AccessDecision.Granted.UNCHECKED);
		deny(metrics, "plugin:notes|purge");
		deny(metrics, "plugin:made-up-1|x");
		deny(metrics, "plugin:made-up-2");
		deny(metrics, "greet", TestAcl.remote("https://x.example/"));
		assertThat(count(registry, "granted", "notes")).isOne();
		assertThat(count(registry, "granted", "app")).isOne();
		assertThat(count(registry, "denied", "notes")).isOne();
		assertThat(count(registry, "denied", "unknown")).isEqualTo(2);
		assertThat(count(registry, "denied", "app")).isOne();
		// notes, files, app and unknown, granted and denied: nothing that a page made up.
		assertThat(registry.find("tauri.access").counters()).hasSize(8);
	}

	private static double count(MeterRegistry registry, String outcome, String plugin) {
		return registry.get("tauri.access").tag("outcome", outcome).tag("plugin", plugin).counter().count();
	}

	@Test
	void recentWhenRefusedAgainThenCounted() {
		RecentDenials recent = new RecentDenials(8, CLOCK);
		deny(recent, "plugin:notes|purge");
		deny(recent, "plugin:notes|purge");
		deny(recent, "plugin:notes|list_notes", Caller.local("other"));
		assertThat(recent.entries()).extracting(RecentDenials.Entry::command, RecentDenials.Entry::count)
			.containsExactlyInAnyOrder(tuple("plugin:notes|purge", 2L), tuple("plugin:notes|list_notes", 1L));
		assertThat(recent.entries()).filteredOn((entry) -> entry.window().equals("other"))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.reason()).isEqualTo(Reason.NOT_COVERED);
				assertThat(entry.url()).isEqualTo("local");
				assertThat(entry.explanation()).startsWith("notes.list_notes not allowed on window \"other\"")
					.doesNotContain("\n");
				assertThat(entry.remedy()).contains("windows: [\"other\"]");
			});
	}

	@Test
	void recentWhenNamesAreMadeUpThenOthersStay() {
		RecentDenials recent = new RecentDenials(8, CLOCK);
		deny(recent, "plugin:notes|purge");
		for (int i = 0; i < 100; i++) {
			deny(recent, "plugin:notes|made_up_" + i);
		}
		assertThat(recent.entries()).hasSize(3);
		assertThat(recent.entries()).extracting(RecentDenials.Entry::command)
			.containsExactlyInAnyOrder("plugin:notes|purge", "plugin:notes|made_up_98", "plugin:notes|made_up_99");
	}

	@Test
	void recentWhenFullThenLeastRecentGoes() {
		RecentDenials recent = new RecentDenials(4, CLOCK);
		for (String window : new String[] { "a", "b", "c", "a", "d" }) {
			deny(recent, "plugin:notes|purge", Caller.local(window));
		}
		assertThat(recent.entries()).extracting(RecentDenials.Entry::window).containsExactlyInAnyOrder("a", "c", "d");
	}

	@Test
	void recentWhenTextsAreLongOrStrangeThenShortenedAndPlain() {
		RecentDenials recent = new RecentDenials(4, CLOCK);
		deny(recent, "plugin:notes|" + "x".repeat(10_000));
		deny(recent, "plugin:a\u001b[31m\r\n\u2028\u202e|x");
		assertThat(recent.entries()).allSatisfy((entry) -> {
			assertThat(entry.command()).hasSizeLessThanOrEqualTo(129).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
			assertThat(entry.explanation()).hasSizeLessThanOrEqualTo(1025)
				.doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
		});
	}

	@Test
	void logWhenFirstThenWarnsWithWhatToPaste(CapturedOutput output) {
		DenialLog log = new DenialLog(this.nanos::get);
		deny(log, "plugin:notes|purge");
		deny(log, "plugin:notes|purge");
		assertThat(warnings(output)).hasSize(1);
		assertThat(output.getAll())
			.contains("Refused 'plugin:notes|purge' to webview 'main': notes.purge not allowed. Permissions")
			.contains("permissions: [\"notes:allow-purge\"]");
	}

	@Test
	void logWhenNameHasControlCharactersThenOneLine(CapturedOutput output) {
		deny(new DenialLog(this.nanos::get), "plugin:x|a\r\n2026 ERROR forged\u001b[31m");
		assertThat(warnings(output)).singleElement()
			.asString()
			.contains("'plugin:x|a", "2026 ERROR forged")
			.doesNotContain("\u001b", "\r");
		assertThat(output.getAll().lines().filter((line) -> line.contains("ERROR forged"))).hasSize(1);
	}

	@Test
	void logWhenNamesAreMadeUpThenLimited(CapturedOutput output) {
		DenialLog log = new DenialLog(this.nanos::get);
		for (int i = 0; i < 1000; i++) {
			deny(log, "plugin:notes|made_up_" + i);
		}
		assertThat(warnings(output)).hasSize(DenialLog.MAX_PER_MINUTE);
		this.nanos.addAndGet(61_000_000_000L);
		deny(log, "plugin:notes|purge");
		assertThat(output.getAll()).contains("'plugin:notes|purge'");
	}

	// Threads of other tests may still write, too.
	private static List<String> warnings(CapturedOutput output) {
		return Arrays.stream(output.getAll().split("\n"))
			.filter((line) -> line.contains("WARN") && line.contains(DenialLog.class.getName()))
			.toList();
	}

	@Test
	void byRuleThenTerseUnlessDetailed() {
		AccessRequest request = new AccessRequest("plugin:notes|purge", Caller.local("main"));
		assertThat(Denied.byRule(request, "not allowed", false).text())
			.isEqualTo("Command plugin:notes|purge not allowed by ACL");
		assertThat(Denied.byRule(request, "not allowed", true).text()).isEqualTo("notes.purge not allowed");
	}

}
