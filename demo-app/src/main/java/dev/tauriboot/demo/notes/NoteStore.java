package dev.tauriboot.demo.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * The notes in a folder of Markdown files, and nothing outside of it. Folders and files
 * whose names begin with a dot are left alone.
 *
 * @since 0.1.0
 */
@Component
public class NoteStore {

	private static final String EXTENSION = ".md";

	private final Path folder;

	NoteStore(NotesProperties properties) throws IOException {
		this.folder = Files.createDirectories(properties.folder()).toRealPath();
	}

	/**
	 * The folder.
	 * @return its real path
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * List the notes.
	 * @return the notes, last changed first
	 * @throws IOException if the folder cannot be read
	 */
	public List<NoteSummary> list() throws IOException {
		List<NoteSummary> notes = new ArrayList<>();
		for (String path : paths()) {
			try {
				notes.add(read(path).summary());
			}
			catch (NoteException ex) {
				// Deleted since the folder was listed.
			}
		}
		notes.sort(Comparator.comparing(NoteSummary::modified).reversed().thenComparing(NoteSummary::path));
		return notes;
	}

	/**
	 * List the paths of the notes.
	 * @return the paths
	 * @throws IOException if the folder cannot be read
	 */
	public List<String> paths() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile)
				.map(this.folder::relativize)
				.filter(NoteStore::isNote)
				.map(NoteStore::text)
				.toList();
		}
	}

	/**
	 * Whether a path within the folder can be a note.
	 * @param relative the path
	 * @return {@code true} for a Markdown file that is not hidden
	 */
	public static boolean isNote(Path relative) {
		for (Path part : relative) {
			if (part.toString().startsWith(".")) {
				return false;
			}
		}
		return relative.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
	}

	/**
	 * Whether there is a note.
	 * @param path its path
	 * @return {@code true} if there is
	 */
	public boolean exists(String path) {
		return Files.exists(resolve(path));
	}

	/**
	 * Read a note.
	 * @param path its path
	 * @return the note
	 * @throws NoteException if there is none
	 * @throws IOException if it cannot be read
	 */
	public Note read(String path) throws IOException {
		Path file = resolve(path);
		try {
			// Not readString: a stray byte must not make a note unreadable.
			String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			return new Note(path, NoteText.title(content, file.getFileName().toString()),
					Files.getLastModifiedTime(file).toInstant(), content);
		}
		catch (NoSuchFileException ex) {
			throw new NoteException("There is no note “" + path + "”.");
		}
	}

	/**
	 * Write a note, new or not, so that readers see the old text or the new one.
	 * @param path its path
	 * @param content its text
	 * @return the note written
	 * @throws IOException if it cannot be written
	 */
	public Note save(String path, String content) throws IOException {
		Path file = resolve(path);
		Files.createDirectories(file.getParent());
		Path temporary = Files.createTempFile(file.getParent(), ".note", ".tmp");
		try {
			Files.writeString(temporary, content);
			move(temporary, file);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
		return read(path);
	}

	private static void move(Path source, Path target) throws IOException {
		try {
			Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Create a note with a heading.
	 * @param title its title, of which the file's name is made
	 * @return the note
	 * @throws IOException if it cannot be written
	 */
	public Note create(String title) throws IOException {
		return save(free(fileName(title)), "# " + title.strip() + "\n\n");
	}

	/**
	 * Give a note's file another name in the same folder.
	 * @param path its path
	 * @param name the new name, with or without its extension
	 * @return the note
	 * @throws NoteException if there is none, or the name is taken
	 * @throws IOException if it cannot be moved
	 */
	public Note rename(String path, String name) throws IOException {
		Path source = resolve(path);
		String target = text(this.folder.relativize(source.resolveSibling(fileName(name))));
		if (target.equals(path)) {
			return read(path);
		}
		if (Files.exists(resolve(target))) {
			throw new NoteException("There is already a note “" + target + "”.");
		}
		try {
			Files.move(source, resolve(target));
		}
		catch (NoSuchFileException ex) {
			throw new NoteException("There is no note “" + path + "”.");
		}
		return read(target);
	}

	/**
	 * Delete a note. One that is gone already is no error.
	 * @param path its path
	 * @throws IOException if it cannot be deleted
	 */
	public void delete(String path) throws IOException {
		Files.deleteIfExists(resolve(path));
	}

	/**
	 * Find a path that no note has yet.
	 * @param path the path wanted
	 * @return that path, or one with a number
	 */
	public String free(String path) {
		String stem = path.substring(0, path.length() - EXTENSION.length());
		String candidate = path;
		for (int i = 2; exists(candidate); i++) {
			candidate = stem + " " + i + EXTENSION;
		}
		return candidate;
	}

	private static String fileName(String name) {
		String stem = name.strip().replaceFirst("(?i)\\.md$", "").replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-");
		stem = stem.replaceFirst("^\\.+", "").strip();
		if (stem.isEmpty()) {
			throw new NoteException("“" + name + "” cannot be the name of a note.");
		}
		return stem.substring(0, Math.min(stem.length(), 120)) + EXTENSION;
	}

	private Path resolve(String path) {
		try {
			Path file = this.folder.resolve(path).normalize();
			if (file.startsWith(this.folder) && isNote(this.folder.relativize(file)) && isInside(file)) {
				return file;
			}
		}
		catch (InvalidPathException | IOException ex) {
			// As below: not a path of a note.
		}
		throw new NoteException("“" + path + "” is not a note of this folder.");
	}

	private boolean isInside(Path file) throws IOException {
		// Links within the folder could lead anywhere.
		for (Path existing = file; existing != null; existing = existing.getParent()) {
			if (Files.exists(existing)) {
				return existing.toRealPath().startsWith(this.folder);
			}
			if (Files.isSymbolicLink(existing)) {
				return false;
			}
		}
		return false;
	}

	private static String text(Path relative) {
		return relative.toString().replace('\\', '/');
	}

}
