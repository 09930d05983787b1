package dev.tauriboot.javafx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import dev.tauriboot.Origin;
import dev.tauriboot.download.Download;
import dev.tauriboot.download.DownloadSource;
import dev.tauriboot.ipc.ByteText;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Links of one webview that have the attribute {@code download}, of which the engine
 * knows nothing. The page's bootstrap says so before a click does its work. When the
 * engine then asks whether it may follow the link, as it does unless the page has
 * prevented that, it is refused and the file is saved. Lives on the JavaFX application
 * thread.
 */
final class FxPageDownloads {

	private static final Log logger = LogFactory.getLog(FxPageDownloads.class);

	private final FxDownloads downloads;

	private final Webview webview;

	private final Predicate<String> permitted;

	private final Map<Integer, PageData> sinks = new ConcurrentHashMap<>();

	private @Nullable Offer offer;

	private int accepted;

	private int lastId;

	/**
	 * Create the downloads of a webview.
	 * @param downloads those of the runtime
	 * @param webview the webview
	 * @param permitted where redirects may lead
	 */
	FxPageDownloads(FxDownloads downloads, Webview webview, Predicate<String> permitted) {
		this.downloads = downloads;
		this.webview = webview;
		this.permitted = permitted;
	}

	/**
	 * A link is about to be followed.
	 * @param page its page
	 * @param url where it leads
	 * @param name the attribute
	 * @param size how many bytes the page has for it, or -1 if it is not the page's
	 * @param type the type of these bytes
	 */
	void offer(Page page, String url, String name, long size, String type) {
		this.accepted = 0;
		boolean own = url.startsWith("data:") || (url.startsWith("blob:") && size >= 0)
				|| page.origin().equals(Origin.of(url));
		this.offer = own ? new Offer(page, url, name, size, type) : null;
	}

	/**
	 * Whether the main frame's way to a URL is a download.
	 * @param url the URL, {@code null} if it is of no protocol that Java knows
	 */
	boolean accepts(@Nullable URL url) {
		Offer offer = this.offer;
		if (offer == null || !offer.leadsTo(url)) {
			return false;
		}
		this.offer = null;
		String name = offer.name().isEmpty() ? null : offer.name();
		if (offer.isBlob()) {
			receive(offer, name);
		}
		else if (offer.url().startsWith("data:")) {
			decode(offer.url(), name);
		}
		else {
			this.downloads.fetch(this.webview, offer.url(), name, this.permitted);
		}
		return true;
	}

	private void receive(Offer offer, @Nullable String name) {
		PageData data = new PageData();
		Download download = this.downloads.downloads()
			.start(this.webview, new DownloadSource(offer.url(), name, offer.type(), offer.size(), data));
		if (download != null) {
			this.accepted = ++this.lastId;
			this.sinks.put(this.accepted, data);
			int id = this.accepted;
			offer.page().onClose(() -> end(id, false));
		}
	}

	private void decode(String url, @Nullable String name) {
		int comma = url.indexOf(',');
		if (comma < 0) {
			return;
		}
		String head = url.substring("data:".length(), comma);
		String data = URLDecoder.decode(Uris.withoutStrayPercents(url.substring(comma + 1).replace("+", "%2B")),
				StandardCharsets.ISO_8859_1);
		byte[] bytes;
		try {
			bytes = head.trim().endsWith(";base64") ? Base64.getMimeDecoder().decode(data)
					: data.getBytes(StandardCharsets.ISO_8859_1);
		}
		catch (IllegalArgumentException ex) {
			logger.warn("Webview '" + this.webview.label() + "' could not download a data URL: " + ex.getMessage());
			return;
		}
		this.downloads.downloads()
			.start(this.webview,
					new DownloadSource("data:", name, head.split(";", 2)[0], bytes.length, new Bytes(bytes)));
	}

	/**
	 * The click has done its work.
	 * @return the number under which the page's bytes are expected, 0 if they are not
	 */
	int settle() {
		this.offer = null;
		int accepted = this.accepted;
		this.accepted = 0;
		return accepted;
	}

	/**
	 * Take bytes of the page.
	 * @return whether more are wanted
	 */
	boolean data(int id, String bytes) {
		PageData data = this.sinks.get(id);
		return data != null && data.write(ByteText.read(bytes));
	}

	/**
	 * The page has no more bytes.
	 * @param complete whether these were all
	 */
	void end(int id, boolean complete) {
		PageData data = this.sinks.remove(id);
		if (data != null) {
			data.end(complete);
		}
	}

	private record Offer(Page page, String url, String name, long size, String type) {

		boolean isBlob() {
			return this.url.startsWith("blob:");
		}

		boolean leadsTo(@Nullable URL url) {
			if (url == null) {
				return isBlob();
			}
			String text = url.toExternalForm();
			return text.equals(this.url) || (text.startsWith("data:") && this.url.startsWith("data:"));
		}

	}

	private record Bytes(byte[] bytes) implements DownloadSource.Body {

		@Override
		public InputStream open() {
			return new ByteArrayInputStream(this.bytes);
		}

		@Override
		public void close() {
		}

	}

}
