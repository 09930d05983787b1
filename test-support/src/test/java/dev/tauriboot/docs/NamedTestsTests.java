package dev.tauriboot.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that the guide names beside its promises exist.
 */
class NamedTestsTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

	@Test
	void namedTestsExist() throws IOException {
		Map<String, String> sources = sources();
		List<String> missing = new ArrayList<>();
		int named = 0;
		for (Path page : files(ROOT.resolve("docs"), ".md")) {
			Matcher test = TEST.matcher(Files.readString(page));
			while (test.find()) {
				named++;
				String source = sources.get(test.group(1));
				if (source == null || (test.group(2) != null && !source.contains("void " + test.group(2) + "("))) {
					missing.add(page.getFileName() + ": " + test.group());
				}
			}
		}
		assertThat(named).isGreaterThan(100);
		assertThat(missing).isEmpty();
	}

	// Two classes of one name count as one.
	private static Map<String, String> sources() throws IOException {
		Map<String, String> sources = new HashMap<>();
		try (Stream<Path> modules = Files.list(ROOT)) {
			for (Path module : modules.filter((path) -> Files.isDirectory(path.resolve("src/test/java"))).toList()) {
				for (Path file : files(module.resolve("src/test/java"), "Tests.java")) {
					String name = file.getFileName().toString().replace(".java", "");
					sources.merge(name, Files.readString(file), String::concat);
				}
			}
		}
		return sources;
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList();
		}
	}

}
