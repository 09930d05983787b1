package dev.tauriboot.boot.autoconfigure.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs start, start again, and end, in processes of their own.
 */
@Timeout(180)
class InstanceTests {

	@TempDir
	private Path folder;

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void end() {
		this.started.forEach((process) -> {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		});
	}

	private Started start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dspring.devtools.restart.enabled=false", "-cp",
				System.getProperty("java.class.path"), InstanceProgram.class.getName()));
		command.addAll(List.of(arguments));
		// A file, since a restarted program writes to it too.
		Path output = this.folder.resolve("output-" + this.started.size());
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().put("XDG_RUNTIME_DIR", this.folder.toString());
		Process process = builder.start();
		this.started.add(process);
		return new Started(process, output);
	}

	/**
	 * A program and what it writes.
	 */
	private record Started(Process process, Path output) {

		List<String> lines() throws IOException {
			return Files.readAllLines(this.output);
		}

		String await(String prefix) {
			return Awaitility.await(prefix)
				.atMost(Duration.ofSeconds(60))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> lines().stream().filter((line) -> line.startsWith(prefix)).findFirst(),
						Optional::isPresent)
				.orElseThrow();
		}

		int end() throws InterruptedException {
			assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return this.process.exitValue();
		}

	}

	// rows 280, 281, 282
	@Test
	void secondStartIsPassedOn() throws Exception {
		String place = this.folder.toString();
		Started first = start("wait", place);
		first.await(InstanceProgram.READY);
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(this.folder.resolve("com.example.instance.instance"))))
			.isEqualTo("rwx------");
		Started second = start("wait", "a b", "--x=ü");
		assertThat(second.end()).isZero();
		assertThat(second.lines()).doesNotContain(InstanceProgram.READY);
		// the window was hidden until then
		assertThat(first.await("second")).isEqualTo("second wait,a b,--x=ü in " + place + " visible true");
		first.process().destroyForcibly().waitFor();
		assertThat(this.folder.resolve("com.example.instance.instance/socket")).exists();
		start("wait", place).await(InstanceProgram.READY);
	}

	@Test
	void ofTwoStartsAtOnceOneGoesOn() throws Exception {
		String place = this.folder.toString();
		List<Started> both = List.of(start("wait", place), start("wait", place));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> both.stream().anyMatch((each) -> !each.process().isAlive()));
		boolean firstGoesOn = both.get(0).process().isAlive();
		assertThat(both.get(firstGoesOn ? 1 : 0).end()).isZero();
		Started one = both.get(firstGoesOn ? 0 : 1);
		assertThat(one.await("second")).startsWith("second wait");
		assertThat(one.process().isAlive()).isTrue();
	}

	@Test
	void noMoreStartsWaitThanConfigured() throws Exception {
		String place = this.folder.toString();
		Started first = start("hold", place, "--tauri.plugins.single-instance.max-waiting=1");
		first.await(InstanceProgram.HELD);
		assertThat(start("wait", "kept").end()).isZero();
		assertThat(start("wait", "kept").end()).isZero();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(
					() -> assertThat(first.output()).content().contains("not told of a second start: 1 wait already"));
		Files.createFile(this.folder.resolve("marker"));
		first.await(InstanceProgram.READY);
		first.await("second wait,kept");
		assertThat(start("wait", "late").end()).isZero();
		first.await("second wait,late");
		assertThat(first.lines()).filteredOn((line) -> line.startsWith("second")).hasSize(2);
	}

	@Test
	void someStartMayWait() throws Exception {
		Started program = start("wait", this.folder.toString(), "--tauri.plugins.single-instance.max-waiting=0");
		assertThat(program.end()).isEqualTo(1);
		assertThat(program.output()).content().contains("'maxWaiting' must be above 0");
	}

	// rows 184, 185
	@Test
	void restartedApplicationHasTheSameArguments() throws Exception {
		String arguments = "relaunch," + this.folder + ",a b,";
		Started first = start("relaunch", this.folder.toString(), "a b", "");
		assertThat(first.await("first")).isEqualTo("first " + arguments);
		assertThat(first.end()).isZero();
		assertThat(first.await("again")).isEqualTo("again " + arguments);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> first.lines().stream().filter("closed"::equals).count() == 2);
	}

	// row 184
	@Test
	void exitCodeIsThatOfTheProcess() throws Exception {
		Files.createFile(this.folder.resolve("marker"));
		Started program = start("relaunch", this.folder.toString());
		assertThat(program.end()).isEqualTo(3);
		assertThat(program.lines()).contains("closed");
	}

	// row 167
	@Test
	void childrenThatIgnoreTheRequestEndWithTheApplication() throws Exception {
		Started program = start("child", this.folder.toString());
		program.await(InstanceProgram.READY);
		ProcessHandle child = ProcessHandle.of(Long.parseLong(program.await("child").split(" ")[1])).orElseThrow();
		assertThat(child.isAlive()).isTrue();
		long begin = System.nanoTime();
		program.process().destroy();
		program.end();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
	}

	// row 255
	@Test
	void logIsRotatedByThePropertiesOfBoot() throws Exception {
		Path logs = this.folder.resolve("logs");
		Started program = start("log", this.folder.toString(), "--logging.level.webview=info",
				"--logging.file.name=" + logs.resolve("notes.log"), "--logging.logback.rollingpolicy.max-file-size=4KB",
				"--logging.logback.rollingpolicy.file-name-pattern=" + logs.resolve("notes.%d.%i.log"),
				// Else Logback looks for old files on another thread, with the calendar
				// that the rotation uses meanwhile, and now and then deletes new ones.
				"--logging.logback.rollingpolicy.max-history=0");
		assertThat(program.end()).as(() -> program.output().toString()).isZero();
		try (Stream<Path> files = Files.list(logs)) {
			List<Path> rotated = files.filter((file) -> !file.endsWith("notes.log")).toList();
			assertThat(rotated).hasSizeGreaterThan(1)
				.allSatisfy((file) -> assertThat(Files.size(file)).isBetween(4096L, 8192L));
		}
		assertThat(logs.resolve("notes.log")).content().contains("99xxx").contains("INFO").contains("webview.main");
		assertThat(Files.size(logs.resolve("notes.log"))).isLessThan(8192);
	}

}
