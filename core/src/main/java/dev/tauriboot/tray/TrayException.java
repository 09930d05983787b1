package dev.tauriboot.tray;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;

/**
 * There is no tray, or it does not take an icon.
 *
 * @since 0.1.0
 */
public class TrayException extends InvokeException {

	/**
	 * Create a failure.
	 * @param reason why, without a full stop
	 */
	public TrayException(String reason) {
		this(reason, null);
	}

	/**
	 * Create a failure with a cause. The cause reaches the log only.
	 * @param reason why, without a full stop
	 * @param cause the cause
	 */
	public TrayException(String reason, @Nullable Throwable cause) {
		super("runtime error: there is no system tray: " + reason, cause);
	}

}
