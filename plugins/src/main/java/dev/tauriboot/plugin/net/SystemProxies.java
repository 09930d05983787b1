package dev.tauriboot.plugin.net;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;

import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the JVM is configured with.
 */
final class SystemProxies {

	private SystemProxies() {
	}

	static @Nullable ProxyRule find(WebUrl url) {
		ProxySelector selector = ProxySelector.getDefault();
		if (selector == null) {
			return null;
		}
		List<Proxy> proxies;
		try {
			proxies = selector.select(URI.create(
					url.protocol() + "://" + url.hostname() + (url.port().isEmpty() ? "" : ":" + url.port()) + "/"));
		}
		catch (IllegalArgumentException ex) {
			// A name that only browsers take for one.
			return null;
		}
		if (proxies.isEmpty() || !(proxies.get(0).address() instanceof InetSocketAddress address)) {
			return null;
		}
		String scheme = (proxies.get(0).type() == Proxy.Type.SOCKS) ? "socks5" : "http";
		return new ProxyRule(scheme, address.getHostString(), address.getPort(), null, null, NoProxy.of(null));
	}

}
