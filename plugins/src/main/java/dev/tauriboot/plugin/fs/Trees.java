package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is done to directories and all that is in them. Links are never followed.
 */
final class Trees {

	private Trees() {
	}

	static List<DirectoryItem> list(Path directory) throws IOException {
		List<DirectoryItem> items = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
			for (Path entry : entries) {
				DirectoryItem item = item(entry);
				if (item != null) {
					items.add(item);
				}
			}
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
		return items;
	}

	private static @Nullable DirectoryItem item(Path entry) throws IOException {
		String name = entry.getFileName().toString();
		try {
			BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return found.isSymbolicLink() ? link(entry, name)
					: new DirectoryItem(name, found.isRegularFile(), found.isDirectory(), false);
		}
		catch (NoSuchFileException ex) {
			// Removed since it was listed.
			return null;
		}
	}

	private static DirectoryItem link(Path entry, String name) {
		try {
			BasicFileAttributes target = Files.readAttributes(entry, BasicFileAttributes.class);
			return new DirectoryItem(name, target.isRegularFile(), target.isDirectory(), true);
		}
		catch (IOException ex) {
			// It leads nowhere.
			return new DirectoryItem(name, false, false, true);
		}
	}

	/**
	 * How many bytes all regular files below a path have.
	 */
	static long size(Path start) throws IOException {
		long[] sum = { 0 };
		Files.walkFileTree(start, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
				checkInterrupt();
				sum[0] += found.isRegularFile() ? found.size() : 0;
				return FileVisitResult.CONTINUE;
			}

		});
		return sum[0];
	}

	/**
	 * Remove a directory and all below it. Where the system can do that relative to an
	 * open directory, nobody can lead it elsewhere by putting a link in the way.
	 */
	static void remove(Path directory) throws IOException {
		Path parent = directory.getParent();
		Path name = directory.getFileName();
		if (parent == null || name == null) {
			throw new AccessDeniedException(directory.toString());
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
			if (entries instanceof SecureDirectoryStream<Path> secure) {
				remove(secure, name);
				return;
			}
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
		Files.walkFileTree(directory, new Removing());
	}

	private static void remove(SecureDirectoryStream<Path> parent, Path name) throws IOException {
		checkInterrupt();
		BasicFileAttributes found = parent
			.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
			.readAttributes();
		if (!found.isDirectory()) {
			parent.deleteFile(name);
			return;
		}
		try (SecureDirectoryStream<Path> entries = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
			for (Path entry : entries) {
				remove(entries, entry.getFileName());
			}
		}
		parent.deleteDirectory(name);
	}

	// The page that asked may be gone.
	private static void checkInterrupt() throws IOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException("Interrupted");
		}
	}

	/**
	 * Removes what it visits.
	 */
	private static final class Removing extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
			checkInterrupt();
			Files.delete(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
			if (error != null) {
				throw error;
			}
			Files.delete(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
