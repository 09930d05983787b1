package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to the standard input of a program. It has a bound, because a
 * program need not read. Safe for any thread.
 */
final class ChildInput {

	private static final long IDLE_SECONDS = 5;

	// A short text takes no less while it waits.
	private static final int MIN_SIZE = 256;

	private final Process process;

	private final long max;

	// One thread, for the order, and only while there is something to write: a program
	// that does not read holds up nobody else.
	private final ThreadPoolExecutor writer;

	private final AtomicLong waiting = new AtomicLong();

	ChildInput(Process process, long max) {
		this.process = process;
		this.max = max;
		this.writer = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(work) -> Shell.thread(work, "tauri-shell-" + process.pid() + "-stdin"));
		this.writer.allowCoreThreadTimeOut(true);
	}

	CompletableFuture<Void> write(byte[] bytes) {
		int size = Math.max(bytes.length, MIN_SIZE);
		long before = this.waiting.getAndUpdate((all) -> (size <= this.max - all) ? all + size : all);
		if (size > this.max - before) {
			return CompletableFuture.failedFuture(
					new IOException("too much input waits for the program: the limit is " + this.max + " bytes"));
		}
		return queue(new Turn(bytes, size));
	}

	CompletableFuture<Void> close() {
		return queue(new Turn(null, 0));
	}

	private CompletableFuture<Void> queue(Turn turn) {
		try {
			this.writer.execute(turn);
		}
		catch (RejectedExecutionException ex) {
			turn.end(new IOException("Broken pipe", ex));
		}
		return turn.done;
	}

	/**
	 * Fail all that waits and whatever comes.
	 */
	void end() {
		for (Runnable left : this.writer.shutdownNow()) {
			((Turn) left).end(new IOException("Broken pipe"));
		}
	}

	private final class Turn implements Runnable {

		private final byte @Nullable [] bytes;

		private final int size;

		private final CompletableFuture<Void> done = new CompletableFuture<>();

		Turn(byte @Nullable [] bytes, int size) {
			this.bytes = bytes;
			this.size = size;
		}

		@Override
		public void run() {
			try {
				write(ChildInput.this.process.getOutputStream());
				end(null);
			}
			catch (IOException ex) {
				end(ex);
			}
		}

		private void write(OutputStream stdin) throws IOException {
			if (this.bytes == null) {
				stdin.close();
				return;
			}
			stdin.write(this.bytes);
			stdin.flush();
		}

		void end(@Nullable IOException failure) {
			ChildInput.this.waiting.addAndGet(-this.size);
			if (failure == null) {
				this.done.complete(null);
			}
			else {
				this.done.completeExceptionally(failure);
			}
		}

	}

}
