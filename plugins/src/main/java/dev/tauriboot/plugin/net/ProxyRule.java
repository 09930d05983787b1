package dev.tauriboot.plugin.net;

import java.nio.charset.StandardCharsets;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A proxy, and which servers are reached without it.
 *
 * @param scheme {@code http}, {@code socks4} or {@code socks5}
 * @param host where it is
 * @param port its port
 * @param username who asks, or {@code null}
 * @param password the password, or {@code null}
 * @param exceptions what is reached directly
 * @since 0.1.0
 */
public record ProxyRule(String scheme, String host, int port, @Nullable String username, @Nullable String password,
		NoProxy exceptions) {

	/**
	 * Read a proxy.
	 * @param url its URL, a user in it included
	 * @param username who asks, or {@code null} for the one in the URL
	 * @param password the password, or {@code null}
	 * @param noProxy hosts, domains and addresses with commas between them, or
	 * {@code null}
	 * @return the proxy
	 * @throws InvokeException if the URL is none of a proxy
	 */
	public static ProxyRule of(String url, @Nullable String username, @Nullable String password,
			@Nullable String noProxy) {
		Assert.notNull(url, "'url' must not be null");
		WebUrl parsed = WebUrl.parse(url.contains("://") ? url : "http://" + url);
		if (parsed == null || parsed.hostname().isEmpty()) {
			throw new InvokeException("invalid proxy URL: " + url);
		}
		String scheme = parsed.protocol().equals("socks5h") ? "socks5" : parsed.protocol();
		int defaultPort = switch (scheme) {
			case "http" -> 80;
			case "socks4", "socks5" -> 1080;
			default -> throw new InvokeException("proxy scheme %s not supported".formatted(scheme));
		};
		int port = parsed.port().isEmpty() ? defaultPort : Integer.parseInt(parsed.port());
		boolean own = username == null && !parsed.username().isEmpty();
		return new ProxyRule(scheme, plain(parsed.hostname()), port, own ? decode(parsed.username()) : username,
				own ? decode(parsed.password()) : password, NoProxy.of(noProxy));
	}

	/**
	 * Whether a server is reached by this proxy.
	 * @param url a URL of the server
	 * @return {@code false} if it is reached directly
	 */
	public boolean appliesTo(WebUrl url) {
		Assert.notNull(url, "'url' must not be null");
		return !this.exceptions.matches(url.hostname());
	}

	static String plain(String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	// A percent sign that begins nothing is one.
	static String decode(String text) {
		try {
			return UriUtils.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + ":" + this.port;
	}

}
