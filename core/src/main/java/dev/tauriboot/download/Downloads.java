package dev.tauriboot.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import dev.tauriboot.download.Download.State;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.window.Webview;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * Saves what pages hand to the user: asks where, writes it there, and tells how it goes
 * by {@link DownloadEvent}s and in the log. Without the user's answer nothing is written.
 *
 * @since 0.1.0
 */
public final class Downloads implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Downloads.class);

	private static final int DEFAULT_MAX_OPEN = 16;

	private static final long EVENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final FileDialogs dialogs;

	private final ApplicationEventPublisher events;

	private final @Nullable Path directory;

	private final int maxOpen;

	private final Map<Long, Download> open = new LinkedHashMap<>();

	private long lastId;

	private boolean closed;

	/**
	 * Create the downloads of an application, sixteen at a time.
	 * @param dialogs ask the user where to save
	 * @param events where to tell of downloads
	 * @param directory where the dialogs begin, or {@code null} for where the platform
	 * likes
	 */
	public Downloads(FileDialogs dialogs, ApplicationEventPublisher events, @Nullable Path directory) {
		this(dialogs, events, directory, DEFAULT_MAX_OPEN);
	}

	/**
	 * Create the downloads of an application.
	 * @param dialogs ask the user where to save
	 * @param events where to tell of downloads
	 * @param directory where the dialogs begin, or {@code null} for where the platform
	 * likes
	 * @param maxOpen how many may be under way at a time
	 */
	public Downloads(FileDialogs dialogs, ApplicationEventPublisher events, @Nullable Path directory, int maxOpen) {
		Assert.notNull(dialogs, "'dialogs' must not be null");
		Assert.notNull(events, "'events' must not be null");
		this.dialogs = dialogs;
		this.events = events;
		this.directory = directory;
		this.maxOpen = maxOpen;
	}

	/**
	 * How many may be under way at a time.
	 * @return the number
	 */
	public int maxOpen() {
		return this.maxOpen;
	}

	/**
	 * The downloads that have not ended.
	 * @return the downloads, oldest first
	 */
	public List<Download> open() {
		synchronized (this.open) {
			return new ArrayList<>(this.open.values());
		}
	}

	/**
	 * Have something downloaded. Returns at once.
	 * @param webview the webview whose page asks, or {@code null} if it is not known
	 * @param source what to download; closed at the end
	 * @return the download, or {@code null} if too many are under way
	 */
	public @Nullable Download start(@Nullable Webview webview, DownloadSource source) {
		Assert.notNull(source, "'source' must not be null");
		Download download;
		synchronized (this.open) {
			if (this.closed || this.open.size() >= this.maxOpen) {
				download = null;
			}
			else {
				download = new Download(++this.lastId, (webview != null) ? webview.label() : null, source);
				this.open.put(download.id(), download);
			}
		}
		if (download == null) {
			source.body().close();
			logger.warn("A page asked for more than " + this.maxOpen
					+ " downloads at a time (tauri.webview.max-downloads), one was refused");
			return null;
		}
		Download started = download;
		Thread thread = new Thread(() -> run(started, webview, source), "tauri-download-" + started.id());
		thread.setDaemon(true);
		thread.start();
		return started;
	}

	private void run(Download download, @Nullable Webview webview, DownloadSource source) {
		try {
			publish(download);
			Path target = download.state().isEnd() ? null : ask(download, webview);
			if (target == null) {
				download.end(State.CANCELLED);
			}
			else {
				save(download, source, target);
			}
		}
		catch (IOException | RuntimeException ex) {
			// What ends a download also ends its stream.
			if (download.fail(reason(ex))) {
				logger.debug("A download failed", ex);
			}
		}
		finally {
			source.body().close();
			synchronized (this.open) {
				this.open.remove(download.id());
			}
			log(download);
			publish(download);
		}
	}

	private static String reason(Exception ex) {
		return (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
	}

	private @Nullable Path ask(Download download, @Nullable Webview webview) throws IOException {
		Path proposal = (this.directory != null && Files.isDirectory(this.directory))
				? this.directory.resolve(download.fileName()) : Path.of(download.fileName());
		FileDialogOptions options = FileDialogOptions.DEFAULT.withDefaultPath(proposal)
			.withOwner((webview != null) ? webview.window() : null);
		try {
			CompletableFuture<Optional<Path>> answer = this.dialogs.save(options);
			download.awaits(answer);
			return answer.get().map(Path::toAbsolutePath).orElse(null);
		}
		catch (CancellationException ex) {
			return null;
		}
		catch (ExecutionException ex) {
			throw new IOException(reason((ex.getCause() instanceof Exception cause) ? cause : ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private void save(Download download, DownloadSource source, Path target) throws IOException {
		if (!download.start(target)) {
			return;
		}
		logger.info("Webview '" + download.webview() + "' downloads " + download.url() + " to " + target);
		publish(download);
		try (DownloadFile file = DownloadFile.at(target); InputStream bytes = source.body().open()) {
			file.write(bytes, source.length(), progress(download));
			if (download.end(State.FINISHED)) {
				finish(download, file);
			}
		}
	}

	// From here on it cannot be cancelled.
	private static void finish(Download download, DownloadFile file) {
		try {
			file.finish();
		}
		catch (IOException ex) {
			download.spoil(reason(ex));
		}
	}

	private LongConsumer progress(Download download) {
		return new LongConsumer() {

			private long told = System.nanoTime();

			@Override
			public void accept(long count) {
				download.received(count);
				long now = System.nanoTime();
				if (now - this.told >= EVENT_NANOS) {
					this.told = now;
					publish(download);
				}
			}

		};
	}

	private static void log(Download download) {
		switch (download.state()) {
			case FINISHED -> logger.info("Downloaded " + download.receivedBytes() + " bytes to " + download.file());
			case FAILED -> logger.warn("Could not download '" + download.fileName() + "' from " + download.url() + ": "
					+ download.failure());
			default -> logger.info("The download of '" + download.fileName() + "' was cancelled");
		}
	}

	private void publish(Download download) {
		try {
			this.events.publishEvent(new DownloadEvent(download, download.state(), download.receivedBytes()));
		}
		catch (RuntimeException ex) {
			logger.error("A listener failed to hear of a download", ex);
		}
	}

	/**
	 * Cancel what is under way, and take no more.
	 */
	@Override
	public void close() {
		synchronized (this.open) {
			this.closed = true;
		}
		open().forEach(Download::cancel);
	}

}
