package dev.tauriboot.plugin.opener;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.runtime.DesktopOpener;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Opens files and addresses in the programs of the desktop. A bean. No scope is asked:
 * that is for what pages want.
 *
 * @since 0.1.0
 */
public class Opener {

	private final DesktopOpener opener;

	private final FileManager fileManager;

	/**
	 * Create the bean.
	 * @param opener opens files and addresses
	 * @param fileManager shows files where they lie
	 */
	public Opener(DesktopOpener opener, FileManager fileManager) {
		Assert.notNull(opener, "'opener' must not be null");
		Assert.notNull(fileManager, "'fileManager' must not be null");
		this.opener = opener;
		this.fileManager = fileManager;
	}

	/**
	 * Open an address in the program that the desktop has for it.
	 * @param url the address
	 * @throws IOException if that program cannot be started
	 */
	public void openUrl(String url) throws IOException {
		openUrl(url, null);
	}

	/**
	 * Open an address.
	 * @param url the address
	 * @param program the program to open it with, {@code null} for the one that the
	 * desktop has for it
	 * @throws IOException if that program cannot be started
	 */
	public void openUrl(String url, @Nullable String program) throws IOException {
		Assert.hasText(url, "'url' must have text");
		Assert.isTrue(!url.startsWith("-"), "'url' must not begin with a hyphen");
		this.opener.open(url, program);
	}

	/**
	 * Open a file or a folder in the program that the desktop has for it.
	 * @param path the file
	 * @throws IOException if that program cannot be started
	 */
	public void openPath(Path path) throws IOException {
		openPath(path, null);
	}

	/**
	 * Open a file or a folder.
	 * @param path the file
	 * @param program the program to open it with, {@code null} for the one that the
	 * desktop has for it
	 * @throws IOException if that program cannot be started
	 */
	public void openPath(Path path, @Nullable String program) throws IOException {
		Assert.notNull(path, "'path' must not be null");
		this.opener.open(path.toAbsolutePath().toString(), program);
	}

	/**
	 * Show files in the file manager.
	 * @param files the files
	 * @throws NoSuchFileException if there is no such file
	 * @throws FileNotFoundException if one is in no folder
	 * @throws IOException if there is nothing that could show them
	 */
	public void reveal(List<Path> files) throws IOException {
		Assert.notNull(files, "'files' must not be null");
		List<Path> found = new ArrayList<>();
		for (Path file : files) {
			// Links are shown where they lie themselves.
			Path absolute = file.toAbsolutePath().normalize();
			if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
				throw new NoSuchFileException(absolute.toString());
			}
			if (absolute.getParent() == null) {
				throw new FileNotFoundException("Path doesn't have a parent: " + absolute);
			}
			found.add(absolute);
		}
		if (!found.isEmpty()) {
			this.fileManager.reveal(found);
		}
	}

}
