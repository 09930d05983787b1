package dev.tauriboot.asset;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ContentSecurityPolicy}.
 */
class ContentSecurityPolicyTests {

	private static final List<String> NONE = List.of();

	private static final List<String> IPC = List.of("http://ipc.localhost");

	@Test
	void textIsSplitAtSemicolons() {
		assertThat(
				ContentSecurityPolicy.parse(" Default-Src 'self'  a ;; img-src *; img-src b;upgrade-insecure-requests"))
			.hasToString("default-src 'self' a; img-src *; upgrade-insecure-requests");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "\u000b", "\u007f", "\u00e9", "\u2028" })
	void charactersThatNoHeaderCanHaveAreRefused(String character) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ContentSecurityPolicy.parse("img-src a" + character + "b"))
			.withMessageContaining("after 'img-src a'");
		assertThat(ContentSecurityPolicy.parse("img-src\r\n\ta")).hasToString("img-src a");
	}

	@Test
	void noncesAndHashesJoinSelf() {
		assertThat(options("default-src 'none'; style-src 'none'").policy(List.of("1"), List.of("'sha256-x'"),
				List.of("2")))
			.hasToString("default-src 'none'; style-src 'self' 'nonce-2'; script-src 'self' 'nonce-1' 'sha256-x'");
	}

	@Test
	void ipcOriginJoinsConnectionsWhereTheyAreRestricted() {
		assertThat(connections("default-src 'self'")).isEqualTo(List.of("'self'", "http://ipc.localhost"));
		assertThat(connections("connect-src 'none'")).isEqualTo(IPC);
		assertThat(connections("img-src a")).isNull();
	}

	@Test
	void disabledModificationLeavesPolicy() { // row 136
		ContentSecurityPolicy policy = ContentSecurityPolicy.parse("default-src 'none'");
		assertThat(new CspOptions(policy, true, NONE, IPC).policy(List.of("1"), NONE, List.of("2"))).isEqualTo(policy);
		assertThat(new CspOptions(policy, false, List.of("style-src", "connect-src"), IPC).policy(List.of("1"), NONE,
				List.of("2")))
			.hasToString("default-src 'none'; script-src 'self' 'nonce-1'");
	}

	@Test
	void isolationOriginJoinsFrames() {
		assertThat(ContentSecurityPolicy.parse("default-src 'none'; frame-src a").withFrame("b"))
			.hasToString("default-src b; frame-src a b");
		assertThat(ContentSecurityPolicy.parse("img-src a").withFrame("b")).hasToString("img-src a");
	}

	private static List<String> connections(String policy) {
		return options(policy).policy(NONE, NONE, NONE).directives().get("connect-src");
	}

	private static CspOptions options(String policy) {
		return new CspOptions(ContentSecurityPolicy.parse(policy), false, NONE, policy.contains("style") ? NONE : IPC);
	}

}
