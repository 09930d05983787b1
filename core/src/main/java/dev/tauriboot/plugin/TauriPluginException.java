package dev.tauriboot.plugin;

/**
 * Raised at start-up if a plugin cannot be used as it is.
 *
 * @since 0.1.0
 */
public class TauriPluginException extends RuntimeException {

	private final String action;

	/**
	 * Create an exception.
	 * @param message what is wrong
	 * @param action what to do about it
	 */
	public TauriPluginException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * What to do about it.
	 * @return a sentence
	 */
	public String getAction() {
		return this.action;
	}

}
