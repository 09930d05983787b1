package dev.tauriboot.conformance;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.event.Events;
import org.apache.commons.logging.LogFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Row 252 of the plugins' contract: pages see no lines where nobody has asked for it.
 */
@Import(LogTargetOffTests.Grants.class)
class LogTargetOffTests extends PageTests {

	@Autowired
	private Events events;

	// row 252
	@Test
	void linesStayInTheBackEnd() throws Exception {
		js("""
				const { attachLogger } = await import('@tauri-apps/plugin-log');
				globalThis.seen = [];
				await attachLogger((line) => seen.push(line.message));
				""");
		LogFactory.getLog("com.example.Notes").error("secret");
		this.events.emit("log://log", new Line("last", 3));
		Awaitility.await().until(() -> js("return seen;").toString(), (seen) -> seen.contains("last"));
		assertThat(js("return seen;").toString()).isEqualTo("[\"last\"]");
	}

	record Line(String message, int level) {
	}

	/**
	 * What the page may do.
	 */
	@TestConfiguration
	static class Grants {

		@Bean
		Capability log() {
			return Capability.withId("log").windows("*").permissions("core:default", "log:default").build();
		}

	}

}
