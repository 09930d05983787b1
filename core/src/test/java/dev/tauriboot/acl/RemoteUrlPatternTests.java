package dev.tauriboot.acl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RemoteUrlPattern}.
 */
class RemoteUrlPatternTests {

	// acl rows 84 to 100
	@ParameterizedTest(name = "row {0}: {1} and {2}")
	@CsvSource({ "84, https://x.example, https://x.example/any?q#f, true",
			"85, https://x.example, https://x.example:443/, true",
			"86, https://x.example, https://x.example:8443/, false",
			"87, https://x.example, https://u:p@x.example/, true",
			"88, https://x.example, https://x.example@evil.example/, false",
			"89, https://*.x.example, https://a.b.x.example/, true",
			"90, https://*.x.example, https://x.example/, false",
			"91, https://*x.example, https://evilx.example/, true",
			"92, https://x.example/a/*, https://x.example/a, false",
			"93, https://x.example/a/*, https://x.example/a/b/c, true",
			"94, https://x.example/A, https://x.example/a, false", "95, http://*, http://localhost:8080/, false",
			"96, http://*:*, http://localhost:8080/, true", "97, *://x.example, custom://x.example/p, true",
			"98, *://*, file:///etc/passwd, true", "99, http://x.*, http://x.evil.example/, true",
			"100, https://x.example?k=1, https://x.example/p?k=1, true" })
	void matchesAsSpecified(int row, String pattern, String url, boolean expected) {
		assertThat(RemoteUrlPattern.of(pattern).matches(url)).as("row " + row).isEqualTo(expected);
	}

	@Test
	void patternWithoutProtocolIsAnError() { // acl row 101
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUrlPattern.of("x.example"))
			.withMessage("it must begin with a protocol, such as https://");
	}

	@ParameterizedTest
	@CsvSource({ "https://x.example/:id, https://x.example/a, true",
			"https://x.example/:id, https://x.example/a/b, false", "https://x.example/:id, https://x.example/, false",
			"https://:sub.x.example, https://a.x.example/, true",
			"https://:sub.x.example, https://a.b.x.example/, false",
			"https://x.example/p/:id?, https://x.example/p, true",
			"https://x.example/p/:id*, https://x.example/p/a/b, true",
			"https://x.example/p/:id+, https://x.example/p, false",
			"'https://x.example/(\\d+)', https://x.example/12, true",
			"'https://x.example/(\\d+)', https://x.example/1a, false",
			"'https://x.example/:id(a|b)', https://x.example/b, true",
			"'https://x.example/:id(a|b)', https://x.example/bx, false",
			"https://{a.}?x.example, https://x.example/, true", "https://{a.}?x.example, https://a.x.example/, true",
			"https://{a.}?x.example, https://b.x.example/, false",
			"https://x.example/a{b}+, https://x.example/abb, true",
			"https://x.example/{:w-}*end, https://x.example/a-b-end, true",
			"http{s}?://x.example, https://x.example/, true", "http{s}?://x.example, http://x.example/, true",
			"http{s}?://x.example, ftp://x.example/, false",
			"https://x.example/x*\\?q=1, https://x.example/xy?q=1, true",
			"https://x.example/x*\\?q=1, https://x.example/xy?q=2, false",
			"https://x.example/x*?q=1, https://x.example/xy?q=1, false",
			"https://x.example#f, https://x.example/#f, true", "https://x.example#f, https://x.example/#g, false",
			"https://x.example/\\*, https://x.example/*, true", "https://x.example/\\*, https://x.example/a, false",
			"https://u@x.example, https://u@x.example/, true", "https://u@x.example, https://x.example/, false",
			"https://u\\:p@x.example, https://u:q@x.example/, false" })
	void understandsTheSyntaxOfParts(String pattern, String url, boolean expected) {
		assertThat(RemoteUrlPattern.of(pattern).matches(url)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "HTTPS://X.Example/, https://x.example/, true", "https://x.example, HTTPS://X.EXAMPLE, true",
			"https://x.example:443, https://x.example/, true", "https://x.example:0443, https://x.example/, true",
			"https://x.example:8443, https://x.example:8443/, true",
			"https://x.example:8*, https://x.example:8443/, true", "http://127.0.0.1, http://0x7f.1/, true",
			"http://127.1, http://127.0.0.1/, true", "http://127.0.0.*, http://127.0.0.1/, true",
			"http://*, http://127.0.0.1/, true", "http://*, http://[::1]/, true",
			"http://[::1]:8080, http://[::1]:8080/, true", "http://[0:0:0:0:0:0:0:1], http://[::1]/, true",
			"http://[::1], http://[::2]/, false", "https://bücher.example, https://xn--bcher-kva.example/, true",
			"https://*.bücher.example, https://a.xn--bcher-kva.example/, true",
			"https://xn--bcher-kva.example, https://bücher.example/, true",
			"https://x.example/ü, https://x.example/%C3%BC, true",
			"https://x.example/%C3%BC, https://x.example/ü, true",
			"https://x.example/a b, https://x.example/a%20b, true",
			"https://x.example/b, https://x.example/a/../b, true",
			"https://x.example/a/*, https://x.example/a/../b, false",
			"https://x.example/a/*, https://x.example/a/%2e%2E/b, false",
			"https://x.example/a/.*, https://x.example/a/b, false", "https://x.example/b, https:\\\\x.example\\b, true",
			"https://x.example, https:x.example, true", "tauri://x.example, tauri://X.example/, true",
			"*://*, about:blank, true", "https://*, about:blank, false",
			"https://*, 'data:text/html,https://x.example/', false", "https://*, blob:https://x.example/u, false",
			"https://x.example, //x.example/, false", "https://x.example, x.example, false", "*://*, '', false",
			"*://*, https://x.example:99999/, false", "*://*, https://{a}/, false", "*://*, https://exa mple/, false",
			"*://*, https://a%2Fb/, false", "*://*, https://u@/, false", "*://*, https://%zz/, false",
			"*://*, https://faß.de/, false", "*://*, https://fa%c3%9f.de/, false",
			"https://x.example/*, https://x.example/ß, true", "*://*, {a}://x/, false", "*://*, https:faß.de, false",
			"*://*, ' https://fa	ß.de', false", "https://x.example, https://x.example./, false" })
	void readsUrlsAsBrowsersDo(String pattern, String url, boolean expected) {
		assertThat(RemoteUrlPattern.of(pattern).matches(url)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'', must begin with a protocol", "*, must begin with a protocol", "/a, must begin with a protocol",
			"https://, no host", "https:///a, no host", "https://exa mple, no host", "https://a|b, no host",
			"https://256.1.1.1, no host", "https://faß.de, no host", "https://*.a b, a host cannot have ' '",
			"https://bü*, ASCII form", "https://x:99999, out of range", "https://x:8a, a port cannot have 'a'",
			"https://x:(, no expression", "https://x/(a, no expression", "https://x/(?:a), no expression",
			"https://x/((a)), no expression", "https://x/(\\1), backreferences", "'https://x/([)a]', unexpected end",
			"https://x/{a, not closed", "https://x/a}, nothing to refer to", "https://x/a+, nothing to refer to",
			"https://x/:a/:a, a name occurs twice", "https://x/a:/, a name must follow",
			"https://x/\\, nothing to escape", "https://x/a/../b, segments", "https://x/%2e%2E/b, segments",
			"https://x/., segments", "ht tp://x, a protocol cannot have ' '",
			"' https://x', a protocol cannot have ' '", "https://[::1, a name must follow", "https://[x], no host" })
	void malformedPatternSaysWhy(String pattern, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUrlPattern.of(pattern))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhst, http://localhst/",
			"HTTPS://U:p@X.Example:443/a/./b?q#f, https://U:p@x.example/a/b?q#f",
			"file:///etc/passwd, file:///etc/passwd", "about:blank, about:blank",
			"tauri://localhost, tauri://localhost", "http://[::1]:8080, http://[::1]:8080/",
			"https://x/{a}?<'>#`, https://x/%7Ba%7D?%3C%27%3E#%60",
			"'data:text/plain,hi?q#f', 'data:text/plain,hi?q#f'" })
	void normalizesAsBrowsersPrint(String url, String expected) {
		assertThat(RemoteUrlPattern.normalize(url)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "http://", "https://x:y/", "https://a b/" })
	void whatIsNoUrlHasNoNormalForm(String url) {
		assertThat(RemoteUrlPattern.normalize(url)).isNull();
	}

	@Test
	@Timeout(20)
	void longUrlsTakeNoLongTime() {
		RemoteUrlPattern pattern = RemoteUrlPattern.of("https://x.example/*a*a*a*a*a*a*a*(a|a)*b");
		assertThat(pattern.matches("https://x.example/" + "a".repeat(10_000))).isFalse();
		assertThat(pattern.matches("https://x.example/" + "/a".repeat(40_000))).isFalse();
	}

	@Test
	void isAValue() {
		RemoteUrlPattern pattern = RemoteUrlPattern.of("https://X.example");
		assertThat(pattern).isEqualTo(RemoteUrlPattern.of("https://X.example")).hasToString("https://X.example");
		assertThat(pattern).hasSameHashCodeAs(RemoteUrlPattern.of("https://X.example"));
		assertThat(pattern).isNotEqualTo(RemoteUrlPattern.of("https://x.example"));
	}

}
