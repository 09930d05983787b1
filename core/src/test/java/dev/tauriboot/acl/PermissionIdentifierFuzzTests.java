package dev.tauriboot.acl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as an identifier: what is accepted is plain, and is kept as it is.
 */
class PermissionIdentifierFuzzTests {

	@FuzzTest(maxDuration = "2s")
	void fuzz(@NotNull String text) {
		if (PermissionIdentifier.problem(text) == null) {
			assertThat(PermissionIdentifier.of(text)).hasToString(text);
			assertThat(text).matches("[A-Za-z0-9:-]+");
		}
	}

}
