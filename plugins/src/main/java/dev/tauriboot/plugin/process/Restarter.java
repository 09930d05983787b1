package dev.tauriboot.plugin.process;

/**
 * Starts the application again. A bean, which an application or a test may replace.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Restarter {

	/**
	 * End this process in an orderly way and start another like it. Returns at once, the
	 * end follows. A second call does nothing.
	 * @throws IllegalStateException if nobody knows how this process was started, or it
	 * is ending already
	 */
	void restart();

}
