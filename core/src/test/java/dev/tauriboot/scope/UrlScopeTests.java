package dev.tauriboot.scope;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link UrlScope}.
 */
class UrlScopeTests {

	private static final UrlScope EMPTY = UrlScope.of(List.of(), List.of());

	@Test
	void emptyScopeAllowsNothing() { // acl row 125
		assertRefused(EMPTY, "https://x.example/", "url not allowed on the configured scope: https://x.example/");
		assertRefused(EMPTY, "https://x.example", "url not allowed on the configured scope: https://x.example/");
	}

	@Test
	void denialBeatsGrant() { // acl row 126
		UrlScope scope = UrlScope.of(List.of("https://x.example/*"), List.of("https://x.example/k*"));
		assertRefused(scope, "https://x.example/kk", "url not allowed on the configured scope: https://x.example/kk");
		assertThat(scope.check("https://x.example/a/../l")).hasToString("https://x.example/l");
		assertRefused(scope, "https://x.example/l/../kk",
				"url not allowed on the configured scope: https://x.example/kk");
	}

	@Test
	void dataNeedsNoScope() { // acl row 127
		assertThat(EMPTY.check("data:text/plain,hi")).hasToString("data:text/plain,hi");
		assertThat(EMPTY.check("data:,Straße")).hasToString("data:,Stra%C3%9Fe");
		assertThat(EMPTY.check("data:," + "x".repeat(100_000))).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "ftp://x.example/, ftp", "file:///etc/passwd, file", "custom://x.example, custom",
			"about:blank, about", "blob:https://x.example/u, blob" })
	void otherSchemesAreNotSupported(String url, String scheme) { // acl row 128
		UrlScope all = UrlScope.of(List.of("*://*:*"), List.of());
		assertRefused(all, url, "scheme " + scheme + " not supported");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x.example", "//x.example/", "http://", "https://x:99999/", "https://a b/" })
	void whatIsNoUrlIsRefused(String url) {
		UrlScope all = UrlScope.of(List.of("*://*:*"), List.of());
		assertRefused(all, url, "url not allowed on the configured scope: " + url);
	}

	@Test
	void overlongUrlIsRefused() {
		UrlScope all = UrlScope.of(List.of("*://*:*"), List.of("https://x.example/k*"));
		String url = "https://x.example/" + "x".repeat(70_000);
		assertRefused(all, url, "url not allowed on the configured scope: " + url);
	}

	@Test
	void dotBehindTheHostIsNoWayAroundDenial() {
		UrlScope scope = UrlScope.of(List.of("https://*"), List.of("https://x.example"));
		assertRefused(scope, "https://x.example./", "url not allowed on the configured scope: https://x.example./");
		assertThat(scope.check("https://y.example./")).isNotNull();
	}

	@Test
	void entriesAreTextsOrMaps() {
		UrlScope scope = UrlScope.of(List.of(Map.of("url", "http://a"), "http://b"), List.of());
		assertThat(scope.check("http://a/")).isNotNull();
		assertThat(scope.check("http://b/")).isNotNull();
	}

	@Test
	void malformedEntrySaysWhy() {
		for (Object entry : Arrays.asList(null, 1, "", List.of(), Map.of(), Map.of("url", 1), Map.of("path", "x"))) {
			assertMalformed(Collections.singletonList(entry), "expected a text or {url: <text>}, found ");
		}
		assertMalformed(List.of("x.example"), "`x.example` is not a valid URL pattern: it must begin with a protocol");
	}

	private static void assertMalformed(List<?> entries, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> UrlScope.of(entries, List.of()))
			.withMessageStartingWith("error deserializing scope: " + message);
		assertThatIllegalArgumentException().isThrownBy(() -> UrlScope.of(List.of(), entries))
			.withMessageStartingWith("error deserializing scope: " + message);
	}

	private static void assertRefused(UrlScope scope, String url, String message) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check(url)).withMessage(message);
	}

}
