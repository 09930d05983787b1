package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.springframework.util.Assert;

/**
 * A program that runs beside the application. It and what it has started end with the
 * application at the latest. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class ShellChild {

	private final Process process;

	private final Shell shell;

	private final ChildInput input;

	private final CompletableFuture<ExitStatus> end = new CompletableFuture<>();

	private volatile boolean ended;

	private volatile boolean over;

	ShellChild(Process process, Shell shell) {
		this.process = process;
		this.shell = shell;
		this.input = new ChildInput(process, shell.maxInput());
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
	 * {@link IOException} if nobody reads it any more, and at once, with nothing of it
	 * written, if more than {@link Shell#maxInput} would wait
	 */
	public CompletableFuture<Void> write(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		return this.input.write(bytes);
	}

	/**
	 * End its standard input, after what was given before.
	 * @return completes when that is done
	 */
	public CompletableFuture<Void> closeInput() {
		return this.input.close();
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

	// The process is gone a moment before the JVM says so.
	void awaitExit() {
		try {
			if (!this.process.toHandle().isAlive()) {
				this.process.waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
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

	/**
	 * Whether who watches it has been told of its end, or is about to be.
	 */
	boolean isOver() {
		return this.over;
	}

	void over() {
		this.over = true;
	}

	void hasEnded(ExitStatus status) {
		this.input.end();
		this.end.complete(status);
	}

}
