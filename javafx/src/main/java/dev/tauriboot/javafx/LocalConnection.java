package dev.tauriboot.javafx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * An HTTP exchange without a socket. The engine drives it on one of its loader threads;
 * the response's body is handed over as it is produced.
 */
final class LocalConnection extends HttpURLConnection {

	private final LocalServer server;

	private final HttpHeaders requestHeaders = new HttpHeaders();

	private final Body body = new Body();

	private @Nullable LocalExchange exchange;

	// The body is read by somebody else; the engine gets none, and wants none.
	private boolean taken;

	private List<Map.Entry<String, String>> responseHeaders = List.of();

	LocalConnection(URL url, LocalServer server) {
		super(url);
		this.server = server;
	}

	@Override
	public void setRequestMethod(String method) {
		// The superclass refuses methods it does not know.
		this.method = method;
	}

	@Override
	public void setRequestProperty(String key, String value) {
		this.requestHeaders.set(key, value);
	}

	@Override
	public void addRequestProperty(String key, String value) {
		this.requestHeaders.add(key, value);
	}

	@Override
	public @Nullable String getRequestProperty(String key) {
		return this.requestHeaders.getFirst(key);
	}

	@Override
	public void setFixedLengthStreamingMode(int contentLength) {
		this.body.expect(contentLength);
	}

	@Override
	public void setFixedLengthStreamingMode(long contentLength) {
		this.body.expect(contentLength);
	}

	@Override
	public void setChunkedStreamingMode(int chunklen) {
	}

	@Override
	public OutputStream getOutputStream() {
		return this.body;
	}

	// The engine writes the request's body after it has connected: nothing is sent before
	// it asks for the response.
	@Override
	public void connect() {
		this.connected = true;
	}

	private URI uri() {
		String file = this.url.getFile();
		String path = file.startsWith("/") ? file : "/" + file;
		return Uris.lenient(this.url.getProtocol() + "://" + this.url.getAuthority() + path);
	}

	private LocalExchange exchange() throws IOException {
		LocalExchange exchange = this.exchange;
		if (exchange == null) {
			exchange = LocalExchange.start(this.server.handler(), HttpMethod.valueOf(this.method), uri(),
					this.requestHeaders, this.body.bytes());
			this.exchange = exchange;
			FxDownloads downloads = this.server.downloads();
			this.taken = downloads != null && downloads.take(this.url.toExternalForm(), this.requestHeaders, exchange);
			this.responseHeaders = exchange.headers();
			this.responseCode = exchange.status();
		}
		return exchange;
	}

	@Override
	public int getResponseCode() throws IOException {
		return exchange().status();
	}

	@Override
	public String getResponseMessage() {
		return "";
	}

	@Override
	public InputStream getInputStream() throws IOException {
		LocalExchange exchange = exchange();
		return this.taken ? InputStream.nullInputStream() : exchange.body();
	}

	@Override
	public InputStream getErrorStream() {
		try {
			return getInputStream();
		}
		catch (IOException ex) {
			return new ByteArrayInputStream(new byte[0]);
		}
	}

	@Override
	public @Nullable String getHeaderField(String name) {
		exchangeQuietly();
		String value = null;
		for (Map.Entry<String, String> header : this.responseHeaders) {
			if (header.getKey().equalsIgnoreCase(name)) {
				value = header.getValue();
			}
		}
		return value;
	}

	@Override
	public @Nullable String getHeaderFieldKey(int n) {
		exchangeQuietly();
		return (n > 0 && n <= this.responseHeaders.size()) ? this.responseHeaders.get(n - 1).getKey() : null;
	}

	@Override
	public @Nullable String getHeaderField(int n) {
		exchangeQuietly();
		if (n == 0) {
			return "HTTP/1.1 " + this.responseCode;
		}
		return (n > 0 && n <= this.responseHeaders.size()) ? this.responseHeaders.get(n - 1).getValue() : null;
	}

	@Override
	public Map<String, List<String>> getHeaderFields() {
		exchangeQuietly();
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (Map.Entry<String, String> header : this.responseHeaders) {
			fields.computeIfAbsent(header.getKey(), (name) -> new ArrayList<>()).add(header.getValue());
		}
		return fields;
	}

	private void exchangeQuietly() {
		try {
			exchange();
		}
		catch (IOException ex) {
			// The engine asks for the status and the body next and gets the failure
			// there.
		}
	}

	@Override
	public void disconnect() {
		LocalExchange exchange = this.exchange;
		if (exchange != null && !this.taken) {
			exchange.cancel();
		}
	}

	@Override
	public boolean usingProxy() {
		return false;
	}

	/**
	 * The request's body, without a copy where its length was announced.
	 */
	private static final class Body extends OutputStream {

		private byte[] known = new byte[0];

		private int count;

		private final ByteArrayOutputStream rest = new ByteArrayOutputStream(0);

		void expect(long length) {
			if (length <= Integer.MAX_VALUE - 8) {
				this.known = new byte[(int) length];
			}
		}

		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			int fits = Math.min(length, this.known.length - this.count);
			System.arraycopy(bytes, offset, this.known, this.count, fits);
			this.count += fits;
			this.rest.write(bytes, offset + fits, length - fits);
		}

		byte[] bytes() {
			if (this.rest.size() == 0 && this.count == this.known.length) {
				return this.known;
			}
			byte[] all = new byte[this.count + this.rest.size()];
			System.arraycopy(this.known, 0, all, 0, this.count);
			System.arraycopy(this.rest.toByteArray(), 0, all, this.count, this.rest.size());
			return all;
		}

	}

}
