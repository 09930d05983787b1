package dev.tauriboot.command;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * The workers that run calls, from decoding to the answer, so that neither the toolkit's
 * thread nor an event loop ever runs a command.
 * <p>
 * The pool starts with as many threads as there are processors, which is what short
 * commands are fastest on. When calls wait while every thread is held up by a command
 * that blocks, it doubles, up to its maximum; idle threads end after a minute. With an
 * executor of virtual threads none of this is needed.
 *
 * @since 0.1.0
 */
public final class CommandExecutor implements Executor, AutoCloseable {

	private static final long STALL_MILLIS = 4;

	private static final ThreadLocal<Boolean> WORKER = ThreadLocal.withInitial(() -> Boolean.FALSE);

	private final Executor delegate;

	private final AutoCloseable closer;

	private CommandExecutor(Executor delegate, AutoCloseable closer) {
		this.delegate = delegate;
		this.closer = closer;
	}

	/**
	 * Create a pool that grows when its threads are held up.
	 * @param maxThreads the most threads it may have
	 * @return the executor
	 */
	public static CommandExecutor pooled(int maxThreads) {
		Assert.isTrue(maxThreads > 0, "'maxThreads' must be above 0");
		GrowingPool pool = new GrowingPool(maxThreads);
		return new CommandExecutor(pool, pool::shutdownNow);
	}

	/**
	 * Run calls on another executor, as one of virtual threads.
	 * @param executor the executor
	 * @return the executor
	 */
	public static CommandExecutor of(Executor executor) {
		Assert.notNull(executor, "'executor' must not be null");
		return new CommandExecutor(executor, () -> {
		});
	}

	@Override
	public void execute(Runnable work) {
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
		return WORKER.get();
	}

	@Override
	public void close() throws Exception {
		this.closer.close();
	}

	/**
	 * A pool that adds threads when its queue stalls. A guard thread watches only while
	 * calls wait.
	 */
	private static final class GrowingPool extends ThreadPoolExecutor {

		private final int maxThreads;

		private final Thread guard;

		private volatile boolean watching;

		private volatile boolean ended;

		GrowingPool(int maxThreads) {
			this(maxThreads, Math.min(maxThreads, Math.max(2, Runtime.getRuntime().availableProcessors())),
					new LinkedBlockingQueue<>());
		}

		private GrowingPool(int maxThreads, int threads, BlockingQueue<Runnable> queue) {
			super(threads, threads, 60, TimeUnit.SECONDS, queue, threadFactory());
			allowCoreThreadTimeOut(true);
			this.maxThreads = maxThreads;
			this.guard = new Thread(this::watch, "tauri-command-guard");
			this.guard.setDaemon(true);
			this.guard.start();
		}

		private static CustomizableThreadFactory threadFactory() {
			CustomizableThreadFactory factory = new CustomizableThreadFactory("tauri-command-");
			factory.setDaemon(true);
			return factory;
		}

		@Override
		public void execute(Runnable work) {
			super.execute(work);
			if (!this.watching && isFull() && !getQueue().isEmpty()) {
				this.watching = true;
				LockSupport.unpark(this.guard);
			}
		}

		private boolean isFull() {
			return getPoolSize() >= getCorePoolSize() && getCorePoolSize() < this.maxThreads;
		}

		private void watch() {
			while (!this.ended) {
				if (!this.watching) {
					LockSupport.park(this);
					continue;
				}
				long before = getCompletedTaskCount();
				LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS));
				if (getQueue().isEmpty()) {
					this.watching = false;
				}
				else if (getCompletedTaskCount() == before) {
					int threads = Math.min(this.maxThreads, getCorePoolSize() * 2);
					setMaximumPoolSize(threads);
					setCorePoolSize(threads);
					this.watching = threads < this.maxThreads;
				}
			}
		}

		@Override
		protected void terminated() {
			this.ended = true;
			LockSupport.unpark(this.guard);
		}

	}

}
