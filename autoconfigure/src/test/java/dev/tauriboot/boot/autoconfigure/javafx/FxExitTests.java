package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs end as they should while the engine is busy. Set the system property
 * {@code exits} for more than a few, and {@code glass.platform} for a window system.
 */
@Tag("engine")
class FxExitTests {

	private static final int SIGTERM = 128 + 15;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "signal, 4", "exit, 4", "exit-on-javafx, 1", "close, 4" })
	@Timeout(600)
	void endsNormally(String way, int times) throws Exception {
		for (int i = 0; i < Integer.getInteger("exits", times); i++) {
			assertThat(run(way)).as(way + " " + i).isEqualTo(way.equals("signal") ? SIGTERM : 0);
			assertThat(this.folder).isEmptyDirectory();
		}
	}

	private int run(String way) throws IOException, InterruptedException {
		Process process = ExitProgram.process(way).directory(this.folder.toFile()).start();
		StringBuilder output = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				output.append(line).append('\n');
				if (way.equals("signal") && line.equals(ExitProgram.READY)) {
					process.toHandle().destroy();
				}
			}
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(output).contains(ExitProgram.READY);
		return process.exitValue();
	}

}
