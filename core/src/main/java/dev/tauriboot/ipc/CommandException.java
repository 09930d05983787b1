package dev.tauriboot.ipc;

import org.jspecify.annotations.Nullable;

/**
 * Rejects the promise of a call with a value: whatever the application's mapper can
 * write. Thrown by a command, or by what it calls.
 *
 * @since 0.1.0
 */
public class CommandException extends RuntimeException {

	private final transient @Nullable Object payload;

	/**
	 * Create a failure.
	 * @param payload the value the page sees, {@code null} for JSON's {@code null}
	 */
	public CommandException(@Nullable Object payload) {
		this(payload, null);
	}

	/**
	 * Create a failure with a cause. The page does not see the cause.
	 * @param payload the value the page sees, {@code null} for JSON's {@code null}
	 * @param cause the cause
	 */
	public CommandException(@Nullable Object payload, @Nullable Throwable cause) {
		super(String.valueOf(payload), cause);
		this.payload = payload;
	}

	/**
	 * The value the page sees.
	 * @return the payload
	 */
	public @Nullable Object getPayload() {
		return this.payload;
	}

}
