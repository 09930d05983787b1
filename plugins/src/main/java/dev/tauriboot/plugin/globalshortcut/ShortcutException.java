package dev.tauriboot.plugin.globalshortcut;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;

/**
 * A shortcut cannot be had.
 *
 * @since 0.1.0
 */
public class ShortcutException extends InvokeException {

	/**
	 * What a shortcut is refused with where there are none.
	 */
	public static final String UNAVAILABLE = "global shortcuts are not available on this display";

	/**
	 * Create a failure.
	 * @param message the text
	 */
	public ShortcutException(String message) {
		super(message);
	}

	/**
	 * Create a failure with a cause.
	 * @param message the text
	 * @param cause the cause
	 */
	public ShortcutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
