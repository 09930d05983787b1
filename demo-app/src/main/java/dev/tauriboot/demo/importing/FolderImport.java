package dev.tauriboot.demo.importing;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.ipc.InvokeException;

import org.springframework.stereotype.Component;

/**
 * Copies the Markdown files of a folder among the notes. Notes that are there already
 * stay as they are: a file with another text gets a name of its own.
 *
 * @since 0.1.0
 */
@Component
public class FolderImport {

	private final NoteStore store;

	FolderImport(NoteStore store) {
		this.store = store;
	}

	/**
	 * Import a folder.
	 * @param source the folder, which may begin with {@code ~}
	 * @param progress told after each file
	 * @return the last progress, short of the total if the thread was interrupted; notes
	 * copied until then stay
	 * @throws IOException if a file cannot be read or written
	 */
	public ImportProgress run(String source, Consumer<ImportProgress> progress) throws IOException {
		Path folder = folder(source);
		// A name with a dot in front would make hidden notes of them.
		String name = folder.getFileName().toString().replaceFirst("^\\.+(?=.)", "");
		List<Path> files = files(folder);
		ImportProgress last = new ImportProgress(0, files.size(), 0, "");
		for (Path file : files) {
			if (Thread.currentThread().isInterrupted()) {
				break;
			}
			String path = name + "/" + folder.relativize(file).toString().replace('\\', '/');
			try {
				int copied = last.copied() + (copy(file, path) ? 1 : 0);
				last = new ImportProgress(last.done() + 1, last.total(), copied, path);
			}
			catch (ClosedByInterruptException ex) {
				break;
			}
			progress.accept(last);
		}
		return last;
	}

	private Path folder(String source) throws IOException {
		String text = source.strip()
			.replaceFirst("^~(?=/|\\\\|$)", System.getProperty("user.home").replace("\\", "\\\\"));
		try {
			Path folder = Path.of(text);
			if (folder.isAbsolute() && Files.isDirectory(folder)) {
				Path real = folder.toRealPath();
				if (real.getFileName() == null || real.startsWith(this.store.folder())
						|| this.store.folder().startsWith(real)) {
					throw new InvokeException("“" + source + "” and the folder of notes overlap.");
				}
				return real;
			}
		}
		catch (InvalidPathException ex) {
			// As below: no such folder.
		}
		throw new InvokeException("There is no folder “" + source + "”.");
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> NoteStore.isNote(folder.relativize(file)) && Files.isRegularFile(file))
				.sorted()
				.toList();
		}
	}

	private boolean copy(Path file, String path) throws IOException {
		String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		if (this.store.exists(path) && this.store.read(path).content().equals(content)) {
			return false;
		}
		this.store.save(this.store.free(path), content);
		return true;
	}

}
