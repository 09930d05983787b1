package dev.tauriboot.plugin.log;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogText}.
 */
class LogTextTests {

	@Test
	void textStaysOnItsLine() {
		assertThat(LogText.line("a\nb\r\nc\td", 100)).isEqualTo("a\\nb\\r\\nc\\td");
		assertThat(LogText.line("\u001b[31m\u0000\u009b\u2028\u202e\ufeff", 100))
			.isEqualTo("\\u001b[31m\\u0000\\u009b\\u2028\\u202e\\ufeff");
	}

	@Test
	void plainTextIsLeftAlone() {
		assertThat(LogText.line("Grüße, 世界 😀 \\n {}", 100)).isEqualTo("Grüße, 世界 😀 \\n {}");
		assertThat(LogText.line("\ud83d", 100)).isEqualTo("\\ud83d");
		assertThat(LogText.line("\ude00x", 100)).isEqualTo("\\ude00x");
	}

	@Test
	void longTextIsCut() {
		assertThat(LogText.line("12345", 5)).isEqualTo("12345");
		assertThat(LogText.line("123456", 5)).isEqualTo("12345…");
	}

}
