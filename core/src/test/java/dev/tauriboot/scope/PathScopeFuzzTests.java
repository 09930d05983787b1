package dev.tauriboot.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a path: none leads out of a scope, links and denials included.
 */
class PathScopeFuzzTests {

	private static final Path ROOT = folder();

	private static final Path INSIDE = ROOT.resolve("inside");

	private static final PathScope SCOPE = PathScope.builder((directory) -> INSIDE)
		.allow(List.of("$APPDATA", "$APPDATA/**"))
		.deny(List.of("$APPDATA/private/**"))
		.build();

	private static Path folder() {
		try {
			Path root = Files.createTempDirectory("fuzz").toRealPath();
			Files.createDirectories(root.resolve("inside/private"));
			Files.writeString(root.resolve("inside/private/key"), "secret");
			Files.writeString(root.resolve("outside"), "secret");
			Files.createSymbolicLink(root.resolve("inside/out"), root);
			Files.createSymbolicLink(root.resolve("inside/p"), root.resolve("inside/private"));
			Files.createSymbolicLink(root.resolve("inside/loop"), root.resolve("inside/loop"));
			return root;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String prefix = data.pickValue(new String[] { "", INSIDE + "/", "file://" + INSIDE + "/", "out/", "p/", "loop/",
				ROOT + "/", "file:" });
		String text = prefix + data.consumeRemainingAsString();
		Path found;
		try {
			found = SCOPE.check(text, INSIDE);
		}
		catch (ScopeException ex) {
			return;
		}
		assertThat(found).as(text).startsWithRaw(INSIDE);
		assertThat(found.startsWith(INSIDE.resolve("private")) && !found.equals(INSIDE.resolve("private"))).as(text)
			.isFalse();
	}

}
