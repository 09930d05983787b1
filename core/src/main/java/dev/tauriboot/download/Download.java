package dev.tauriboot.download;

import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to the user.
 *
 * @since 0.1.0
 */
public final class Download {

	private final long id;

	private final @Nullable Label webview;

	private final String url;

	private final String fileName;

	private final @Nullable String contentType;

	private final long totalBytes;

	private final DownloadSource.Body body;

	private final AtomicReference<State> state = new AtomicReference<>(State.REQUESTED);

	private volatile @Nullable Future<?> answer;

	private volatile long receivedBytes;

	private volatile @Nullable Path file;

	private volatile @Nullable String failure;

	Download(long id, @Nullable Label webview, DownloadSource source) {
		this.id = id;
		this.webview = webview;
		this.url = shown(source.url());
		this.fileName = DownloadName.of(source.fileName(), source.url());
		this.contentType = source.contentType();
		this.totalBytes = source.length();
		this.body = source.body();
	}

	// Queries and users may be secrets, data is no place.
	private static String shown(String url) {
		if (url.startsWith("data:") || url.startsWith("blob:")) {
			return url.substring(0, 5);
		}
		String plain = url.split("[?#]", 2)[0].replaceFirst("^([a-z]+://)[^/@]*@", "$1");
		return (plain.length() > 200) ? plain.substring(0, 200) + "…" : plain;
	}

	/**
	 * A number that no other download of this application has.
	 * @return the number
	 */
	public long id() {
		return this.id;
	}

	/**
	 * The webview whose page asked for it.
	 * @return the label, or {@code null} if it is not known
	 */
	public @Nullable Label webview() {
		return this.webview;
	}

	/**
	 * Where it comes from, without query and user; {@code data:} or {@code blob:} for
	 * what the page itself has made.
	 * @return the URL
	 */
	public String url() {
		return this.url;
	}

	/**
	 * The proposed name: one of a file, on every platform.
	 * @return the name
	 */
	public String fileName() {
		return this.fileName;
	}

	/**
	 * The content's type, as page or server say.
	 * @return the type, or {@code null} if nobody says
	 */
	public @Nullable String contentType() {
		return this.contentType;
	}

	/**
	 * How many bytes there are.
	 * @return the number, or -1 if nobody knows
	 */
	public long totalBytes() {
		return this.totalBytes;
	}

	/**
	 * How many bytes are written.
	 * @return the number
	 */
	public long receivedBytes() {
		return this.receivedBytes;
	}

	/**
	 * How far it is.
	 * @return the state
	 */
	public State state() {
		return this.state.get();
	}

	/**
	 * The file that the user has chosen. Nothing of the download is in it before it is
	 * finished.
	 * @return the path, or {@code null} if there is none yet
	 */
	public @Nullable Path file() {
		return this.file;
	}

	/**
	 * Why it failed.
	 * @return the reason, or {@code null} if it has not
	 */
	public @Nullable String failure() {
		return (state() == State.FAILED) ? this.failure : null;
	}

	/**
	 * Give up, unless it has ended. Nothing is left of it; a dialog that is open stays
	 * open, and its answer is ignored.
	 */
	public void cancel() {
		if (end(State.CANCELLED)) {
			this.body.close();
			Future<?> answer = this.answer;
			if (answer != null) {
				answer.cancel(false);
			}
		}
	}

	void awaits(Future<?> answer) {
		this.answer = answer;
		if (state().isEnd()) {
			answer.cancel(false);
		}
	}

	boolean start(Path file) {
		this.file = file;
		return this.state.compareAndSet(State.REQUESTED, State.RUNNING);
	}

	void received(long bytes) {
		this.receivedBytes = bytes;
	}

	boolean fail(String reason) {
		this.failure = reason;
		return end(State.FAILED);
	}

	void spoil(String reason) {
		this.failure = reason;
		this.state.set(State.FAILED);
	}

	boolean end(State end) {
		State before = this.state.get();
		while (!before.isEnd()) {
			if (this.state.compareAndSet(before, end)) {
				return true;
			}
			before = this.state.get();
		}
		return false;
	}

	@Override
	public String toString() {
		return "Download " + this.id + " of '" + this.fileName + "' from " + this.url + ": " + state();
	}

	/**
	 * How far a download is.
	 */
	public enum State {

		/** The user has not been asked, or has not answered. */
		REQUESTED,

		/** Bytes arrive. */
		RUNNING,

		/** The file is there. */
		FINISHED,

		/** The user or the application did not want it. */
		CANCELLED,

		/** It could not be had or written. */
		FAILED;

		/**
		 * Whether nothing more happens.
		 * @return {@code true} at the end
		 */
		public boolean isEnd() {
			return this != REQUESTED && this != RUNNING;
		}

	}

}
