package dev.tauriboot.javafx;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import com.sun.webkit.Timer;
import javafx.application.Platform;

/**
 * Fires the engine's timers when they are due while it loads something. By itself the
 * engine looks at them sixty times a second, and a request and its response need several
 * of them one after the other.
 */
final class FxTicker {

	private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

	private final AtomicBoolean posted = new AtomicBoolean();

	private final Thread thread = new Thread(this::run, "tauri-javafx-ticker");

	private volatile long until = System.nanoTime();

	private volatile boolean idle;

	FxTicker() {
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Tick for some milliseconds from now on.
	 */
	void touch() {
		this.until = System.nanoTime() + LINGER_NANOS;
		if (this.idle) {
			LockSupport.unpark(this.thread);
		}
	}

	private void run() {
		while (true) {
			if (isDue()) {
				tick();
				LockSupport.parkNanos(this, TICK_NANOS);
			}
			else {
				this.idle = true;
				if (!isDue()) {
					LockSupport.park(this);
				}
				this.idle = false;
			}
		}
	}

	private boolean isDue() {
		return this.until - System.nanoTime() > 0;
	}

	private void tick() {
		if (this.posted.compareAndSet(false, true)) {
			Platform.runLater(() -> {
				this.posted.set(false);
				Timer.getTimer().notifyTick();
			});
		}
	}

}
