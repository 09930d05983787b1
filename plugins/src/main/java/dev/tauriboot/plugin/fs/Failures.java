package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.scope.ScopedPath;

/**
 * The texts in which pages know what went wrong (section 3.1 of the plugins' contract).
 */
final class Failures {

	static final String TOO_LARGE = "File too large";

	static final String NO_MEMORY = "Cannot allocate memory";

	private static final String INVALID_ARGUMENT = "Invalid argument";

	private Failures() {
	}

	static InvokeException at(String doing, ScopedPath path, IOException error) {
		return of(doing + " at path: " + path, error);
	}

	static InvokeException of(String doing, IOException error) {
		return text("failed to " + doing, error);
	}

	static InvokeException text(String failed, IOException error) {
		return new InvokeException(failed + " with error: " + text(error), error);
	}

	static InvokeException argument(String key, String command, String detail) {
		return new InvokeException("invalid args `" + key + "` for command `" + command + "`: " + detail);
	}

	private static String text(IOException error) {
		return (error instanceof ClosedChannelException) ? "Bad file descriptor (os error 9)" : IoErrors.text(error);
	}

	/**
	 * What the system says to options that make no sense together.
	 */
	static IOException invalidArgument() {
		return new FileSystemException(null, null, INVALID_ARGUMENT);
	}

}
