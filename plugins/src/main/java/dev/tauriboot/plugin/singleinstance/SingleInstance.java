package dev.tauriboot.plugin.singleinstance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Makes sure that an application runs once for each user: section 3.19 of the plugins'
 * contract. The process that has the lock hears of later starts over a socket beside it.
 * The system frees the lock when the process ends, however it does.
 *
 * @since 0.1.0
 */
public final class SingleInstance implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(SingleInstance.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final long PAUSE_MILLIS = 20;

	private static final int DEFAULT_MAX_WAITING = 100;

	private static final int BACKLOG = 50;

	private static final byte HEARD = 1;

	private final FileChannel file;

	private final FileLock lock;

	private final Path socket;

	private final ServerSocketChannel server;

	private final int maxWaiting;

	private final List<SecondInstanceEvent> pending = new ArrayList<>();

	private @Nullable Consumer<SecondInstanceEvent> listener;

	private SingleInstance(FileChannel file, FileLock lock, Path socket, ServerSocketChannel server, int maxWaiting) {
		this.file = file;
		this.lock = lock;
		this.socket = socket;
		this.server = server;
		this.maxWaiting = maxWaiting;
	}

	/**
	 * Become the one process, or tell it that there was another start.
	 * @param candidates directories of the application and the user alone, which are made
	 * if need be; the first that can be used is
	 * @param start how this process was started
	 * @return the claim to be closed at the end, or {@code null} if there is another
	 * process, which has been told
	 * @throws IllegalStateException if this process is the one already
	 * @throws IOException if there is no place for the lock, or the other process does
	 * not answer within some seconds
	 */
	public static @Nullable SingleInstance claim(List<Path> candidates, SecondInstanceEvent start) throws IOException {
		return claim(candidates, start, DEFAULT_MAX_WAITING);
	}

	/**
	 * Become the one process, or tell it that there was another start.
	 * @param candidates directories of the application and the user alone, which are made
	 * if need be; the first that can be used is
	 * @param start how this process was started
	 * @param maxWaiting how many other starts may wait for somebody to listen; of more
	 * nobody hears
	 * @return the claim to be closed at the end, or {@code null} if there is another
	 * process, which has been told
	 * @throws IllegalStateException if this process is the one already
	 * @throws IOException if there is no place for the lock, or the other process does
	 * not answer within some seconds
	 */
	public static @Nullable SingleInstance claim(List<Path> candidates, SecondInstanceEvent start, int maxWaiting)
			throws IOException {
		Assert.notEmpty(candidates, "'candidates' must not be empty");
		Assert.notNull(start, "'start' must not be null");
		Assert.isTrue(maxWaiting > 0, "'maxWaiting' must be above 0");
		Path directory = PrivateDirectory.of(candidates);
		Path socket = directory.resolve("socket");
		long end = System.nanoTime() + PATIENCE.toNanos();
		IOException failure = new IOException("the application runs already but does not answer");
		while (System.nanoTime() - end < 0) {
			SingleInstance claimed = tryLock(directory.resolve("lock"), socket, maxWaiting);
			if (claimed != null) {
				return claimed;
			}
			try {
				tell(socket, start);
				return null;
			}
			catch (IOException ex) {
				// It has just begun, or is about to end.
				failure.addSuppressed(ex);
			}
			pause();
		}
		throw failure;
	}

	private static @Nullable SingleInstance tryLock(Path path, Path socket, int maxWaiting) throws IOException {
		FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = file.tryLock();
			if (lock == null) {
				file.close();
				return null;
			}
			// Of a process that was killed.
			Files.deleteIfExists(socket);
			SingleInstance instance = new SingleInstance(file, lock, socket, bind(socket), maxWaiting);
			thread(instance::serve).start();
			return instance;
		}
		catch (OverlappingFileLockException ex) {
			file.close();
			throw new IllegalStateException("this process is the one already", ex);
		}
		catch (IOException ex) {
			file.close();
			throw ex;
		}
	}

	private static ServerSocketChannel bind(Path socket) throws IOException {
		ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		try {
			return server.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
		}
		catch (IOException ex) {
			server.close();
			throw ex;
		}
	}

	private static void tell(Path socket, SecondInstanceEvent start) throws IOException {
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			// A process that has stopped neither takes connections nor answers.
			CompletableFuture<Void> told = new CompletableFuture<>();
			thread(() -> {
				try {
					tell(channel, socket, start);
					told.complete(null);
				}
				catch (IOException ex) {
					told.completeExceptionally(ex);
				}
			}).start();
			told.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("the other process does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static void tell(SocketChannel channel, Path socket, SecondInstanceEvent start) throws IOException {
		channel.connect(UnixDomainSocketAddress.of(socket));
		ByteBuffer message = ByteBuffer.wrap(StartMessage.write(start));
		while (message.hasRemaining()) {
			channel.write(message);
		}
		ByteBuffer answer = ByteBuffer.allocate(1);
		if (channel.read(answer) != 1 || answer.get(0) != HEARD) {
			throw new IOException("the other process has not understood");
		}
	}

	private static void pause() throws IOException {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "tauri-single-instance");
		thread.setDaemon(true);
		return thread;
	}

	private void serve() {
		while (this.server.isOpen()) {
			try {
				SocketChannel channel = this.server.accept();
				thread(() -> hear(channel)).start();
			}
			catch (ClosedChannelException ex) {
				return;
			}
			catch (IOException ex) {
				logger.warn("A second start could not be heard of", ex);
				return;
			}
		}
	}

	private void hear(SocketChannel channel) {
		try (channel) {
			if (!Peers.isTrusted(channel, this.socket)) {
				logger.warn("Another user has reached the socket of this application and was refused");
				return;
			}
			SecondInstanceEvent start = StartMessage.read(Channels.newInputStream(channel));
			channel.write(ByteBuffer.wrap(new byte[] { HEARD }));
			tell(start);
		}
		catch (IOException ex) {
			logger.debug("A second start broke off", ex);
		}
	}

	private void tell(SecondInstanceEvent start) {
		Consumer<SecondInstanceEvent> known;
		boolean kept;
		synchronized (this.pending) {
			known = this.listener;
			kept = known == null && this.pending.size() < this.maxWaiting;
			if (kept) {
				this.pending.add(start);
			}
		}
		if (known != null) {
			known.accept(start);
		}
		else if (!kept) {
			logger.warn("The application is not told of a second start: " + this.maxWaiting
					+ " wait already until it is ready (tauri.plugins.single-instance.max-waiting)");
		}
	}

	/**
	 * Hear of other starts, and of those that were before.
	 * @param listener is told, on a thread of its own
	 */
	public void listen(Consumer<SecondInstanceEvent> listener) {
		Assert.notNull(listener, "'listener' must not be null");
		List<SecondInstanceEvent> before;
		synchronized (this.pending) {
			this.listener = listener;
			before = List.copyOf(this.pending);
			this.pending.clear();
		}
		if (!before.isEmpty()) {
			thread(() -> before.forEach(listener)).start();
		}
	}

	/**
	 * Let another process be the one. A second call does nothing.
	 */
	@Override
	public void close() {
		try {
			if (this.lock.isValid()) {
				this.server.close();
				Files.deleteIfExists(this.socket);
				this.lock.release();
			}
			this.file.close();
		}
		catch (IOException ex) {
			logger.debug("The lock of the application was not freed", ex);
		}
	}

}
