package dev.tauriboot.plugin.net;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Raised if a server cannot be reached, or does not keep to its protocol. The message is
 * meant for the page.
 *
 * @since 0.1.0
 */
public class NetworkException extends InvokeException {

	/**
	 * Create an exception.
	 * @param message what the page is told
	 * @param cause the cause, or {@code null}
	 */
	public NetworkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * What went wrong, in a few words.
	 * @param error what was thrown
	 * @return which limit it is, else the message of the innermost cause that has one
	 */
	public static String describe(Throwable error) {
		if (error instanceof PoolAcquirePendingLimitException limit) {
			return "too many requests wait for a connection: the limit is %d (tauri.plugins.http.max-queued-requests)"
				.formatted(limit.getAcquirePendingLimit());
		}
		if (error instanceof PoolAcquireTimeoutException) {
			return "waited too long for one of the connections (tauri.plugins.http.max-connections)";
		}
		String text = error.getClass().getSimpleName();
		int depth = 0;
		for (Throwable cause = error; cause != null && depth < 10; cause = cause.getCause()) {
			if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
				text = cause.getMessage();
			}
			depth++;
		}
		return text;
	}

}
