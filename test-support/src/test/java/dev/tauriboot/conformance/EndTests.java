package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages end the process that they are in, by the unmodified package
 * {@code @tauri-apps/plugin-process}.
 */
@Timeout(900)
@EnabledOnOs(OS.LINUX)
class EndTests {

	private static final Duration PATIENCE = Duration.ofSeconds(240);

	@TempDir
	private Path folder;

	private Process process;

	@AfterEach
	void end() throws IOException {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
		for (String line : lines("start")) {
			child(line).ifPresent(ProcessHandle::destroyForcibly);
		}
	}

	private int run(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dspring.devtools.restart.enabled=false", "-cp",
				System.getProperty("java.class.path"), EndProgram.class.getName()));
		command.addAll(List.of(arguments));
		// A file, since a restarted program writes to it too.
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output().toFile());
		builder.environment().put("XDG_RUNTIME_DIR", this.folder.toString());
		builder.environment().put("XDG_DATA_HOME", this.folder.toString());
		builder.environment().put("XDG_CONFIG_HOME", this.folder.toString());
		this.process = builder.start();
		assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(() -> lines("").toString())
			.isTrue();
		return this.process.exitValue();
	}

	private Path output() {
		return this.folder.resolve("output");
	}

	private List<String> lines(String prefix) {
		try {
			return Files.readAllLines(output()).stream().filter((line) -> line.startsWith(prefix)).toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static Optional<ProcessHandle> child(String line) {
		return ProcessHandle.of(Long.parseLong(line.split(" ")[3]));
	}

	private static Optional<ProcessHandle> ended(String line) {
		return ProcessHandle.of(Long.parseLong(line.split(" ")[1]));
	}

	// rows 167, 184, 233
	@Test
	void exitSavesEndsChildrenAndHasItsCode() throws Exception {
		assertThat(run("exit")).as(() -> lines("").toString()).isEqualTo(3);
		assertThat(lines("start")).singleElement().asString().matches("start 0 child \\d+ \\[exit]");
		assertThat(lines("closed")).hasSize(1);
		Awaitility.await().atMost(PATIENCE).until(() -> child(lines("start").get(0)).isEmpty());
		assertThat(this.folder.resolve("com.example.end/end.json")).content().contains("\"starts\"").contains("1");
		assertThat(this.folder.resolve("com.example.end/.window-state.json")).content().contains("\"main\"");
	}

	// row 185
	@Test
	void relaunchStartsAgainWithTheSameArguments() throws Exception {
		assertThat(run("again", "a b", "", "ü")).as(() -> lines("").toString()).isZero();
		Awaitility.await().atMost(PATIENCE).until(() -> lines("closed").size() == 2);
		// a second instance would have ended at once, and what was saved shows that it is
		// the second
		assertThat(lines("start")).satisfiesExactly(
				(first) -> assertThat(first).startsWith("start 0 ").endsWith(" [again, a b, , ü]"),
				(second) -> assertThat(second).startsWith("start 1 ").endsWith(" [again, a b, , ü]"));
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> lines("start").stream().allMatch((line) -> child(line).isEmpty()));
		// It writes to the folder until it has ended.
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> lines("closed").stream().allMatch((line) -> ended(line).isEmpty()));
	}

}
