package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import dev.tauriboot.download.DownloadSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a page hands over piece by piece. They wait in a file that only this user
 * can read, since the page may go before the user has said where to save them.
 */
final class PageData implements DownloadSource.Body {

	private static final Log logger = LogFactory.getLog(PageData.class);

	private final CompletableFuture<Path> whole = new CompletableFuture<>();

	private @Nullable Path file;

	private @Nullable OutputStream out;

	private boolean closed;

	/**
	 * Take a piece.
	 * @return whether more is wanted
	 */
	synchronized boolean write(byte[] bytes) {
		if (this.closed) {
			return false;
		}
		try {
			stream().write(bytes);
			return true;
		}
		catch (IOException ex) {
			fail(ex);
			return false;
		}
	}

	private OutputStream stream() throws IOException {
		OutputStream out = this.out;
		if (out == null) {
			this.file = Files.createTempFile("tauri-download-", ".tmp");
			out = Files.newOutputStream(this.file);
			this.out = out;
		}
		return out;
	}

	/**
	 * There is no more.
	 * @param complete whether this was all
	 */
	synchronized void end(boolean complete) {
		if (this.closed) {
			return;
		}
		if (!complete) {
			fail(new IOException("the page has gone before all was read"));
			return;
		}
		try {
			stream().close();
			this.whole.complete(this.file);
		}
		catch (IOException ex) {
			fail(ex);
		}
	}

	private void fail(IOException ex) {
		this.whole.completeExceptionally(ex);
	}

	@Override
	public InputStream open() throws IOException {
		try {
			return Files.newInputStream(this.whole.get());
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getCause());
		}
		catch (CancellationException ex) {
			throw new IOException("cancelled", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.whole.cancel(false);
		try {
			if (this.out != null) {
				this.out.close();
			}
			if (this.file != null) {
				Files.deleteIfExists(this.file);
			}
		}
		catch (IOException ex) {
			logger.debug("Bytes of a page were left behind", ex);
		}
	}

}
