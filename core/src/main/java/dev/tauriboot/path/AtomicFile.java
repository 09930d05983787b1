package dev.tauriboot.path;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Replaces a file as a whole: whoever reads it sees what it was before or what it is
 * after, whatever breaks in between. The new content is written beside the file, forced
 * to the disk and moved into place. A link is followed, and the permissions of a file
 * that is replaced are kept, its owner is not.
 *
 * @since 0.1.0
 */
public final class AtomicFile {

	private AtomicFile() {
	}

	/**
	 * Replace a file, or create it. Folders above it are created.
	 * @param file the file
	 * @param content writes the content; the file stays as it was if that throws
	 * @throws IOException if it cannot be replaced; it is as it was then
	 */
	public static void write(Path file, Content content) throws IOException {
		Assert.notNull(file, "'file' must not be null");
		Assert.notNull(content, "'content' must not be null");
		boolean exists = Files.exists(file);
		Path target = exists ? file.toRealPath() : file.toAbsolutePath();
		Path folder = target.getParent();
		Assert.notNull(folder, "'file' must not be a root");
		if (!exists) {
			Files.createDirectories(folder);
		}
		Path written = folder
			.resolve("." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()));
		try {
			try (FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE)) {
				OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
				content.writeTo(stream);
				stream.flush();
				channel.force(true);
			}
			if (exists) {
				keepPermissions(target, written);
			}
			Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(written);
		}
		force(folder);
	}

	private static void keepPermissions(Path from, Path to) throws IOException {
		PosixFileAttributeView known = view(from);
		PosixFileAttributeView created = view(to);
		if (known != null && created != null) {
			created.setPermissions(known.readAttributes().permissions());
		}
	}

	private static @Nullable PosixFileAttributeView view(Path file) {
		return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
	}

	// Without it the move itself may be lost with the power. Not every system opens
	// folders.
	private static void force(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// The content is complete all the same, under the one name or the other.
		}
	}

	/**
	 * What a file is to hold.
	 */
	@FunctionalInterface
	public interface Content {

		/**
		 * Write the content.
		 * @param stream where to; need not be closed
		 * @throws IOException if it cannot be written
		 */
		void writeTo(OutputStream stream) throws IOException;

	}

}
