package dev.tauriboot.acl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LabelPattern}.
 */
class LabelPatternTests {

	@Test
	void starMatchesSeparators() { // acl row 102
		assertThat(LabelPattern.of("*").matches("a/b:c")).isTrue();
	}

	@Test
	void questionMarkIsOneCharacter() { // acl row 103
		assertThat(LabelPattern.of("doc-?").matches("doc-10")).isFalse();
		assertThat(LabelPattern.of("doc-?").matches("doc-1")).isTrue();
	}

	@Test
	void rangeMayBeNegated() { // acl row 104
		assertThat(LabelPattern.of("doc-[!0-9]").matches("doc-x")).isTrue();
		assertThat(LabelPattern.of("doc-[!0-9]").matches("doc-5")).isFalse();
	}

	@Test
	void starMatchesEmptyText() { // acl row 105
		assertThat(LabelPattern.of("doc-*").matches("doc-")).isTrue();
	}

	@Test
	void bracesAreLiteral() { // acl row 106
		assertThat(LabelPattern.of("{a,b}").matches("a")).isFalse();
		assertThat(LabelPattern.of("{a,b}").matches("{a,b}")).isTrue();
	}

	@Test
	void recursiveWildcardMustBeAComponent() { // acl row 107
		assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("doc**"))
			.withMessage("failed to run glob: Pattern syntax error near position 2: "
					+ "recursive wildcards must form a single path component");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("**x"))
			.withMessage("failed to run glob: Pattern syntax error near position 2: "
					+ "recursive wildcards must form a single path component");
	}

	@Test
	void threeStarsAreAnError() { // acl row 108
		assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("***"))
			.withMessage("failed to run glob: Pattern syntax error near position 2: "
					+ "wildcards are either regular `*` or recursive `**`");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a[", "a[]", "a[!", "a[!]", "a[bc" })
	void unclosedRangeIsAnError(String glob) {
		assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of(glob))
			.withMessage("failed to run glob: Pattern syntax error near position 1: invalid range pattern");
	}

	@ParameterizedTest
	@CsvSource({ "main, main, true", "main, Main, false", "main, main2, false", "'', '', true", "'', a, false",
			"a/**/b, a/b, true", "a/**/b, a/x/y/b, true", "a/**/b, a/xb, false", "a/**, a/x/y, true", "a/**, a, false",
			"**, a/b, true", "**/a, a, true", "**/**/a, x/a, true", "[]], ], true", "[!]], ], false",
			"[a-c]x, bx, true", "[c-a]x, bx, false", "[!c-a]x, bx, true", "[ab-], -, true", "[*], *, true",
			"[*], x, false", "\\*, \\x, true", "\\*, *, false", "!a, b, false", ".*, .x, true", "*, .x, true",
			"ü?, üß, true", "?, \uD83D\uDE00, true", "a.b, axb, false" })
	void matchesWholeLabels(String glob, String label, boolean expected) {
		assertThat(LabelPattern.of(glob).matches(label)).isEqualTo(expected);
	}

	@Test
	@Timeout(20)
	void manyStarsTakeNoLongTime() {
		LabelPattern pattern = LabelPattern.of("*a".repeat(200) + "b");
		assertThat(pattern.matches("a".repeat(5000))).isFalse();
	}

	@Test
	void isAValue() {
		assertThat(LabelPattern.of("a*")).isEqualTo(LabelPattern.of("a*")).hasSameHashCodeAs(LabelPattern.of("a*"));
		assertThat(LabelPattern.of("a*")).isNotEqualTo(LabelPattern.of("a?")).hasToString("a*");
	}

}
