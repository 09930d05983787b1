package dev.tauriboot.path;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a glob: it is refused or it matches, and what stands for one component
 * never takes in a separator.
 */
class PathGlobFuzzTests {

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String text = data.consumeString(60);
		String path = data.consumeRemainingAsString();
		assertThat(PathGlob.of(PathGlob.escape(path), true).matches(path)).isTrue();
		PathGlob glob;
		try {
			glob = PathGlob.of(text, true);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		if (glob.matches(path) && !text.contains("**")) {
			assertThat(separators(path)).as("%s ~ %s", text, path).isLessThanOrEqualTo(separators(text));
		}
	}

	private static long separators(String text) {
		return text.chars().filter((c) -> c == '/').count();
	}

}
