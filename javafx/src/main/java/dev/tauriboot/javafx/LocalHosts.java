package dev.tauriboot.javafx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.Origin;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Hosts that the {@link LocalProtocol} answers for one context. Several contexts can live
 * in one JVM: the first gets the plain hosts, others a port, which is never opened.
 */
final class LocalHosts implements FxHosts {

	private static final int FIRST_EXTRA_PORT = 1420;

	private static final int LAST_EXTRA_PORT = 1920;

	// Calls are told by their key, and what an isolation frame sends by its name.
	private static final Set<String> OPEN = Set.of("ipc", "isolation");

	private final Map<String, LocalServer> servers = new LinkedHashMap<>();

	private final @Nullable FxDownloads downloads;

	private final String port;

	private final Origin appOrigin;

	/**
	 * Claim hosts.
	 * @param app answers the application's own pages
	 * @param protocols answer {@code http://<name>.localhost}
	 * @param devOrigin the origin under which pages are shown instead of one of these
	 * hosts, or {@code null} for none
	 * @param downloads saves what the engine cannot show, or {@code null} for nothing
	 */
	LocalHosts(HttpHandler app, Map<String, HttpHandler> protocols, @Nullable Origin devOrigin,
			@Nullable FxDownloads downloads) {
		this.downloads = downloads;
		this.port = claimPort(app);
		protocols.forEach((protocol, handler) -> claim(protocol + ".localhost" + this.port,
				OPEN.contains(protocol) ? handler : readByOwnPages(handler)));
		if (devOrigin == null) {
			this.appOrigin = new Origin("http", "tauri.localhost",
					this.port.isEmpty() ? 80 : Integer.parseInt(this.port.substring(1)));
			return;
		}
		this.appOrigin = devOrigin;
		String authority = devOrigin.host() + ((devOrigin.port() != 80) ? ":" + devOrigin.port() : "");
		if (!claim(authority, app)) {
			close();
			throw new IllegalStateException("Another context shows pages of " + devOrigin);
		}
	}

	private String claimPort(HttpHandler app) {
		for (int port = FIRST_EXTRA_PORT - 1; port < LAST_EXTRA_PORT; port++) {
			String suffix = (port < FIRST_EXTRA_PORT) ? "" : ":" + port;
			if (claim("tauri.localhost" + suffix, app)) {
				return suffix;
			}
		}
		throw new IllegalStateException("More than " + (LAST_EXTRA_PORT - FIRST_EXTRA_PORT) + " contexts are open");
	}

	private boolean claim(String authority, HttpHandler handler) {
		LocalServer server = new LocalServer(handler, this.downloads);
		boolean claimed = LocalProtocol.claim(authority, server);
		if (claimed) {
			this.servers.put(authority, server);
		}
		return claimed;
	}

	// Pages of other origins may show a protocol's files, as those of any site, but not
	// read them.
	private HttpHandler readByOwnPages(HttpHandler handler) {
		return (request, response) -> {
			Origin origin = Origin.of(request.getHeaders().getOrigin());
			if (!this.appOrigin.equals(origin)) {
				response.beforeCommit(() -> Mono
					.fromRunnable(() -> response.getHeaders().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)));
			}
			return handler.handle(request, response);
		};
	}

	@Override
	public Origin appOrigin() {
		return this.appOrigin;
	}

	@Override
	public String ipcUrl() {
		return "http://ipc.localhost" + this.port + "/";
	}

	@Override
	public String protocolUrl() {
		return "http://*.localhost" + this.port + "/";
	}

	@Override
	public void close() {
		this.servers.forEach(LocalProtocol::release);
		this.servers.clear();
	}

}
