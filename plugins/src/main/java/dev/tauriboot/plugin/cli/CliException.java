package dev.tauriboot.plugin.cli;

/**
 * Raised if the application was started with arguments that do not fit. The message is
 * for the user.
 *
 * @since 0.1.0
 */
public class CliException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message what does not fit
	 */
	public CliException(String message) {
		super(message);
	}

}
