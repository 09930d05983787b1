package dev.tauriboot.ipc;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose message is meant for the page: it rejects the promise with exactly that
 * text.
 *
 * @since 0.1.0
 */
public class InvokeException extends RuntimeException {

	/**
	 * Create a failure.
	 * @param message the text the page sees
	 */
	public InvokeException(String message) {
		this(message, null);
	}

	/**
	 * Create a failure with a cause. The cause reaches the log only.
	 * @param message the text the page sees
	 * @param cause the cause
	 */
	public InvokeException(String message, @Nullable Throwable cause) {
		// Thrown on ordinary paths (a missing argument): no stack trace of our own.
		super(message, cause, false, false);
	}

	/**
	 * The text the page sees.
	 * @return the message
	 */
	public String text() {
		return String.valueOf(getMessage());
	}

}
