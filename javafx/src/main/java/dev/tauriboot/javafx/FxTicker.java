package dev.tauriboot.javafx;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import com.sun.webkit.Timer;
import javafx.application.Platform;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Fires the engine's timers when they are due while it loads something. By itself the
 * engine looks at them sixty times a second, and a request and its response need several
 * of them one after the other.
 */
final class FxTicker {

	private static final Log logger = LogFactory.getLog(FxTicker.class);

	private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

	private final AtomicBoolean posted = new AtomicBoolean();

	private final Thread thread = new Thread(this::run, "tauri-javafx-ticker");

	private volatile long until = System.nanoTime();

	private final Runnable look;

	private volatile boolean idle;

	private volatile boolean over;

	FxTicker() {
		this(() -> Timer.getTimer().notifyTick());
	}

	FxTicker(Runnable look) {
		this.look = look;
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
		while (!this.over) {
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

	boolean isResting() {
		return this.idle;
	}

	/**
	 * Whether this has given up, because the engine is another than the ones we know.
	 */
	boolean isOver() {
		return this.over;
	}

	private boolean isDue() {
		return this.until - System.nanoTime() > 0;
	}

	private void tick() {
		if (this.posted.compareAndSet(false, true)) {
			Platform.runLater(() -> {
				this.posted.set(false);
				// The next was posted meanwhile.
				if (this.over) {
					return;
				}
				try {
					this.look.run();
				}
				catch (LinkageError ex) {
					this.over = true;
					logger.debug("The engine's timers are left to the engine", ex);
				}
			});
		}
	}

}
