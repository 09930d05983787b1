package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Runs programs beside the application. A bean. No scope is asked: that is for what pages
 * want. Programs end with the application, with all that they have started.
 *
 * @since 0.1.0
 */
public class Shell implements AutoCloseable {

	/**
	 * How much a program may write that is run to its end, unless said otherwise.
	 */
	public static final long DEFAULT_MAX_OUTPUT = 64 * 1024 * 1024;

	/**
	 * How much input may wait for a program to read it, unless said otherwise.
	 */
	public static final long DEFAULT_MAX_INPUT = 64 * 1024 * 1024;

	private static final Log logger = LogFactory.getLog(Shell.class);

	// How long programs may take to end when they are asked to. Twice this passes at
	// most.
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int MAX_LINE = 1024 * 1024;

	private final Set<ShellChild> children = ConcurrentHashMap.newKeySet();

	private final long maxOutput;

	private final long maxInput;

	private final Duration patience;

	private volatile boolean closed;

	/**
	 * Create the bean.
	 */
	public Shell() {
		this(DEFAULT_MAX_OUTPUT, DEFAULT_MAX_INPUT);
	}

	/**
	 * Create the bean.
	 * @param maxOutput how many bytes a program may write that is run to its end
	 * @param maxInput how many bytes may wait for a program to read them
	 */
	public Shell(long maxOutput, long maxInput) {
		this(maxOutput, maxInput, PATIENCE);
	}

	Shell(long maxOutput, long maxInput, Duration patience) {
		Assert.isTrue(maxOutput > 0, "'maxOutput' must be positive");
		Assert.isTrue(maxInput > 0, "'maxInput' must be positive");
		this.maxOutput = maxOutput;
		this.maxInput = maxInput;
		this.patience = patience;
	}

	/**
	 * How much a program may write that is run to its end.
	 * @return the number of bytes of both its outputs
	 */
	public long maxOutput() {
		return this.maxOutput;
	}

	/**
	 * How much input may wait for a program to read it.
	 * @return the number of bytes; a write counts as 256 at least
	 */
	public long maxInput() {
		return this.maxInput;
	}

	/**
	 * Say which program to run.
	 * @param program a name, which is looked for in the path, or a path
	 * @return the command, to be run
	 */
	public ShellCommand command(String program) {
		Assert.hasText(program, "'program' must have text");
		return new ShellCommand(this, program);
	}

	/**
	 * The programs that run.
	 * @return the programs
	 */
	public List<ShellChild> children() {
		return List.copyOf(this.children);
	}

	ShellChild start(ProcessBuilder builder) throws IOException {
		if (this.closed) {
			throw new IOException("the application is ending");
		}
		Process process;
		try {
			process = builder.start();
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new IOException("Invalid argument", ex);
		}
		ShellChild child = new ShellChild(process, this);
		this.children.add(child);
		if (this.closed) {
			child.end();
		}
		return child;
	}

	void watch(ShellChild child, boolean lines, Consumer<ShellEvent> listener) {
		Process process = child.process();
		Turns turns = new Turns(listener);
		CompletableFuture<Void> stdout = pump(child, process.getInputStream(), false, lines, turns);
		CompletableFuture<Void> stderr = pump(child, process.getErrorStream(), true, lines, turns);
		CompletableFuture<Void> output = CompletableFuture.allOf(stdout, stderr);
		// The thread that reaps processes is not for waiting, nor for deep calls.
		Executor last = (work) -> thread(work, "tauri-shell-" + child.pid() + "-end").start();
		process.onExit()
			// What a killed program has started may hold its output open for ever.
			.thenCompose((exited) -> child.isEnding()
					? output.completeOnTimeout(null, this.patience.toMillis(), TimeUnit.MILLISECONDS) : output)
			.thenRunAsync(() -> {
				ExitStatus status = child.status();
				// Whoever hears of the end finds it no more.
				this.children.remove(child);
				child.over();
				turns.last(new ShellEvent.Terminated(status));
				child.hasEnded(status);
			}, last);
	}

	private static CompletableFuture<Void> pump(ShellChild child, InputStream in, boolean error, boolean lines,
			Turns turns) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Runnable work = () -> {
			try {
				OutputReader reader = new OutputReader(in, lines, MAX_LINE);
				for (byte[] bytes = reader.next(); bytes != null; bytes = reader.next()) {
					turns.next(new ShellEvent.Output(error, bytes));
				}
			}
			catch (IOException ex) {
				logger.debug(LogMessage.format("The output of process %d broke off", child.pid()), ex);
			}
			catch (Throwable ex) {
				logger.error("Who watches a program failed", ex);
				child.end();
				drain(in);
			}
			finally {
				done.complete(null);
			}
		};
		thread(work, "tauri-shell-" + child.pid() + (error ? "-stderr" : "-stdout")).start();
		return done;
	}

	private static void drain(InputStream in) {
		try {
			in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			logger.debug("The output of a process broke off", ex);
		}
	}

	static Thread thread(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		return thread;
	}

	void end(ShellChild child) {
		if (child.isAlive()) {
			child.ending();
			thread(() -> end(List.of(child)), "tauri-shell-end").start();
		}
	}

	private void end(Collection<ShellChild> children) {
		children.forEach(ShellChild::ending);
		ProcessTrees.end(children.stream().map((child) -> child.process().toHandle()).toList(), this.patience);
	}

	/**
	 * End all programs. Returns when they have ended, within five seconds.
	 */
	@Override
	public void close() {
		this.closed = true;
		List<ShellChild> running = children();
		if (!running.isEmpty()) {
			end(running);
			running.forEach(ShellChild::awaitExit);
		}
	}

	/**
	 * Lets a listener hear one event after the other, and nothing after the last.
	 */
	private static final class Turns {

		private final Consumer<ShellEvent> listener;

		private final ReentrantLock turn = new ReentrantLock();

		private boolean over;

		Turns(Consumer<ShellEvent> listener) {
			this.listener = listener;
		}

		void next(ShellEvent event) {
			this.turn.lock();
			try {
				if (!this.over) {
					this.listener.accept(event);
				}
			}
			finally {
				this.turn.unlock();
			}
		}

		void last(ShellEvent event) {
			this.turn.lock();
			try {
				this.over = true;
				this.listener.accept(event);
			}
			catch (Throwable ex) {
				logger.error("Who watches a program failed", ex);
			}
			finally {
				this.turn.unlock();
			}
		}

	}

}
