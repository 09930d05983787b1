package dev.tauriboot.plugin.log;

/**
 * Takes what pages log. A bean; the default writes to the application's log. Called on
 * any thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PageLog {

	/**
	 * Take a line.
	 * @param record the line
	 */
	void log(PageRecord record);

}
