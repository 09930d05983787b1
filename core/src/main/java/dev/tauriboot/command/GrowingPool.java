package dev.tauriboot.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A pool that adds threads when its queue stalls, and takes them away again. A guard
 * thread watches, and only while calls wait or the pool is larger than it has to be.
 */
final class GrowingPool extends ThreadPoolExecutor {

	private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

	private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(1);

	// Fewer calls done per thread in one stall period than this, and a call takes long
	// enough for a blocked thread to be worth another one. A period may last longer.
	private static final int BRISK = 4;

	private final int minThreads;

	private final int maxThreads;

	private final Set<Thread> workers;

	private final Thread guard;

	private volatile boolean watching;

	private volatile boolean ended;

	GrowingPool(int maxThreads) {
		this(maxThreads, new LinkedBlockingQueue<>());
	}

	GrowingPool(int maxThreads, BlockingQueue<Runnable> queue) {
		this(Math.min(maxThreads, Math.max(2, Runtime.getRuntime().availableProcessors())), maxThreads, queue,
				ConcurrentHashMap.newKeySet());
	}

	private GrowingPool(int minThreads, int maxThreads, BlockingQueue<Runnable> queue, Set<Thread> workers) {
		super(minThreads, minThreads, 60, TimeUnit.SECONDS, queue, threadFactory(workers));
		allowCoreThreadTimeOut(true);
		this.minThreads = minThreads;
		this.maxThreads = maxThreads;
		this.workers = workers;
		this.guard = new Thread(this::watch, "tauri-command-guard");
		this.guard.setDaemon(true);
		this.guard.start();
	}

	private static ThreadFactory threadFactory(Set<Thread> workers) {
		AtomicInteger count = new AtomicInteger();
		return (work) -> {
			Worker worker = new Worker(work, "tauri-command-" + count.incrementAndGet(), workers);
			workers.add(worker);
			return worker;
		};
	}

	@Override
	public void execute(Runnable work) {
		super.execute(work);
		if (!this.watching && !getQueue().isEmpty() && getCorePoolSize() < this.maxThreads) {
			this.watching = true;
			LockSupport.unpark(this.guard);
		}
	}

	private void watch() {
		while (!this.ended) {
			if (this.watching) {
				watchQueue();
			}
			else if (getCorePoolSize() > this.minThreads) {
				LockSupport.parkNanos(this, CALM_NANOS);
				if (!this.watching) {
					shrink();
				}
			}
			else {
				LockSupport.park(this);
			}
		}
	}

	private void watchQueue() {
		long before = getCompletedTaskCount();
		long start = System.nanoTime();
		LockSupport.parkNanos(this, STALL_NANOS);
		if (getQueue().isEmpty()) {
			this.watching = false;
			watchWhatCameMeanwhile();
			return;
		}
		int threads = getCorePoolSize();
		double periods = Math.max(1, (System.nanoTime() - start) / (double) STALL_NANOS);
		if (threads < this.maxThreads && isHeldUp((getCompletedTaskCount() - before) / periods, threads)) {
			resize(Math.min(this.maxThreads, threads * 2));
		}
		this.watching = getCorePoolSize() < this.maxThreads;
	}

	// Whoever found the guard watching, or the pool at its maximum, did not call it, but
	// had put the work into the queue before. Nobody else's call may be taken back.
	private void watchWhatCameMeanwhile() {
		if (!getQueue().isEmpty()) {
			this.watching = true;
		}
	}

	private boolean isHeldUp(double done, int threads) {
		return done == 0 || (done < (double) BRISK * threads && runnableWorkers() < this.minThreads);
	}

	private int runnableWorkers() {
		int runnable = 0;
		for (Thread worker : this.workers) {
			if (worker.getState() == Thread.State.RUNNABLE) {
				runnable++;
			}
		}
		return runnable;
	}

	private void shrink() {
		int wanted = Math.min(this.maxThreads, getActiveCount() + this.minThreads);
		if (getQueue().isEmpty() && wanted < getCorePoolSize()) {
			resize(wanted);
			watchWhatCameMeanwhile();
		}
	}

	// The core may at no time be above the maximum.
	private void resize(int threads) {
		if (threads > getMaximumPoolSize()) {
			setMaximumPoolSize(threads);
			setCorePoolSize(threads);
		}
		else {
			setCorePoolSize(threads);
			setMaximumPoolSize(threads);
		}
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.ended = true;
		LockSupport.unpark(this.guard);
		return super.shutdownNow();
	}

	/**
	 * A thread of the pool.
	 */
	static final class Worker extends Thread {

		private final Set<Thread> workers;

		private Worker(Runnable work, String name, Set<Thread> workers) {
			super(work, name);
			this.workers = workers;
			setDaemon(true);
		}

		@Override
		public void run() {
			try {
				super.run();
			}
			finally {
				this.workers.remove(this);
			}
		}

	}

}
