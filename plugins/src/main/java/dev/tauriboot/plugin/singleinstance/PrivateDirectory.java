package dev.tauriboot.plugin.singleinstance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A directory that is this user's alone.
 */
final class PrivateDirectory {

	// Names of sockets cannot be longer on some systems, "socket" included.
	private static final int MAX_PATH = 90;

	private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private PrivateDirectory() {
	}

	/**
	 * Find or make such a directory.
	 * @param candidates where it may be, the best first
	 * @return the directory
	 * @throws IOException if it can be nowhere
	 */
	static Path of(List<Path> candidates) throws IOException {
		IOException failure = new IOException("there is no place for the lock");
		for (Path candidate : candidates) {
			try {
				if (candidate.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
					throw new IOException("the path is too long for a socket: " + candidate);
				}
				make(candidate);
				return candidate;
			}
			catch (IOException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private static void make(Path directory) throws IOException {
		Path parent = directory.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		try {
			if (POSIX) {
				Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER));
			}
			else {
				Files.createDirectory(directory);
			}
		}
		catch (FileAlreadyExistsException ex) {
			// Somebody else may have made it.
			check(directory);
		}
	}

	private static void check(Path directory) throws IOException {
		if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
			throw new IOException("not a directory: " + directory);
		}
		if (!POSIX) {
			return;
		}
		Path probe = Files.createTempFile(directory, "probe", null);
		try {
			if (!Files.getOwner(probe).equals(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS))) {
				throw new IOException("the directory is another user's: " + directory);
			}
		}
		finally {
			Files.deleteIfExists(probe);
		}
		if (!Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS).equals(OWNER)) {
			Files.setPosixFilePermissions(directory, OWNER);
		}
	}

}
