package dev.tauriboot.javafx;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.URLStreamHandlerFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code http} URLs of chosen authorities inside this JVM; all others go to the
 * JDK's own handler. The JVM has one slot for such a factory, so there is one of these
 * for all contexts, and each claims authorities of its own.
 */
final class LocalProtocol implements URLStreamHandlerFactory {

	private static final String LOADER = "com.sun.webkit.useHTTP2Loader";

	private static final LocalProtocol INSTANCE = new LocalProtocol();

	private static @Nullable Boolean installed;

	// A URL made before the factory is in place keeps the JDK's handler, and lends it to
	// URLs made in its context.
	private final URL template;

	private final Map<String, LocalServer> servers = new ConcurrentHashMap<>();

	private LocalProtocol() {
		try {
			@SuppressWarnings("deprecation")
			URL url = new URL("http://localhost/");
			this.template = url;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Put the factory in place.
	 * @return {@code false} if something else in this JVM has taken the slot
	 */
	static synchronized boolean install() {
		if (installed == null) {
			// The loader on java.net.http would not ask a URLStreamHandler.
			String loader = System.setProperty(LOADER, "false");
			try {
				URL.setURLStreamHandlerFactory(INSTANCE);
				installed = true;
			}
			catch (Error ex) {
				installed = false;
				restore(loader);
			}
		}
		return installed;
	}

	private static void restore(@Nullable String loader) {
		if (loader != null) {
			System.setProperty(LOADER, loader);
		}
		else {
			System.clearProperty(LOADER);
		}
	}

	/**
	 * Answer an authority.
	 * @param authority host, with {@code :port} unless it is 80
	 * @param server what answers
	 * @return {@code false} if the authority is taken
	 */
	static boolean claim(String authority, LocalServer server) {
		return INSTANCE.servers.putIfAbsent(authority, server) == null;
	}

	/**
	 * Whether an origin is answered here.
	 */
	static boolean isClaimed(Origin origin) {
		return "http".equals(origin.scheme())
				&& INSTANCE.servers.containsKey(origin.host() + ((origin.port() == 80) ? "" : ":" + origin.port()));
	}

	static void release(String authority, LocalServer server) {
		INSTANCE.servers.remove(authority, server);
	}

	@Override
	public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
		if ("tel".equals(protocol)) {
			// The engine can name only URLs that have a handler.
			return new NameOnly();
		}
		return "http".equals(protocol) ? new Handler() : null;
	}

	private @Nullable LocalServer find(URL url) {
		String host = url.getHost().toLowerCase(Locale.ROOT);
		int port = url.getPort();
		return this.servers.get((port < 0 || port == 80) ? host : host + ":" + port);
	}

	private static final class NameOnly extends URLStreamHandler {

		@Override
		protected URLConnection openConnection(URL url) throws IOException {
			throw new IOException("Nothing can be read from " + url.getProtocol() + " URLs");
		}

	}

	@SuppressWarnings("deprecation")
	private final class Handler extends URLStreamHandler {

		@Override
		protected URLConnection openConnection(URL url) throws IOException {
			return openConnection(url, null);
		}

		@Override
		protected URLConnection openConnection(URL url, @Nullable Proxy proxy) throws IOException {
			LocalServer server = find(url);
			if (server != null) {
				return new LocalConnection(url, server);
			}
			URL foreign = new URL(LocalProtocol.this.template, url.toExternalForm());
			return (proxy != null) ? foreign.openConnection(proxy) : foreign.openConnection();
		}

		@Override
		protected int getDefaultPort() {
			return 80;
		}

	}

}
