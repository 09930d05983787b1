package dev.tauriboot.page;

import java.io.File;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a document is told when it connects, as its bootstrap script reads it.
 *
 * @param label the webview's label
 * @param windowLabel the window's label
 * @param key the document's invoke key
 * @param ipcUrl the URL to which the document appends an encoded command, or {@code null}
 * if it is to make no requests
 * @param protocolUrl the URL of a protocol's files, {@code *} for the protocol
 * @param sep the platform's path separator
 * @param delimiter the platform's path delimiter
 * @param requestBytesFrom bytes from which on the document sends raw data by a request
 * @param isolationUrl the URL of the document's isolation frame, or {@code null} if it
 * has none
 * @since 0.1.0
 */
public record PageConnection(String label, String windowLabel, String key, @Nullable String ipcUrl, String protocolUrl,
		String sep, String delimiter, long requestBytesFrom, @Nullable String isolationUrl) {

	/**
	 * The connection of a page.
	 * @param page the page
	 * @param ipcUrl the URL to which the document appends an encoded command, or
	 * {@code null} if it is to make no requests
	 * @param protocolUrl the URL of a protocol's files, {@code *} for the protocol
	 * @return what its document is told
	 */
	public static PageConnection of(Page page, @Nullable String ipcUrl, String protocolUrl) {
		return new PageConnection(page.webview().label().value(), page.webview().window().label().value(),
				page.key().reveal(), ipcUrl, protocolUrl, File.separator, File.pathSeparator,
				page.outbound().requestBytesFrom(), null);
	}

	/**
	 * The same for a document with an isolation frame.
	 * @param url the frame's URL
	 * @return the connection
	 */
	public PageConnection withIsolationUrl(String url) {
		return new PageConnection(this.label, this.windowLabel, this.key, this.ipcUrl, this.protocolUrl, this.sep,
				this.delimiter, this.requestBytesFrom, url);
	}

	@Override
	public String toString() {
		return "PageConnection[" + this.label + "]";
	}

}
