package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Shell} with real programs.
 */
@Timeout(60)
class ShellTests {

	private static final int MAX_INPUT = 10_000_000;

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Shell shell = new Shell(1_000_000, MAX_INPUT);

	private final List<ShellEvent> events = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void end() {
		this.shell.close();
	}

	private ShellCommand sh(String script) {
		return sh(this.shell, script);
	}

	private static ShellCommand sh(Shell shell, String script) {
		return shell.command("sh").arguments("-c", script);
	}

	private static <T> T get(CompletableFuture<T> future) throws Exception {
		return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
	}

	// rows 152, 153
	@Test
	void programRunsToItsEnd() throws Exception {
		ShellOutput output = get(sh("cat; echo out; echo err >&2; exit 3").execute());
		assertThat(output.status()).isEqualTo(new ExitStatus(3, null));
		assertThat(output.text()).isEqualTo("out\n");
		assertThat(new String(output.stderr(), StandardCharsets.UTF_8)).isEqualTo("err\n");
		assertThat(this.shell.children()).isEmpty();
	}

	// row 153
	@Test
	void signalOfSomebodyElseIsACode() throws Exception {
		assertThat(get(sh("kill -9 $$").execute()).status()).isEqualTo(new ExitStatus(137, null));
	}

	// rows 160, 161
	@Test
	void environmentAndDirectoryAreAsSet() throws Exception {
		String script = "echo \"$A-${PATH:+path}\"; pwd";
		Path real = this.folder.toRealPath();
		assertThat(get(sh(script).environment("A", "b").directory(real.toString()).execute()).text())
			.isEqualTo("b-path\n" + real + "\n");
		assertThat(get(this.shell.command("env").clearEnvironment().environment("A", "b").execute()).text())
			.isEqualTo("A=b\n");
	}

	@Test
	void argumentsSeeNoInterpreter() throws Exception {
		assertThat(get(this.shell.command("printf").arguments("%s|", "$HOME", "a b", "`id`", "").execute()).text())
			.isEqualTo("$HOME|a b|`id`||");
	}

	@Test
	void programThatIsMissingCannotStart() {
		assertThatIOException().isThrownBy(() -> this.shell.command("no-such-program").execute())
			.withMessageContaining("No such file or directory");
		assertThatIOException().isThrownBy(() -> sh("true").directory("/no/such/folder").execute())
			.withMessageContaining("No such file or directory");
		assertThatIOException().isThrownBy(() -> sh("true").environment("A=B", "c").execute())
			.withMessage("Invalid argument");
	}

	@Test
	void outputThatHasNoEndIsCutOff() throws Exception {
		CompletableFuture<ShellOutput> result = this.shell.command("yes").execute();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> get(result))
			.withRootCauseInstanceOf(IOException.class)
			.withMessageContaining("the program wrote more than 1000000 bytes");
		Awaitility.await().atMost(LIMIT).until(() -> this.shell.children().isEmpty());
	}

	@Test
	void cancelledProgramEnds() throws Exception {
		CompletableFuture<ShellOutput> result = sh("sleep 600; true").execute();
		ShellChild child = this.shell.children().get(0);
		result.cancel(true);
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 15));
		assertThatExceptionOfType(CancellationException.class).isThrownBy(result::join);
	}

	// rows 162, 163
	@Test
	void linesAreToldAndTheEndLast() throws Exception {
		get(sh("echo one; printf two").spawn(this.events::add).onEnd());
		assertThat(this.events).hasSize(3);
		assertThat(lines()).isEqualTo("one\ntwo");
		assertThat(this.events.get(2)).isEqualTo(new ShellEvent.Terminated(new ExitStatus(0, null)));
	}

	private String lines() {
		StringBuilder lines = new StringBuilder();
		for (ShellEvent event : this.events) {
			if (event instanceof ShellEvent.Output output) {
				lines.append(new String(output.bytes(), StandardCharsets.UTF_8));
			}
		}
		return lines.toString();
	}

	// row 165
	@Test
	void inputIsReadInOrder() throws Exception {
		ShellChild child = this.shell.command("cat").spawn(this.events::add);
		for (int i = 0; i < 100; i++) {
			child.write((i + "\n").getBytes(StandardCharsets.UTF_8));
		}
		get(child.closeInput());
		assertThat(get(child.onEnd()).succeeded()).isTrue();
		assertThat(lines()).startsWith("0\n1\n2\n").endsWith("98\n99\n");
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> get(child.write(new byte[1])))
			.withMessageContaining("Broken pipe");
	}

	@Test
	void programThatDoesNotReadHoldsUpNobody() throws Exception {
		ShellChild child = this.shell.command("sleep").arguments("600").spawn(this.events::add);
		CompletableFuture<Void> written = child.write(new byte[MAX_INPUT / 2]);
		CompletableFuture<Void> behind = child.write(new byte[MAX_INPUT / 2]);
		assertThat(written).isNotDone();
		child.kill();
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 9));
		for (CompletableFuture<Void> each : List.of(written, behind)) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> get(each))
				.withCauseInstanceOf(IOException.class);
		}
	}

	@Test
	void inputBeyondTheLimitIsRefusedAndTheRestGoesOn() throws Exception {
		ShellChild child = sh("while [ ! -e go ]; do sleep 0.05; done; wc -c").directory(this.folder.toString())
			.spawn(this.events::add);
		CompletableFuture<Void> first = child.write(new byte[MAX_INPUT - 256]);
		CompletableFuture<Void> edge = child.write(new byte[256]);
		assertRefused(child.write(new byte[1]));
		assertRefused(child.write(new byte[0]));
		assertThat(edge).isNotDone();
		Files.createFile(this.folder.resolve("go"));
		get(first);
		get(edge);
		assertRefused(child.write(new byte[MAX_INPUT + 1]));
		get(child.write(new byte[MAX_INPUT]));
		get(child.closeInput());
		get(child.onEnd());
		assertThat(lines().strip()).isEqualTo(String.valueOf(2 * MAX_INPUT));
	}

	private static void assertRefused(CompletableFuture<Void> write) {
		assertThat(write).isCompletedExceptionally();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(write::get)
			.withCauseInstanceOf(IOException.class)
			.withMessageEndingWith("too much input waits for the program: the limit is 10000000 bytes");
	}

	@Test
	void slowListenerSlowsTheProgramDown() throws Exception {
		CountDownLatch told = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		AtomicLong seen = new AtomicLong();
		// One process, so that nobody goes on to write when it is killed.
		ShellChild child = sh("exec head -c 50000000 /dev/zero").spawn((event) -> {
			told.countDown();
			await(go);
			if (event instanceof ShellEvent.Output output) {
				seen.addAndGet(output.bytes().length);
			}
		});
		await(told);
		assertThat(child.onEnd()).isNotDone();
		assertThat(child.isAlive()).isTrue();
		child.kill();
		go.countDown();
		get(child.onEnd());
		assertThat(seen.get()).isLessThan(50_000_000);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void listenerThatFailsEndsTheProgram() throws Exception {
		ShellChild child = sh("while :; do echo x; done").spawn((event) -> {
			throw new IllegalStateException("not now");
		});
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 15));
	}

	@Test
	void listenerThatRunsOutOfMemoryEndsTheProgram() throws Exception {
		ShellChild child = sh("while :; do echo x; done").spawn((event) -> {
			throw new OutOfMemoryError("expected by the test");
		});
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 15));
	}

	// row 166
	@Test
	void killLeavesOthersAlone() throws Exception {
		ShellChild child = sh("trap '' TERM; sleep 600 >/dev/null 2>&1 & echo $!; wait").spawn(this.events::add);
		Awaitility.await().atMost(LIMIT).until(() -> lines().endsWith("\n"));
		ProcessHandle other = ProcessHandle.of(Long.parseLong(lines().strip())).orElseThrow();
		child.kill();
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 9));
		assertThat(other.isAlive()).isTrue();
		other.destroyForcibly();
		child.kill();
	}

	@Test
	void heirsOfTheOutputDoNotHoldUpTheEnd() throws Exception {
		Shell hasty = new Shell(1_000_000, MAX_INPUT, Duration.ofMillis(200));
		ShellChild child = sh(hasty, "sleep 600 & echo $!; wait").spawn(this.events::add);
		Awaitility.await().atMost(LIMIT).until(() -> lines().endsWith("\n"));
		ProcessHandle heir = ProcessHandle.of(Long.parseLong(lines().strip())).orElseThrow();
		child.kill();
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 9));
		assertThat(heir.isAlive()).isTrue();
		heir.destroyForcibly();
	}

	// row 167
	@Test
	void treesThatIgnoreTheRequestEndWithTheApplication() throws Exception {
		ShellChild child = sh(
				"trap '' TERM; (trap '' TERM; while :; do sleep 600; done) & echo $!; while :; do wait; done")
			.spawn(this.events::add);
		Awaitility.await().atMost(LIMIT).until(() -> lines().endsWith("\n"));
		ProcessHandle grandchild = ProcessHandle.of(Long.parseLong(lines().strip())).orElseThrow();
		long start = System.nanoTime();
		this.shell.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		assertThat(child.isAlive()).isFalse();
		// Who has lost its parent is there until the system's first process has seen
		// its end.
		get(grandchild.onExit());
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 9));
		assertThatIOException().isThrownBy(() -> sh("true").execute()).withMessage("the application is ending");
	}

	@Test
	void treeEndsTogether() throws Exception {
		ShellChild child = sh("sleep 600 & echo $!; wait").spawn(this.events::add);
		Awaitility.await().atMost(LIMIT).until(() -> lines().endsWith("\n"));
		ProcessHandle other = ProcessHandle.of(Long.parseLong(lines().strip())).orElseThrow();
		child.end();
		assertThat(get(child.onEnd())).isEqualTo(new ExitStatus(null, 15));
		get(other.onExit());
	}

}
