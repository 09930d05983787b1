package dev.tauriboot.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program that is told to end while it writes leaves whole files, and is gone soon. One
 * that is killed leaves whole files too.
 */
@Timeout(600)
class SignalTests {

	private static final int SIGTERM = 128 + 15;

	private static final int SIGKILL = 128 + 9;

	private static final int SIZE = 1_500_000;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void writingProgramEndsInFiveSecondsAndLeavesWholeFiles(boolean killed) throws Exception {
		long started = System.nanoTime();
		Process process = start();
		// Reading what it says hears no interrupt.
		process.onExit().orTimeout(300, TimeUnit.SECONDS).exceptionally((ex) -> process.destroyForcibly());
		long signalled = 0;
		List<String> output = new ArrayList<>();
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				output.add(line);
				if (line.equals(WritingProgram.READY)) {
					signalled = System.nanoTime();
					signal(process.toHandle(), killed);
				}
			}
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - signalled);
		assertThat(output).contains(WritingProgram.READY);
		assertThat(duration).isLessThan(limit(Duration.ofNanos(signalled - started)));
		assertThat(process.exitValue()).isEqualTo(killed ? SIGKILL : SIGTERM);
		Path data = this.folder.resolve("appdata");
		assertWhole(Files.readString(data.resolve("bytes")));
		assertWhole(Files.readString(data.resolve("text")));
		JsonMapper mapper = JsonMapper.builder().build();
		assertWhole(mapper.readTree(data.resolve("store.json").toFile()).get("text").asString());
		assertThat(mapper.readTree(this.folder.resolve("appconfig/.window-state.json").toFile()).has("main")).isTrue();
		try (Stream<Path> files = Files.list(data)) {
			// Who is killed cannot clean up.
			assertThat(files.map((file) -> file.getFileName().toString())
				.filter((file) -> !killed || !file.startsWith(".")))
				.containsExactlyInAnyOrder("bytes", "text", "store.json");
		}
	}

	// Five seconds, which a machine that takes longer for the start does not have.
	private static Duration limit(Duration start) {
		Duration limit = Duration.ofSeconds(5);
		return (start.compareTo(limit) > 0) ? start : limit;
	}

	private static void signal(ProcessHandle process, boolean killed) {
		if (killed) {
			process.destroyForcibly();
		}
		else {
			process.destroy();
		}
	}

	private static void assertWhole(String content) {
		assertThat(content.length()).isEqualTo(SIZE);
		assertThat(content.chars().distinct().count()).isOne();
	}

	private Process start() throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dspring.devtools.restart.enabled=false", "-cp",
				System.getProperty("java.class.path")));
		for (String name : List.of("glass.platform", "monocle.platform", "prism.order")) {
			String value = System.getProperty(name);
			if (value != null) {
				command.add(1, "-D" + name + "=" + value);
			}
		}
		command.add(WritingProgram.class.getName());
		return new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
	}

}
