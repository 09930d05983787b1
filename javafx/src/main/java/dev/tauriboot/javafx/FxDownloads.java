package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import dev.tauriboot.download.DownloadSource;
import dev.tauriboot.download.Downloads;
import dev.tauriboot.window.Webview;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.http.HttpHeaders;

/**
 * Saves responses that the engine cannot show. It drops them without a word: what this
 * JVM answers is taken before the engine sees it, so that a form's answer is the one that
 * is saved; what comes from elsewhere is asked for again.
 */
final class FxDownloads {

	private static final Log logger = LogFactory.getLog(FxDownloads.class);

	static final int MAX_KNOWN = 64;

	private static final int MAX_REDIRECTS = 10;

	private static final int CONNECT_MILLIS = 30_000;

	private static final int READ_MILLIS = 300_000;

	private final Downloads downloads;

	// Of servers, so that a page cannot take ever more threads.
	private final Semaphore askable;

	// Who asked for a URL last, and which URLs the engine need not be told of again.
	private final Map<String, WeakReference<Webview>> asked;

	private final Map<String, Boolean> taken;

	FxDownloads(Downloads downloads, int maxKnown) {
		this.downloads = downloads;
		this.askable = new Semaphore(downloads.maxOpen());
		this.asked = bounded(maxKnown);
		this.taken = bounded(maxKnown);
	}

	private static <T> Map<String, T> bounded(int max) {
		return new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
				return size() > max;
			}

		};
	}

	Downloads downloads() {
		return this.downloads;
	}

	/**
	 * A frame of a webview goes to a URL.
	 */
	void asked(Webview webview, String url) {
		synchronized (this.asked) {
			this.asked.put(url, new WeakReference<>(webview));
			this.taken.remove(url);
		}
	}

	/**
	 * Whether an answer of this JVM is saved instead of shown. Called on one of the
	 * engine's loader threads.
	 * @param url what was asked for
	 * @param request the request's headers
	 * @param exchange the answer, whose body is read here if it is saved
	 */
	boolean take(String url, HttpHeaders request, LocalExchange exchange) {
		// Only what a frame would show: a script may fetch whatever it likes.
		if (!"navigate".equals(request.getFirst("Sec-Fetch-Mode"))) {
			return false;
		}
		DownloadHeaders headers = DownloadHeaders.of(exchange.headers());
		if (exchange.status() < 200 || exchange.status() > 299 || exchange.status() == 204 || exchange.status() == 205
				|| !headers.isDownload()) {
			return false;
		}
		WeakReference<Webview> webview;
		synchronized (this.asked) {
			webview = this.asked.remove(url);
			this.taken.put(url, true);
		}
		start((webview != null) ? webview.get() : null, url, null, headers, exchange.body(), exchange::cancel);
		return true;
	}

	/**
	 * The engine has dropped an answer to the main frame.
	 */
	void dropped(Webview webview, String url, Predicate<String> permitted) {
		synchronized (this.asked) {
			this.asked.remove(url);
			if (this.taken.remove(url) != null) {
				return;
			}
		}
		if (url.startsWith("http://") || url.startsWith("https://")) {
			fetch(webview, url, null, permitted);
		}
	}

	/**
	 * Ask for a file and save it.
	 * @param webview whose page wants it
	 * @param url the URL, of HTTP
	 * @param name the name that the page proposes, or {@code null}
	 * @param permitted where redirects may lead
	 */
	void fetch(Webview webview, String url, @Nullable String name, Predicate<String> permitted) {
		if (!this.askable.tryAcquire()) {
			logger.warn("Webview '" + webview.label() + "' asked for more than " + this.downloads.maxOpen()
					+ " downloads at a time (tauri.webview.max-downloads), one was refused");
			return;
		}
		Thread thread = new Thread(() -> {
			try {
				HttpURLConnection connection = asked(url, permitted);
				if (connection != null) {
					start(webview, url, name, DownloadHeaders.of(connection), connection.getInputStream(),
							connection::disconnect);
				}
			}
			catch (IOException | RuntimeException ex) {
				logger.warn("Webview '" + webview.label() + "' could not download "
						+ FxConsole.plain(url.split("[?#]", 2)[0], 200) + ": " + ex.getMessage());
			}
		}, "tauri-download");
		thread.setDaemon(true);
		thread.start();
	}

	// Nobody has heard of an end when this returns, so the next may be asked for then.
	private @Nullable HttpURLConnection asked(String url, Predicate<String> permitted) throws IOException {
		try {
			return ask(url, permitted);
		}
		finally {
			this.askable.release();
		}
	}

	private static @Nullable HttpURLConnection ask(String url, Predicate<String> permitted) throws IOException {
		String next = url;
		for (int i = 0; i <= MAX_REDIRECTS; i++) {
			HttpURLConnection connection = connect(next);
			int status = connection.getResponseCode();
			String location = connection.getHeaderField(HttpHeaders.LOCATION);
			if (status >= 300 && status <= 399 && location != null) {
				connection.disconnect();
				next = URI.create(next).resolve(location).toString();
				if (!permitted.test(next)) {
					throw new IOException("a redirect leads elsewhere");
				}
				continue;
			}
			if (status < 200 || status > 299) {
				connection.disconnect();
				throw new IOException("the server answered with status " + status);
			}
			if (status == 204 || status == 205) {
				connection.disconnect();
				return null;
			}
			return connection;
		}
		throw new IOException("there are too many redirects");
	}

	@SuppressWarnings("deprecation")
	private static HttpURLConnection connect(String url) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
		connection.setInstanceFollowRedirects(false);
		connection.setConnectTimeout(CONNECT_MILLIS);
		connection.setReadTimeout(READ_MILLIS);
		connection.setRequestProperty(HttpHeaders.ACCEPT, "*/*");
		CookieHandler cookies = CookieHandler.getDefault();
		// The JDK's own connections ask the engine's cookies by themselves.
		if (connection instanceof LocalConnection && cookies != null) {
			cookies.get(Uris.lenient(url), Map.of())
				.forEach((key, values) -> values.forEach((value) -> connection.addRequestProperty(key, value)));
		}
		return connection;
	}

	private void start(@Nullable Webview webview, String url, @Nullable String name, DownloadHeaders headers,
			InputStream bytes, Runnable cancel) {
		logger.debug(LogMessage.format("Saving a response of type %s", headers.contentType()));
		String proposed = headers.fileName();
		this.downloads.start(webview, new DownloadSource(url, (proposed != null) ? proposed : name,
				headers.contentType(), headers.length(), new ResponseBody(headers.isGzip(), bytes, cancel)));
	}

	static List<Map.Entry<String, String>> headers(HttpURLConnection connection) {
		return connection.getHeaderFields()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != null)
			.flatMap((entry) -> entry.getValue().stream().map((value) -> Map.entry(entry.getKey(), value)))
			.toList();
	}

	private record ResponseBody(boolean gzip, InputStream bytes, Runnable cancel) implements DownloadSource.Body {

		@Override
		public InputStream open() throws IOException {
			return this.gzip ? new GZIPInputStream(this.bytes) : this.bytes;
		}

		@Override
		public void close() {
			this.cancel.run();
			try {
				this.bytes.close();
			}
			catch (IOException ex) {
				logger.debug("A response did not close", ex);
			}
		}

	}

}
