package dev.tauriboot.scope;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link OpenerScope}.
 */
class OpenerScopeTests {

	private static final OpenerScope DEFAULTS = scope(List.of(Map.of("url", "mailto:*"), Map.of("url", "tel:*"),
			Map.of("url", "http://*"), Map.of("url", "https://*")), List.of());

	@TempDir
	Path folder;

	@Test
	void defaultUrlsAreAllowed() { // acl row 139
		assertAllowed(DEFAULTS, "https://x.example", null);
		assertAllowed(DEFAULTS, "mailto:a@x.example", null);
	}

	@Test
	void applicationNeedsPermission() { // acl row 140
		assertRefused(DEFAULTS, "https://x.example", "firefox",
				"Not allowed to open url https://x.example with firefox");
	}

	@Test
	void urlIsNotNormalized() { // acl row 141
		assertRefused(DEFAULTS, "HTTPS://x.example", null, "Not allowed to open url HTTPS://x.example");
		OpenerScope exact = scope(List.of(Map.of("url", "https://x.example")), List.of());
		assertAllowed(exact, "https://x.example", null);
		assertRefused(exact, "https://x.example/", null, "Not allowed to open url https://x.example/");
	}

	@Test
	void anyApplicationMayBeAllowed() { // acl row 142
		OpenerScope scope = scope(List.of(Map.of("url", "https://x.example/*", "app", true)), List.of());
		assertAllowed(scope, "https://x.example/a", "firefox");
		assertAllowed(scope, "https://x.example/a", null);
	}

	@Test
	void oneOrNoApplicationMayBeAllowed() {
		OpenerScope one = scope(List.of(Map.of("url", "*", "app", "firefox")), List.of());
		assertAllowed(one, "x", "firefox");
		assertRefused(one, "x", "chrome", "Not allowed to open url x with chrome");
		assertRefused(one, "x", null, "Not allowed to open url x");
		OpenerScope none = scope(List.of(Map.of("url", "*", "app", false)), List.of());
		assertRefused(none, "x", null, "Not allowed to open url x");
		assertRefused(none, "x", "firefox", "Not allowed to open url x with firefox");
	}

	@Test
	void denialFitsUrlAndApplication() {
		OpenerScope scope = scope(List.of(Map.of("url", "*", "app", true)),
				List.of(Map.of("url", "*k*", "app", "firefox")));
		assertRefused(scope, "kk", "firefox", "Not allowed to open url kk with firefox");
		assertAllowed(scope, "kk", null);
		assertAllowed(scope, "ll", "firefox");
	}

	@Test
	void emptyScopeAllowsNothing() {
		assertRefused(scope(List.of(), List.of()), "https://x.example", null,
				"Not allowed to open url https://x.example");
		assertPathRefused(scope(List.of(), List.of()), "/x", null, "Not allowed to open path /x");
	}

	@Test
	void urlGoesBeforePath() {
		OpenerScope scope = scope(List.of(Map.of("url", "x", "path", "/**")), List.of());
		assertAllowed(scope, "x", null);
		assertPathRefused(scope, "/x", null, "Not allowed to open path /x");
	}

	@Test
	void pathAndApplicationMayBeOfDifferentEntries() throws Exception {
		Path real = this.folder.toRealPath();
		OpenerScope scope = scope(
				List.of(Map.of("path", real + "/*"), Map.of("path", "/nowhere", "app", "vi"), Map.of("url", "*")),
				List.of(Map.of("path", real + "/k*", "app", "none")));
		assertThat(scope.checkPath(real + "/a", null)).isEqualTo(real.resolve("a"));
		assertThat(scope.checkPath(real + "/a", "vi")).isEqualTo(real.resolve("a"));
		assertPathRefused(scope, real + "/a", "ed", "Not allowed to open path " + real + "/a with ed");
		assertPathRefused(scope, real + "/kk", null, "Not allowed to open path " + real + "/kk");
		assertPathRefused(scope, real + "/x/../a", null, "Not allowed to open path " + real + "/x/../a");
		assertPathRefused(scope, real + "/a\0", null, "Not allowed to open path " + real + "/a\0");
	}

	@Test
	void malformedEntrySaysWhy() {
		for (Object entry : Arrays.asList(null, "https://x.example", 1)) {
			assertMalformed(entry, "expected {url, app} or {path, app}, found ");
		}
		assertMalformed(Map.of("app", true), "expected {url, app} or {path, app}, found {app=true}");
		assertMalformed(Map.of("url", 1), "expected a text for `url`, found 1");
		assertMalformed(Map.of("path", 1), "expected a text for `path`, found 1");
		assertMalformed(Map.of("path", ""), "expected a text or {path: <text>}, found an empty text");
		assertMalformed(Map.of("url", "x", "app", 1), "expected true, false or an application for `app`, found 1");
		assertMalformed(Map.of("url", "x", "app", ""),
				"expected true, false or an application for `app`, found an empty text");
		assertMalformed(Map.of("url", "a["),
				"failed to run glob: Pattern syntax error near position 1: invalid range pattern");
		assertMalformed(Map.of("path", "/a["), "Pattern syntax error near position 2: invalid range pattern");
	}

	private static void assertMalformed(@Nullable Object entry, String message) {
		List<?> entries = Collections.singletonList(entry);
		assertThatIllegalArgumentException().isThrownBy(() -> scope(entries, List.of()))
			.withMessageStartingWith("error deserializing scope: " + message);
		assertThatIllegalArgumentException().isThrownBy(() -> scope(List.of(), entries))
			.withMessageStartingWith("error deserializing scope: " + message);
	}

	private static void assertAllowed(OpenerScope scope, String url, @Nullable String application) {
		assertThatNoException().isThrownBy(() -> scope.checkUrl(url, application));
	}

	private static void assertRefused(OpenerScope scope, String url, @Nullable String application, String message) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.checkUrl(url, application))
			.withMessage(message);
	}

	private static void assertPathRefused(OpenerScope scope, String path, @Nullable String application,
			String message) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.checkPath(path, application))
			.withMessage(message);
	}

	private static OpenerScope scope(List<?> allow, List<?> deny) {
		return OpenerScope.of(allow, deny, (directory) -> null, null);
	}

}
