package dev.tauriboot.app;

/**
 * Ends the application.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ExitHandler {

	/**
	 * End the application. Returns at once, the end follows.
	 * @param code the exit code of the process
	 */
	void exit(int code);

}
