package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * The default file system, but for channels: they take some bytes and are full then.
 */
final class FullDisk extends FileSystemProvider {

	private final FileSystemProvider provider;

	private final FileSystem system = mock(FileSystem.class);

	private final int room;

	private FullDisk(FileSystemProvider provider, int room) {
		this.provider = provider;
		this.room = room;
		given(this.system.provider()).willReturn(this);
	}

	/**
	 * A path on such a disk.
	 * @param path the path on the real one
	 * @param room how many bytes each file may have
	 */
	static Path of(Path path, int room) {
		return new FullDisk(path.getFileSystem().provider(), room).wrap(path);
	}

	private Path wrap(Path path) {
		return (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] { Path.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("getFileSystem")) {
						return this.system;
					}
					Object[] given = (arguments != null) ? arguments.clone() : new Object[0];
					for (int i = 0; i < given.length; i++) {
						given[i] = (given[i] instanceof Path other) ? unwrap(other) : given[i];
					}
					try {
						Object result = method.invoke(path, given);
						return (result instanceof Path found) ? wrap(found) : result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static Path unwrap(Path path) {
		return Proxy.isProxyClass(path.getClass()) ? Path.of(path.toString()) : path;
	}

	@Override
	public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
			throws IOException {
		FileChannel real = this.provider.newFileChannel(unwrap(path), options, attributes);
		FileChannel channel = mock(FileChannel.class, delegatesTo(real));
		willAnswer((invocation) -> {
			ByteBuffer bytes = invocation.getArgument(0);
			if (real.position() + bytes.remaining() <= this.room) {
				return real.write(bytes);
			}
			if (real.position() == this.room) {
				throw new IOException("No space left on device");
			}
			return real.write(bytes.slice(bytes.position(), (int) (this.room - real.position())));
		}).given(channel).write(any(ByteBuffer.class));
		return channel;
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
			FileAttribute<?>... attributes) throws IOException {
		return newFileChannel(path, options, attributes);
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
			throws IOException {
		return this.provider.newDirectoryStream(unwrap(directory), filter);
	}

	@Override
	public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
		this.provider.createDirectory(unwrap(directory), attributes);
	}

	@Override
	public void createLink(Path link, Path existing) throws IOException {
		this.provider.createLink(unwrap(link), unwrap(existing));
	}

	@Override
	public Path readSymbolicLink(Path link) throws IOException {
		return wrap(this.provider.readSymbolicLink(unwrap(link)));
	}

	@Override
	public void delete(Path path) throws IOException {
		this.provider.delete(unwrap(path));
	}

	@Override
	public void copy(Path from, Path to, CopyOption... options) throws IOException {
		this.provider.copy(unwrap(from), unwrap(to), options);
	}

	@Override
	public void move(Path from, Path to, CopyOption... options) throws IOException {
		this.provider.move(unwrap(from), unwrap(to), options);
	}

	@Override
	public boolean isSameFile(Path path, Path other) throws IOException {
		return this.provider.isSameFile(unwrap(path), unwrap(other));
	}

	@Override
	public boolean isHidden(Path path) throws IOException {
		return this.provider.isHidden(unwrap(path));
	}

	@Override
	public FileStore getFileStore(Path path) throws IOException {
		return this.provider.getFileStore(unwrap(path));
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) throws IOException {
		this.provider.checkAccess(unwrap(path), modes);
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		return this.provider.getFileAttributeView(unwrap(path), type, options);
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
			throws IOException {
		return this.provider.readAttributes(unwrap(path), type, options);
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
		return this.provider.readAttributes(unwrap(path), attributes, options);
	}

	@Override
	public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
		this.provider.setAttribute(unwrap(path), attribute, value, options);
	}

	@Override
	public String getScheme() {
		return "full";
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		return this.system;
	}

	@Override
	public Path getPath(URI uri) {
		throw new UnsupportedOperationException();
	}

}
