package dev.tauriboot.webcrypto;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Runs one thing after the other on another executor.
 */
final class SerialExecutor implements Executor {

	private final Executor delegate;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean running;

	SerialExecutor(Executor delegate) {
		this.delegate = delegate;
	}

	@Override
	public void execute(Runnable work) {
		synchronized (this.waiting) {
			this.waiting.add(work);
			if (this.running) {
				return;
			}
			this.running = true;
		}
		this.delegate.execute(this::runAll);
	}

	private void runAll() {
		Runnable work = next();
		try {
			while (work != null) {
				work.run();
				work = next();
			}
		}
		finally {
			// What throws must not keep what waits behind it.
			if (work != null) {
				this.delegate.execute(this::runAll);
			}
		}
	}

	private @Nullable Runnable next() {
		synchronized (this.waiting) {
			Runnable work = this.waiting.poll();
			this.running = work != null;
			return work;
		}
	}

}
