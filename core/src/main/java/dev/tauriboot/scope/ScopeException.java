package dev.tauriboot.scope;

import dev.tauriboot.ipc.InvokeException;

/**
 * Raised if a request is out of scope. The message is meant for the page.
 *
 * @since 0.1.0
 */
public class ScopeException extends InvokeException {

	/**
	 * Create an exception.
	 * @param message what the page is told
	 */
	public ScopeException(String message) {
		super(message);
	}

}
