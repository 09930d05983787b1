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

	private static final Map<String, String> BY_REASON = Map.ofEntries(Map.entry("Is a directory", "21"),
			Map.entry("Not a directory", "20"), Map.entry("Directory not empty", "39"),
			Map.entry("Invalid argument", "22"), Map.entry("No space left on device", "28"),
			Map.entry("Disk quota exceeded", "122"), Map.entry("File too large", "27"),
			Map.entry("Cannot allocate memory", "12"), Map.entry("Too many open files", "24"),
			Map.entry("Too many levels of symbolic links", "40"), Map.entry("File name too long", "36"),
			Map.entry("Text file busy", "26"), Map.entry("Device or resource busy", "16"),
			Map.entry("Read-only file system", "30"), Map.entry("Permission denied", "13"),
			Map.entry("Operation not permitted", "1"), Map.entry("Operation not supported", "95"),
			Map.entry("No such device or address", "6"), Map.entry("No such file or directory", "2"),
			Map.entry("Argument list too long", "7"), Map.entry("Exec format error", "8"),
			Map.entry("Broken pipe", "32"));

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
				return known.getKey() + " (os error " + known.getValue() + ")";
			}
		}
		return (error instanceof FileSystemException) ? "Input/output error (os error 5): " + reason : reason;
	}

}
