package dev.tauriboot.path;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Map;

/**
 * The texts in which pages know the system's errors: section 1.11 of the plugins'
 * contract. They are those of Linux on every system, so that a page can test for them.
 *
 * @since 0.1.0
 */
public final class IoErrors {

	private static final String INVALID_ARGUMENT = "Invalid argument (os error 22)";

	private static final Map<Class<? extends FileSystemException>, String> BY_TYPE = Map.of(NoSuchFileException.class,
			"No such file or directory (os error 2)", AccessDeniedException.class, "Permission denied (os error 13)",
			FileAlreadyExistsException.class, "File exists (os error 17)", NotDirectoryException.class,
			"Not a directory (os error 20)", AtomicMoveNotSupportedException.class,
			"Invalid cross-device link (os error 18)", DirectoryNotEmptyException.class,
			"Directory not empty (os error 39)", FileSystemLoopException.class,
			"Too many levels of symbolic links (os error 40)", NotLinkException.class, INVALID_ARGUMENT);

	private static final Map<String, String> BY_REASON = Map.of("Is a directory", "Is a directory (os error 21)",
			"Not a directory", "Not a directory (os error 20)", "Invalid argument", INVALID_ARGUMENT,
			"No space left on device", "No space left on device (os error 28)", "Too many levels of symbolic links",
			"Too many levels of symbolic links (os error 40)", "File name too long", "File name too long (os error 36)",
			"Text file busy", "Text file busy (os error 26)", "Read-only file system",
			"Read-only file system (os error 30)", "Permission denied", "Permission denied (os error 13)",
			"No such file or directory", "No such file or directory (os error 2)");

	private IoErrors() {
	}

	/**
	 * The text for an error.
	 * @param error what the file system threw
	 * @return the text, which holds no path
	 */
	public static String text(IOException error) {
		String byType = BY_TYPE.get(error.getClass());
		if (byType != null) {
			return byType;
		}
		String reason = (error instanceof FileSystemException ex) ? ex.getReason() : error.getMessage();
		if (reason == null) {
			return "Input/output error (os error 5)";
		}
		for (Map.Entry<String, String> known : BY_REASON.entrySet()) {
			if (reason.contains(known.getKey())) {
				return known.getValue();
			}
		}
		return (error instanceof FileSystemException) ? "Input/output error (os error 5): " + reason : reason;
	}

}
