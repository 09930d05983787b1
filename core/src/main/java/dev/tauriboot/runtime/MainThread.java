package dev.tauriboot.runtime;

import java.util.concurrent.Executor;

/**
 * The thread that owns the windows, as an executor: work runs in the order given, soon,
 * at once if the caller is that thread already.
 *
 * @since 0.1.0
 */
public interface MainThread extends Executor {

	/**
	 * Whether the caller is on the main thread.
	 * @return {@code true} on that thread
	 */
	boolean isCurrent();

}
