package dev.tauriboot.scope;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ShellOpenScope}.
 */
class ShellOpenScopeTests {

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "/etc/passwd", "xhttps://x.example", "https://", "mailto:a", "" })
	void otherThanMailTelephoneAndWebIsRefused(String target) { // acl row 138
		assertRefused(ShellOpenScope.of(null), target, "^((mailto:\\w+)|(tel:\\w+)|(https?://\\w+)).+");
		assertRefused(ShellOpenScope.of(true), target, "^((mailto:\\w+)|(tel:\\w+)|(https?://\\w+)).+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.example", "http://x.example/p", "mailto:a@x.example", "tel:12" })
	void mailTelephoneAndWebAreAllowed(String target) {
		assertThat(ShellOpenScope.of(null).check(target, null)).isNull();
		assertThat(ShellOpenScope.of("true").check(target, null)).isNull();
	}

	@Test
	void falseRefusesAll() {
		assertRefused(ShellOpenScope.of(false), "https://x.example", "tauri.plugins.shell.open");
		assertRefused(ShellOpenScope.of("false"), "https://x.example", "tauri.plugins.shell.open");
	}

	@Test
	void expressionMatchesAsAWhole() {
		ShellOpenScope scope = ShellOpenScope.of("https://x|ftp://y");
		assertThat(scope.check("https://x", null)).isNull();
		assertRefused(scope, "https://xy", "^https://x|ftp://y$");
		assertRefused(scope, "https://x\n", "^https://x|ftp://y$");
	}

	@ParameterizedTest
	@CsvSource({ "open, open", "Start, start", "XDG-OPEN, xdg-open", "gio, gio", "gnome-open, gnome-open",
			"kde-open, kde-open", "WslView, wslview", "FireFox, firefox", "chrome, chrome", "Google Chrome, chrome",
			"chromium, chromium", "safari, safari" })
	void programsAreKnownInAnyCase(String with, String program) {
		assertThat(ShellOpenScope.of(null).check("https://x.example", with)).isEqualTo(program);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sh", "firefox ", "/usr/bin/firefox" })
	void otherProgramsAreUnknown(String with) {
		assertThatExceptionOfType(ScopeException.class)
			.isThrownBy(() -> ShellOpenScope.of(null).check("https://x.example", with))
			.withMessage("unknown program " + with);
	}

	@Test
	void malformedValueSaysWhy() {
		for (Object value : List.of(1, "", List.of())) {
			assertThatIllegalArgumentException().isThrownBy(() -> ShellOpenScope.of(value))
				.withMessageStartingWith("expected true, false or a regular expression, found ");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> ShellOpenScope.of("("))
			.withMessage("regex parse error near position 1: unclosed group: (");
	}

	private static void assertRefused(ShellOpenScope scope, String target, String regex) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check(target, null))
			.withMessage("Scoped command argument at position 0 was found, but failed regex validation " + regex);
	}

}
