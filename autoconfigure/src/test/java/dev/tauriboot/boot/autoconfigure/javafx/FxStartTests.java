package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs that cannot start, or start twice, in processes of their own.
 */
@Tag("engine")
@Timeout(900)
class FxStartTests {

	@TempDir
	private Path folder;

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void end() throws InterruptedException {
		for (Process process : this.started) {
			process.destroyForcibly().waitFor();
		}
	}

	private Path start(String... options) throws IOException {
		Path output = this.folder.resolve("output-" + this.started.size());
		ProcessBuilder builder = ExitProgram.process("signal", options)
			.directory(this.folder.toFile())
			.redirectOutput(output.toFile());
		builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
		this.started.add(builder.start());
		return output;
	}

	@Test
	void toolkitThatDoesNotStartIsExplainedAndEndsTheProgram() throws Exception {
		Path output = start("-Dglass.platform=gtk");
		Process process = this.started.get(0);
		assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isOne();
		assertThat(output).content()
			.contains("APPLICATION FAILED TO START", "JavaFX cannot start: ", "'tauri.runtime' to browser")
			.doesNotContain(ExitProgram.READY);
	}

	@Test
	void twoStartsAtOnceBothRunAndShareNoData() throws Exception {
		String[] options = { "-Dtauri.javafx.user-data-directory=" + this.folder.resolve("data"),
				"-Dtauri.app.windows[0].label=main", "-Dtauri.app.windows[1].label=second" };
		List<Path> outputs = List.of(start(options), start(options));
		Awaitility.await()
			.atMost(Duration.ofMinutes(8))
			.untilAsserted(() -> assertThat(outputs).allSatisfy((output) -> assertThat(output).content()
				.containsSubsequence(ExitProgram.READY, ExitProgram.READY)));
		String both = Files.readString(outputs.get(0)) + Files.readString(outputs.get(1));
		assertThat(both).containsOnlyOnce("The webviews keep their data in a temporary directory");
		assertThat(this.started).allMatch(Process::isAlive);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void nothingListens() throws Exception {
		Path output = start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(8))
			.untilAsserted(() -> assertThat(output).content().contains(ExitProgram.READY));
		assertThat(listening(this.started.get(0).pid())).isEmpty();
		try (ServerSocket control = new ServerSocket(0)) {
			assertThat(listening(ProcessHandle.current().pid()))
				.anyMatch((address) -> address.endsWith(":%04X".formatted(control.getLocalPort())));
		}
	}

	private static List<String> listening(long process) throws IOException {
		Path kernel = Path.of("/proc", Long.toString(process));
		Set<String> own = new HashSet<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(kernel.resolve("fd"))) {
			for (Path file : files) {
				try {
					own.add(Files.readSymbolicLink(file).toString());
				}
				catch (NoSuchFileException ex) {
					// closed since it was listed
				}
			}
		}
		List<String> addresses = new ArrayList<>();
		for (String table : List.of("net/tcp", "net/tcp6")) {
			if (Files.notExists(kernel.resolve(table))) {
				continue;
			}
			for (String line : Files.readAllLines(kernel.resolve(table))) {
				String[] fields = line.trim().split("\\s+");
				if (fields[3].equals("0A") && own.contains("socket:[" + fields[9] + "]")) {
					addresses.add(fields[1]);
				}
			}
		}
		return addresses;
	}

}
