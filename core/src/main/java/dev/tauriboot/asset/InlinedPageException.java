package dev.tauriboot.asset;

/**
 * A document cannot be inlined. The message says what is wrong with its folder.
 *
 * @since 0.1.0
 */
public class InlinedPageException extends RuntimeException {

	/**
	 * Create a failure.
	 * @param message what is wrong, a clause whose subject is the folder
	 */
	public InlinedPageException(String message) {
		super(message);
	}

}
