package dev.tauriboot.download;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where the bytes of a download come from.
 *
 * @param url the URL, for who wants to know; never read
 * @param fileName the name that page or server propose, as they have it, or {@code null}
 * @param contentType the type as the page or the server has it, or {@code null}
 * @param length how many bytes there are, or -1 if nobody knows
 * @param body the bytes
 * @since 0.1.0
 */
public record DownloadSource(String url, @Nullable String fileName, @Nullable String contentType, long length,
		Body body) {

	public DownloadSource {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(body, "'body' must not be null");
	}

	/**
	 * The bytes of a download, read once or not at all.
	 */
	public interface Body {

		/**
		 * Begin to read. Called on a thread that may block.
		 * @return the bytes
		 * @throws IOException if there are none
		 */
		InputStream open() throws IOException;

		/**
		 * Let go of what the bytes come from, whether or not they have been read. Called
		 * on any thread, also while another reads, and also several times.
		 */
		void close();

	}

}
