package dev.tauriboot.command;

import java.util.concurrent.Executor;

import org.springframework.util.Assert;

/**
 * The workers that run calls, from decoding to the answer, so that neither the toolkit's
 * thread nor an event loop ever runs a command.
 * <p>
 * The pool starts with as many threads as there are processors, which is what short
 * commands are fastest on. When calls wait because the threads are held up by commands
 * that block, it doubles, up to its maximum, and shrinks again once they are done. With
 * an executor of virtual threads none of this is needed.
 *
 * @since 0.1.0
 */
public final class CommandExecutor implements Executor, AutoCloseable {

	private static final ThreadLocal<Boolean> WORKER = new ThreadLocal<>();

	private final Executor delegate;

	private final boolean pooled;

	private CommandExecutor(Executor delegate, boolean pooled) {
		this.delegate = delegate;
		this.pooled = pooled;
	}

	/**
	 * Create a pool that grows when its threads are held up.
	 * @param maxThreads the most threads it may have
	 * @return the executor
	 */
	public static CommandExecutor pooled(int maxThreads) {
		Assert.isTrue(maxThreads > 0, "'maxThreads' must be above 0");
		return new CommandExecutor(new GrowingPool(maxThreads), true);
	}

	/**
	 * Run calls on another executor, as one of virtual threads. It stays the caller's:
	 * {@link #close()} leaves it running. Calls that it does not take are refused.
	 * @param executor the executor
	 * @return the executor
	 */
	public static CommandExecutor of(Executor executor) {
		Assert.notNull(executor, "'executor' must not be null");
		return new CommandExecutor(executor, false);
	}

	/**
	 * Run work on a worker.
	 * @param work the work
	 * @throws java.util.concurrent.RejectedExecutionException after {@link #close()}
	 */
	@Override
	public void execute(Runnable work) {
		Assert.notNull(work, "'work' must not be null");
		if (this.pooled) {
			this.delegate.execute(work);
			return;
		}
		this.delegate.execute(() -> {
			WORKER.set(Boolean.TRUE);
			try {
				work.run();
			}
			finally {
				WORKER.remove();
			}
		});
	}

	/**
	 * Whether the calling thread is running a call, so that a command may block it.
	 * @return {@code true} on a worker
	 */
	public static boolean isWorker() {
		return Thread.currentThread() instanceof GrowingPool.Worker || WORKER.get() != null;
	}

	/**
	 * Interrupt what the pool's threads are doing, drop what waits, and end the pool.
	 */
	@Override
	public void close() {
		if (this.delegate instanceof GrowingPool pool) {
			pool.shutdownNow();
		}
	}

}
