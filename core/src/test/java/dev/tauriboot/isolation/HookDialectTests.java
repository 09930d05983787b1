package dev.tauriboot.isolation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HookDialect} (v1-compat 5.4).
 */
class HookDialectTests {

	@Test
	void plainHookSeesMessagesAsTheyAre() {
		assertThat(HookDialect.detect("window.__TAURI_ISOLATION_HOOK__ = (payload) => payload"))
			.containsExactly(HookDialect.V2);
		assertThat(HookDialect.detect("p => p.cmd === 'plugin:fs|read_file' ? null : p"))
			.containsExactly(HookDialect.V2);
	}

	@Test
	void comparisonsTellTheOlderDialect() {
		for (String code : List.of("if (p.cmd === 'invoke') {}", "'invoke'==p.cmd",
				"switch (p.cmd) { case \"invoke\": }", "p.cmd !== `invoke`",
				"p.cmd === 'emit' && p.event.startsWith('x')")) {
			assertThat(HookDialect.detect(code)).as(code).containsExactly(HookDialect.INVOKE);
		}
		assertThat(HookDialect.detect("log('invoke')")).containsExactly(HookDialect.V2);
	}

	@Test
	void hookOfBothSeesBoth() {
		assertThat(HookDialect.detect("p.cmd === 'invoke' || p.cmd === 'plugin:fs|read_file'"))
			.containsExactly(HookDialect.V2, HookDialect.INVOKE);
	}

	@Test
	void hookOfTheFirstVersionIsRecognised() {
		assertThat(HookDialect.detect("p.cmd === 'tauri' && p.__tauriModule === 'Fs'")).isEmpty();
		assertThat(HookDialect.detect("p.__tauriModule === 'Fs' || p.cmd === 'plugin:fs|x'"))
			.containsExactly(HookDialect.V2);
	}

}
