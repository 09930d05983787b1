package dev.tauriboot.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Writes a file all or nothing: bytes go to another file beside it, which takes its place
 * at the end.
 */
final class DownloadFile implements AutoCloseable {

	private static final int BUFFER = 64 * 1024;

	private final Path target;

	private final Path part;

	// An empty file keeps the name, so that no other can take it meanwhile and be
	// overwritten without having been asked about.
	private boolean reserved;

	private DownloadFile(Path target) {
		this.target = target;
		this.part = target.resolveSibling("." + UUID.randomUUID() + ".part");
	}

	/**
	 * Take a place.
	 * @param target the file: if it exists the user has agreed to have it overwritten
	 * @throws IOException if there can be no such file
	 */
	static DownloadFile at(Path target) throws IOException {
		DownloadFile file = new DownloadFile(target);
		try {
			Files.createFile(target);
			file.reserved = true;
		}
		catch (FileAlreadyExistsException ex) {
			if (!Files.isRegularFile(target)) {
				throw new IOException("there is something else than a file at " + target);
			}
		}
		return file;
	}

	/**
	 * Write and put in place.
	 */
	void write(InputStream bytes, long length, LongConsumer progress) throws IOException {
		long count = 0;
		try (OutputStream out = Files.newOutputStream(this.part, StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE)) {
			byte[] buffer = new byte[BUFFER];
			for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
				out.write(buffer, 0, read);
				count += read;
				progress.accept(count);
			}
		}
		if (length >= 0 && count != length) {
			throw new IOException("it ended after " + count + " of " + length + " bytes");
		}
	}

	void finish() throws IOException {
		try {
			Files.move(this.part, this.target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(this.part, this.target, StandardCopyOption.REPLACE_EXISTING);
		}
		this.reserved = false;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.part);
		if (this.reserved) {
			this.reserved = false;
			Files.deleteIfExists(this.target);
		}
	}

}
