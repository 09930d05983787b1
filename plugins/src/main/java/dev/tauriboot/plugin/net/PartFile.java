package dev.tauriboot.plugin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * A file that is written beside the one it is to become, so that others see the old one
 * or the whole new one, and a crash leaves no half file of that name. Unlike with
 * {@link dev.tauriboot.path.AtomicFile}, the content may come piece by piece. The
 * permissions of a file that is replaced are kept.
 *
 * @since 0.1.0
 */
public final class PartFile implements AutoCloseable {

	private final Path target;

	private final Path part;

	private final FileChannel channel;

	private boolean committed;

	private PartFile(Path target, boolean secret) throws IOException {
		this.target = target;
		if (Files.isDirectory(target)) {
			throw new FileSystemException(target.toString(), null, "Is a directory");
		}
		if (Files.exists(target) && !Files.isRegularFile(target)) {
			throw new FileSystemException(target.toString(), null, "Invalid argument");
		}
		Path name = target.getFileName();
		if (name == null) {
			throw new NoSuchFileException(target.toString());
		}
		String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
		this.part = target.resolveSibling(".%s.%s.part".formatted(shortened(name.toString()), suffix));
		Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		boolean posix = secret && target.getFileSystem().supportedFileAttributeViews().contains("posix");
		this.channel = posix
				? FileChannel.open(this.part, options,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
				: FileChannel.open(this.part, options);
	}

	// A long name leaves no room for more.
	private static String shortened(String name) {
		return (name.length() > 60) ? name.substring(0, 60) : name;
	}

	/**
	 * Start to write a file. One that is a link is replaced where it leads.
	 * @param target the file to write or to replace
	 * @return the file to write to
	 * @throws IOException if it cannot be made
	 */
	public static PartFile of(Path target) throws IOException {
		boolean link = Files.isSymbolicLink(target) && Files.exists(target);
		return new PartFile(link ? target.toRealPath() : target, false);
	}

	static PartFile secret(Path target) throws IOException {
		return new PartFile(target, true);
	}

	/**
	 * Write more.
	 * @param bytes where the bytes are
	 * @param offset the first
	 * @param length how many
	 * @throws IOException if they cannot be written
	 */
	public void write(byte[] bytes, int offset, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
		while (buffer.hasRemaining()) {
			this.channel.write(buffer);
		}
	}

	/**
	 * Make it the file.
	 * @throws IOException if it cannot be
	 */
	public void commit() throws IOException {
		this.channel.force(true);
		this.channel.close();
		PosixFileAttributeView known = view(this.target);
		PosixFileAttributeView written = view(this.part);
		if (known != null && written != null && Files.exists(this.target)) {
			written.setPermissions(known.readAttributes().permissions());
		}
		if (Files.isDirectory(this.target, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileSystemException(this.target.toString(), null, "Is a directory");
		}
		try {
			Files.move(this.part, this.target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(this.part, this.target, StandardCopyOption.REPLACE_EXISTING);
		}
		this.committed = true;
	}

	private static @Nullable PosixFileAttributeView view(Path file) {
		return Files.getFileAttributeView(file, PosixFileAttributeView.class);
	}

	/**
	 * Remove it unless it has become the file.
	 */
	@Override
	public void close() throws IOException {
		this.channel.close();
		if (!this.committed) {
			Files.deleteIfExists(this.part);
		}
	}

}
