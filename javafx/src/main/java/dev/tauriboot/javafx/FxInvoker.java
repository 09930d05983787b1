package dev.tauriboot.javafx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import com.sun.webkit.Invoker;
import javafx.application.Platform;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs what the engine's other threads have for the JavaFX application thread, in order,
 * many at a time. The engine has something for it with every 4 KB that it sends, and
 * JavaFX changes threads twice for each runnable it is given.
 */
final class FxInvoker extends Invoker {

	private static final Log logger = LogFactory.getLog(FxInvoker.class);

	private static final int MAX_AT_A_TIME = 64;

	private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final FxTicker ticker = new FxTicker();

	/**
	 * Take the place of the engine's own, once the engine has set it.
	 */
	static void install() {
		try {
			if (!(Invoker.getInvoker() instanceof FxInvoker)) {
				Invoker.setInvoker(new FxInvoker());
			}
		}
		catch (LinkageError ex) {
			logger.debug("The engine's invoker is left as it is", ex);
		}
	}

	@Override
	protected boolean isEventThread() {
		return Platform.isFxApplicationThread();
	}

	// The engine's work on its pages and its painting do not meet on other threads.
	@Override
	protected boolean lock(ReentrantLock lock) {
		return false;
	}

	@Override
	protected boolean unlock(ReentrantLock lock) {
		return false;
	}

	@Override
	public void invokeOnEventThread(Runnable work) {
		if (isEventThread()) {
			work.run();
		}
		else {
			postOnEventThread(work);
		}
	}

	@Override
	public void postOnEventThread(Runnable work) {
		this.waiting.add(work);
		schedule();
	}

	private void schedule() {
		if (this.scheduled.compareAndSet(false, true)) {
			Platform.runLater(this::runSome);
		}
	}

	private void runSome() {
		this.scheduled.set(false);
		Runnable work = this.waiting.poll();
		if (!this.waiting.isEmpty()) {
			// Work may open a dialog, whose own loop must get at the rest.
			schedule();
		}
		try {
			for (int i = 1; work != null; i++) {
				work.run();
				work = (i < MAX_AT_A_TIME) ? this.waiting.poll() : null;
			}
		}
		finally {
			this.ticker.touch();
		}
	}

}
