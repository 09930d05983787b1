package dev.tauriboot.plugin.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StartCommand} and {@link ProcessRestarter}.
 */
class StartCommandTests {

	private static final List<String> ARGUMENTS = List.of("a", "b c");

	@TempDir
	private Path folder;

	@Test
	void packedApplicationIsItsOwnProgram() {
		assertThat(StartCommand.of("/opt/notes/bin/notes", Path.of("/none"), "/opt/java", List.of("x"), ARGUMENTS))
			.containsExactly("/opt/notes/bin/notes", "a", "b c");
	}

	@Test
	void longCommandLineIsWhole() throws IOException {
		String path = "x".repeat(200_000);
		Path file = Files.writeString(this.folder.resolve("cmdline"), "java\0-cp\0" + path + "\0Main\0\0b c\0");
		assertThat(StartCommand.of(null, file, "/opt/java", null, ARGUMENTS)).containsExactly("/opt/java", "-cp", path,
				"Main", "", "b c");
	}

	@Test
	void withoutItThatOfTheHandleCounts() {
		assertThat(StartCommand.of(null, Path.of("/none"), "/opt/java", List.of("-jar", "x.jar"), ARGUMENTS))
			.containsExactly("/opt/java", "-jar", "x.jar");
	}

	@Test
	void withoutBothTheLauncherIsAskedForItsOptions() {
		assertThat(StartCommand.of(null, Path.of("/none"), "/opt/java", null, ARGUMENTS)).startsWith("/opt/java")
			.endsWith("a", "b c")
			.containsAnyOf("-cp", "-jar");
	}

	@Test
	void unknownProgramCannotBeRestarted() {
		assertThat(StartCommand.of(null, Path.of("/none"), null, null, ARGUMENTS)).isEmpty();
		ProcessRestarter restarter = new ProcessRestarter((code) -> {
		}, List.of());
		assertThatIllegalStateException().isThrownBy(restarter::restart)
			.withMessage("cannot restart: the command line of this process is not known");
	}

	@Test
	void thisProcessKnowsHowItWasStarted() {
		assertThat(StartCommand.of(List.of())).hasSizeGreaterThan(2)
			.containsAnyOf("-cp", "-classpath", "-jar")
			.first()
			.asString()
			.contains("java");
	}

}
