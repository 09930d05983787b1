package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.util.Assert;

/**
 * A program that runs beside the application. It and what it has started end with the
 * application at the latest. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class ShellChild {

	private static final long IDLE_SECONDS = 5;

	private final Process process;

	private final Shell shell;

	// One thread, for the order, and only while there is something to write: a program
	// that does not read holds up nobody else.
	private final ThreadPoolExecutor writer;

	private final CompletableFuture<ExitStatus> end = new CompletableFuture<>();

	private volatile boolean ended;

	ShellChild(Process process, Shell shell) {
		this.process = process;
		this.shell = shell;
		this.writer = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(work) -> Shell.thread(work, "tauri-shell-" + process.pid() + "-stdin"));
		this.writer.allowCoreThreadTimeOut(true);
	}

	/**
	 * The number of its process.
	 * @return the number
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Whether it runs.
	 * @return {@code false} once it has ended
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Write to its standard input, after what was given before.
	 * @param bytes what to write
	 * @return completes when the program has it or a pipe does, fails with an
	 * {@link IOException} if nobody reads it any more
	 */
	public CompletableFuture<Void> write(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		return onInput((stdin) -> {
			stdin.write(bytes);
			stdin.flush();
		});
	}

	/**
	 * End its standard input, after what was given before.
	 * @return completes when that is done
	 */
	public CompletableFuture<Void> closeInput() {
		return onInput(OutputStream::close);
	}

	private CompletableFuture<Void> onInput(Input action) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		try {
			this.writer.execute(() -> {
				try {
					action.run(this.process.getOutputStream());
					done.complete(null);
				}
				catch (IOException ex) {
					done.completeExceptionally(ex);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			done.completeExceptionally(new IOException("Broken pipe", ex));
		}
		return done;
	}

	/**
	 * Kill it, and nothing that it has started.
	 */
	public void kill() {
		this.ended = true;
		this.process.destroyForcibly();
	}

	/**
	 * End it and all that it has started: ask first, then kill what stays. Returns at
	 * once.
	 */
	public void end() {
		this.shell.end(this);
	}

	/**
	 * How it ended.
	 * @return completes when it has ended and everything it wrote was told
	 */
	public CompletableFuture<ExitStatus> onEnd() {
		return this.end.copy();
	}

	Process process() {
		return this.process;
	}

	boolean isEnding() {
		return this.ended;
	}

	void ending() {
		this.ended = true;
	}

	ExitStatus status() {
		return ExitStatus.of(this.process.exitValue(), this.ended);
	}

	void hasEnded(ExitStatus status) {
		this.writer.shutdownNow();
		this.end.complete(status);
	}

	private interface Input {

		void run(OutputStream stdin) throws IOException;

	}

}
