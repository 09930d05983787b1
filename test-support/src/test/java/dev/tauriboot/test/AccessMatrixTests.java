package dev.tauriboot.test;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.RuntimeAuthority;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AccessMatrix} and {@link AccessMatrixAssert}.
 */
class AccessMatrixTests {

	private static final String REMOTE = "https://x.example/p";

	private final AccessMatrix matrix = AccessMatrix.of(authority())
		.windows("main", "side")
		.origins("local", REMOTE)
		.commands("plugin:notes|list", "plugin:notes|purge", "greet");

	@Test
	void grantsExactlyWhenEveryLineFitsThenPasses() {
		assertThat(this.matrix).grantsExactly("""
				main  local                plugin:notes|*

				main  local                greet
				side  local                greet
				side  https://x.example/p  plugin:notes|list
				""");
	}

	@Test
	void grantsExactlyWhenItDoesNotFitThenSaysWhatIsTooMuchAndWhatIsMissing() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.matrix).grantsExactly("""
				main  local  plugin:notes|*
				main  local  greet
				side  local  plugin:notes|list
				side  local  nothing
				""")).withMessage("""
				Expected other calls to be granted.
				Granted, but not expected:
				  side https://x.example/p plugin:notes|list
				  side local greet
				Expected, but denied:
				  side local plugin:notes|list
				Expected, but not a call of this matrix:
				  side local nothing""");
	}

	@Test
	void grantsNothingWhenSomethingIsGrantedThenFails() {
		assertThat(this.matrix.origins("https://evil.example/")).grantsNothing();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.matrix).grantsNothing());
	}

	@Test
	void grantsWhenDeniedThenFailsWithTheExplanation() {
		assertThat(this.matrix).grants("main", "local", "plugin:notes|purge");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.matrix).grants("side", "local", "plugin:notes|purge"))
			.withMessageContaining("Expected plugin:notes|purge to be granted to local pages in window 'side'")
			.withMessageContaining("notes.purge not allowed on window \"side\"");
	}

	@Test
	void deniesWhenGrantedThenFailsWithTheGrant() {
		assertThat(this.matrix).denies("side", "local", "plugin:notes|purge");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.matrix).denies("main", "local", "plugin:notes|purge"))
			.withMessageContaining("allow-purge");
	}

	@Test
	void withoutPluginsLeavesTheirCommandsOut() {
		assertThat(this.matrix.withoutPlugins("notes").origins("local")).grantsExactly("""
				main local greet
				side local greet
				""");
	}

	private static RuntimeAuthority authority() {
		Manifest notes = new Manifest("notes", List.of("list", "purge"), null, Map.of(), Map.of());
		return new RuntimeAuthority(new Manifests(List.of(notes)), List.of(
				Capability.withId("a").windows("main").permissions("notes:allow-list", "notes:allow-purge").build(),
				Capability.withId("b")
					.windows("side")
					.local(false)
					.remoteUrls("https://x.example")
					.permissions("notes:allow-list")
					.build()),
				Platform.LINUX, true);
	}

}
