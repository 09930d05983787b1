package dev.tauriboot.scope;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.scope.ProgramScope.Invocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ProgramScope}.
 */
class ProgramScopeTests {

	private static final String REFUSED = "program not allowed on the configured shell scope: ";

	private static final List<?> LOG = List.of("log", Map.of("validator", "\\d+"));

	@Test
	void fixedTextIsUsedWhateverIsPassed() { // acl row 129
		assertThat(git(LOG).check("g", List.of("zzz", "5"), false))
			.isEqualTo(new Invocation("git", List.of("log", "5"), false));
	}

	@Test
	void emptyListOfAYamlFileIsAText() {
		assertThat(git("").check("g", List.of("zzz"), false).arguments()).isEmpty();
	}

	@Test
	void missingArgumentIsRefused() { // acl row 130
		assertRefused(git(LOG), "g", List.of("log"));
	}

	@Test
	void argumentsBeyondTheListAreDropped() { // acl row 131
		assertThat(git(LOG).check("g", List.of("log", "5", "--x"), false).arguments()).containsExactly("log", "5");
	}

	@Test
	void validatorDoesNotPassLineFeed() { // acl row 132
		assertRefused(git(LOG), "g", List.of("log", "5\n"));
	}

	@Test
	void validatorMatchesTheWholeArgument() { // acl row 133
		ProgramScope scope = git(List.of(Map.of("validator", "a|b")));
		assertRefused(scope, "g", List.of("ax"));
		assertRefused(scope, "g", List.of("xb"));
		assertThat(scope.check("g", List.of("b"), false).arguments()).containsExactly("b");
	}

	@Test
	void rawValidatorIsSearched() {
		ProgramScope scope = git(List.of(Map.of("validator", "a|b", "raw", true)));
		assertThat(scope.check("g", List.of("xby"), false).arguments()).containsExactly("xby");
		assertRefused(scope, "g", List.of("x"));
	}

	@Test
	void withoutArgsNothingIsPassedOn() { // acl row 134
		for (Map<?, ?> entry : List.of(Map.of("name", "g", "cmd", "git"),
				Map.of("name", "g", "cmd", "git", "args", false),
				Map.of("name", "g", "cmd", "git", "args", List.of()))) {
			ProgramScope scope = scope(List.of(entry), List.of());
			assertThat(scope.check("g", List.of("x"), false).arguments()).isEmpty();
			assertThat(scope.check("g", null, false).arguments()).isEmpty();
			assertRefused(scope, "g", "x");
		}
	}

	@Test
	void nothingPassedIsFineWhenAllIsFixed() { // acl row 135
		assertThat(git(List.of("one")).check("g", null, false).arguments()).containsExactly("one");
		assertThat(git(List.of("one")).check("g", List.of(), false).arguments()).containsExactly("one");
		assertRefused(git(LOG), "g", null);
	}

	@Test
	void denialHasNoEffectAndIsWarnedOf() { // acl row 136
		ProgramScope scope = scope(List.of(Map.of("name", "g", "cmd", "git")), List.of(Map.of("name", "g")));
		assertThat(scope.check("g", null, false).program()).isEqualTo("git");
		assertThat(scope.warnings()).containsExactly("shell scopes know no denials, this one has no effect: {name=g}");
		assertThat(git(true).warnings()).isEmpty();
	}

	@Test
	void programsGoByNameOnly() { // acl row 137
		assertRefused(git(true), "git", null);
		assertRefused(git(true), "G", null);
	}

	@Test
	void anyArgumentsAreListOrText() {
		assertThat(git(true).check("g", List.of("a", "b"), false).arguments()).containsExactly("a", "b");
		assertThat(git(true).check("g", "a b", false).arguments()).containsExactly("a b");
		assertThat(git(true).check("g", null, false).arguments()).isEmpty();
		assertRefused(git(true), "g", 1);
		assertRefused(git(true), "g", List.of(1));
		assertRefused(git(LOG), "g", "log");
		assertRefused(git(LOG), "g", List.of("log", 5));
	}

	@Test
	void firstEntryWithTheNameDecides() {
		ProgramScope scope = scope(
				List.of(Map.of("name", "g", "cmd", "one"), Map.of("name", "g", "cmd", "two", "args", true)), List.of());
		assertThat(scope.check("g", List.of("x"), false)).isEqualTo(new Invocation("one", List.of(), false));
	}

	@Test
	void programMayBeginWithVariable() {
		assertThat(program("$RESOURCE/bin/../x")).isEqualTo(Path.of("/res/bin/x").toString());
		assertThat(program("./$RESOURCE/x")).isEqualTo("./$RESOURCE/x");
		ProgramScope nowhere = scope(List.of(Map.of("name", "g", "cmd", "$FONT/x"), Map.of("name", "g", "cmd", "git")),
				List.of());
		assertRefused(nowhere, "g", null);
	}

	private static String program(String command) {
		return scope(List.of(Map.of("name", "g", "cmd", command)), List.of()).check("g", null, false).program();
	}

	@Test
	void sidecarIsToldTheCause() {
		ProgramScope scope = scope(
				List.of(Map.of("name", "bin/side", "sidecar", true, "args", LOG), Map.of("name", "git", "cmd", "git")),
				List.of());
		assertThat(scope.check("bin/side", List.of("log", "5"), true))
			.isEqualTo(new Invocation("bin/side", List.of("log", "5"), true));
		assertSidecar(scope, "bin/side", List.of("log"),
				"Scoped command argument at position 1 must match regex validation ^\\d+$ but it was not found");
		assertSidecar(scope, "bin/side", List.of("log", "x"),
				"Scoped command argument at position 1 was found, but failed regex validation ^\\d+$");
		assertSidecar(scope, "bin/side", "log", "Scoped command bin/side received arguments in an unexpected format");
		assertSidecar(scope, "bin/side", null, "Scoped command bin/side received arguments in an unexpected format");
		assertSidecar(scope, "git", null, "The scoped command was called with the improper sidecar flag set");
		assertSidecar(scope, "bin/other", null, "Scoped command bin/other not found");
		assertSidecar(scope, "bin/none", null,
				"sidecar not configured under `tauri.conf.json > bundle > externalBin`: bin/none");
		assertRefused(scope, "bin/side", List.of("log", "5"));
	}

	@Test
	void rawValidatorIsShownAsWritten() {
		ProgramScope scope = scope(
				List.of(Map.of("name", "git", "sidecar", true, "args", List.of(Map.of("validator", "a", "raw", true)))),
				List.of());
		assertSidecar(scope, "git", List.of("x"),
				"Scoped command argument at position 0 was found, but failed regex validation a");
	}

	@Test
	@Timeout(60)
	void validatorsAreBounded() {
		ProgramScope scope = git(List.of(Map.of("validator", "(a+)+(a|aa)*")));
		assertRefused(scope, "g", List.of("a".repeat(30_000) + "!"));
		assertRefused(scope, "g", List.of("a".repeat(40_000)));
		assertThat(scope.check("g", List.of("a".repeat(30_000)), false).arguments()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "\\d+, ٣, true", "\\w+, ä, true", "a., 'a\n', false", "a$, 'a\n', false", "(?i)x, X, true" })
	void expressionsAreOfTheRustKind(String validator, String argument, boolean expected) {
		ProgramScope scope = git(List.of(Map.of("validator", validator)));
		if (expected) {
			assertThat(scope.check("g", List.of(argument), false).arguments()).containsExactly(argument);
		}
		else {
			assertRefused(scope, "g", List.of(argument));
		}
	}

	@Test
	void malformedEntrySaysWhy() {
		assertMalformed(null, "expected {name, cmd, args, sidecar}, found null");
		assertMalformed("git", "expected {name, cmd, args, sidecar}, found `git`");
		assertMalformed(Map.of("cmd", "git"), "missing field `name`");
		assertMalformed(Map.of("name", "", "cmd", "git"), "missing field `name`");
		assertMalformed(Map.of("name", 1, "cmd", "git"), "expected a text for `name`, found 1");
		assertMalformed(Map.of("name", "g"), "The shell scope `command` value is required.");
		assertMalformed(Map.of("name", "g", "sidecar", false), "The shell scope `command` value is required.");
		assertMalformed(Map.of("name", "g", "cmd", List.of()), "expected a text for `cmd`, found []");
		assertMalformed(Map.of("name", "g", "sidecar", "yes"), "expected true or false for `sidecar`, found `yes`");
		assertMalformed(args("x"), "expected true, false or a list for `args`, found `x`");
		assertMalformed(args(List.of(1)), "expected a text or {validator, raw} in `args`, found 1");
		assertMalformed(args(Arrays.asList((Object) null)),
				"expected a text or {validator, raw} in `args`, found null");
		assertMalformed(args(List.of(Map.of("regex", "a"))), "missing field `validator`");
		assertMalformed(args(List.of(Map.of("validator", 1))), "expected a text for `validator`, found 1");
		assertMalformed(args(List.of(Map.of("validator", "a", "raw", 1))), "expected true or false for `raw`, found 1");
		assertMalformed(args(List.of(Map.of("validator", "("))),
				"regex parse error near position 1: unclosed group: (");
		assertMalformed(args(List.of(Map.of("validator", "(?=a)"))),
				"regex parse error near position 3: look-around is not supported: (?=a)");
	}

	private static Map<?, ?> args(Object args) {
		return Map.of("name", "g", "cmd", "git", "args", args);
	}

	private static void assertMalformed(@Nullable Object entry, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> scope(Collections.singletonList(entry), List.of()))
			.withMessage("error deserializing scope: " + message);
	}

	private static void assertRefused(ProgramScope scope, String name, @Nullable Object arguments) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check(name, arguments, false))
			.withMessage(REFUSED + name);
	}

	private static void assertSidecar(ProgramScope scope, String name, @Nullable Object arguments, String message) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check(name, arguments, true))
			.withMessage(message);
	}

	private static ProgramScope git(Object args) {
		return scope(List.of(args(args)), List.of());
	}

	private static ProgramScope scope(List<?> allow, List<?> deny) {
		return ProgramScope.of(allow, deny, List.of("bin/side", "bin/other", "git"),
				(directory) -> (directory == BaseDirectory.RESOURCE) ? Path.of("/res") : null);
	}

}
