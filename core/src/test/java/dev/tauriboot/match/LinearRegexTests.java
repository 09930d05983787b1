package dev.tauriboot.match;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link LinearRegex}.
 */
class LinearRegexTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "a|b;a;true", "a|b;ax;false", "a|b|;'';true", "(a|b)*c;ababc;true", "a{2,3};a;false",
					"a{2,3};aaa;true", "a{2,3};aaaa;false", "a{2,};aaaaa;true", "a{2};aaa;false", "a+?b;aab;true",
					"(?:ab)+;abab;true", "(?P<n>a)(?<m>b);ab;true", "[a-c&&[^b]]+;ac;true", "[a-c&&[^b]]+;b;false",
					"[]a]+;]a;true", "[^]a]+;];false", "[a-];-;true", "[-a];-;true", "[\\]\\-x]+;]-x;true",
					"[[:alpha:]_]+;ab_;true", "[[:alpha:]];ä;false", "[[:^digit:]];x;true", "\\d+;٣;true",
					"\\w+;äß_9;true", "\\W;ä;false", "\\S;x;true", "\\p{Greek};α;true", "\\pL;α;true", "\\PL;1;true",
					"\\p{^L};1;true", "(?i)straSSe;STRASSE;true", "(?i:a)b;Ab;true", "(?i:a)b;AB;false",
					"(?i)[^a];A;false", "(?i)[b-d];C;true", "a(?i)b|c;C;true", "\\x41\\x{42}\\u0043;ABC;true",
					"^a$;a;true", "a^b;ab;false", "\\ba\\b;a;true", "\\Ba;a;false", "\\.\\*\\\\;.*\\;true",
					"\uD83D\uDE00.;\uD83D\uDE00\uD83D\uDE00;true", "(a*)*b;aaab;true", "(a|a)*;aaaa;true", "();'';true",
					"(a?){3}b;aab;true", "ab(?s:.*);abc;true", "ab(?s:.*);ab;true", "ab(?s:.*);a;false",
					"ab.*c;abxc;true", "ab$;ab;true", "a\\bb;ab;false", "a\\b-;a-;true", "(?!\\.).b;.b;false",
					"(?!\\.).b;ab;true", "a(?!\\.)*b;ab;true" })
	void matchesWhole(String expression, String text, boolean expected) {
		assertThat(LinearRegex.of(expression).matches(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "b;abc;true", "^b;abc;false", "c$;abc;true", "\\bb;a b;true", "x;abc;false",
			"^$;'';true", "b+c;abbbc;true", "(?m)^b;'a';false" })
	void findsAnywhere(String expression, String text, boolean expected) {
		assertThat(LinearRegex.of(expression).find(text)).isEqualTo(expected);
	}

	@Test
	void lineFeedsAreSpecialOnlyWhereSaid() {
		assertThat(LinearRegex.of(".").matches("\n")).isFalse();
		assertThat(LinearRegex.of(".").matches("\r")).isTrue();
		assertThat(LinearRegex.of(".").matches("\u2028")).isTrue();
		assertThat(LinearRegex.of("(?s).").matches("\n")).isTrue();
		assertThat(LinearRegex.of("a$").find("a\n")).isFalse();
		assertThat(LinearRegex.of("(?m)a$").find("a\nb")).isTrue();
		assertThat(LinearRegex.of("(?m)^b").find("a\nb")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "(a+)+$", "(a|aa)+$", "(.*)*x", "(a*)*b", "(?:a?){40}a{40}c", "^(([a-z])+.)+[A-Z]([a-z])+$" })
	@Timeout(60)
	void explosiveExpressionsTakeNoLongTime(String expression) {
		LinearRegex regex = LinearRegex.of(expression);
		assertThat(regex.matches("a".repeat(10_000) + "!")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "(;unclosed group", "a);unopened group", "*a;missing expression",
			"a|*;missing expression", "a{;valid decimal", "a{1;unclosed counted", "a{2,1};repetition count range",
			"a{1001};repetition count above", "[;unexpected end", "[a;unexpected end", "[];unexpected end",
			"[b-a];character class range", "[a--b];difference", "[a~~b];difference",
			"[[:nope:]];unknown character class", "\\;unexpected end", "\\q;unrecognized escape", "\\1;backreferences",
			"(?=a);look-around", "(?!a);look-around", "(?!\\.b);look-around", "(?<=a);look-around",
			"(?<!a);look-around", "(?x)a;flag is not", "(?P<n;group name", "\\p{Nope};property not found",
			"\\x{110000};hexadecimal", "\\x{};hexadecimal", "\\x{4;hexadecimal", "[[:alpha];unclosed character class",
			"\\xZZ;hexadecimal", "\\u12;hexadecimal", "\\b{start};special word", "((a{500}){500}){500};too large" })
	void malformedExpressionSaysWhy(String expression, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> LinearRegex.of(expression))
			.withMessageContaining(message);
	}

	@Test
	void deepNestingIsAnErrorAndNoOverflow() {
		for (String expression : new String[] { "(".repeat(50_000), "[".repeat(50_000), "a" + "*".repeat(50_000),
				"((((((a{0,900}){900}){900}){900}){900}){900}){900}" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> LinearRegex.of(expression));
		}
	}

	@Test
	void quotedTextMatchesItselfOnly() {
		String text = "a.b*[c]\\Q{1}^$|()-\n ü";
		assertThat(LinearRegex.of(LinearRegex.quote(text)).matches(text)).isTrue();
		assertThat(LinearRegex.of(LinearRegex.quote("a.b")).matches("axb")).isFalse();
	}

	@Test
	void isAValue() {
		assertThat(LinearRegex.of("a+")).isEqualTo(LinearRegex.of("a+")).hasToString("a+");
		assertThat(LinearRegex.of("a+")).isNotEqualTo(LinearRegex.of("a*"));
		assertThatNullPointerException().isThrownBy(() -> LinearRegex.of("a").matches(null));
	}

}
