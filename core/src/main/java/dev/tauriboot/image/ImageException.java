package dev.tauriboot.image;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;

/**
 * An image cannot be read.
 *
 * @since 0.1.0
 */
public class ImageException extends InvokeException {

	/**
	 * Create a failure.
	 * @param problem what is wrong with the image
	 */
	public ImageException(String problem) {
		this(problem, null);
	}

	/**
	 * Create a failure with a cause.
	 * @param problem what is wrong with the image
	 * @param cause the cause
	 */
	public ImageException(String problem, @Nullable Throwable cause) {
		super("failed to process image: " + problem, cause);
	}

}
