package dev.tauriboot.path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PathGlob}.
 */
class PathGlobTests {

	@ParameterizedTest
	@CsvSource({ "/d/**, /d, false", "/d/**, /d/x/y, true", "/d/*, /d/x/y, false", "/d/*, /d/x, true",
			"/d/**, /d/.git/config, false", "/d/**, /d/a/.env, false", "/d/.*, /d/.env, true",
			"/d/[.]env, /d/.env, false", "/d/*.TXT, /d/a.txt, true", "/a/**/b, /a/b, true", "/a/**/b, /a/x/y/b, true",
			"/a/**/b, /a/.x/b, false", "/a/**/*, /a/.b, false", "/a/**/*.md, /a/x/b.md, true", "/d/?, /d/ab, false",
			"/d/?, /d/., false", "/d/[!a], /d/b, true", "/d/[!a], /d/a, false", "/d/[a-c]x, /d/Bx, true",
			"/d/[]]x, /d/]x, true", "/d/x[/]y, /d/x/y, false", "/d/(a|b)+$, '/d/(a|b)+$', true", "/d/{a}, /d/a, false",
			"/d/*.x, /d/.x, false", "/d/*?, /d/a., true", "/d/[c-a]x, /d/bx, false", "/d/[!c-a], /d/b, true",
			"/d/[!c-a], /d/., false", "/ä, /Ä, false", "/d/[À-Å], /d/à, false", "/d/**/**/b, /d/x/b, true",
			"/**, /d, true", "/d/[!/]x, /d//x, false", "/D/[A-C], /d/b, true" })
	void matchesComponentWise(String glob, String path, boolean expected) { // acl rows
																			// 109 to 116
		assertThat(PathGlob.of(glob, true).matches(path)).isEqualTo(expected);
	}

	@Test
	void dotsMatchWhenNotRequiredLiterally() { // acl row 112
		assertThat(PathGlob.of("/d/**", false).matches("/d/.git/config")).isTrue();
	}

	@Test
	void escapedTextMatchesItselfOnly() { // acl row 124
		PathGlob glob = PathGlob.of(PathGlob.escape("/d/[x]*") + "/*", true);
		assertThat(glob.matches("/d/[x]*/f")).isTrue();
		assertThat(glob.matches("/d/x/f")).isFalse();
	}

	@Test
	@Timeout(60)
	void longPathsTakeNoLongTime() {
		PathGlob glob = PathGlob.of("/**/*a*a*a*/**/*a*a/**/b", true);
		assertThat(glob.matches("/" + "a/".repeat(4000) + "a".repeat(4000))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "a***, regular", "a**, single path component", "**a, single path component", "/[a, invalid range" })
	void malformedPatternSaysWhy(String glob, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> PathGlob.of(glob, true)).withMessageContaining(message);
	}

}
