package dev.tauriboot.plugin.http;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.ProxyRule;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The proxies that a page names, each a URL or an object with one.
 *
 * @param all for everything
 * @param http for HTTP
 * @param https for HTTPS
 */
record ProxyArgument(@Nullable JsonNode all, @Nullable JsonNode http, @Nullable JsonNode https) {

	Rules read() {
		return new Rules(rule(this.all), rule(this.http), rule(this.https));
	}

	private static @Nullable ProxyRule rule(@Nullable JsonNode node) {
		if (node == null || node.isNull()) {
			return null;
		}
		if (node.isString()) {
			return ProxyRule.of(node.stringValue(), null, null, null);
		}
		String url = text(node, "url");
		if (url == null) {
			throw new InvokeException("invalid args `clientConfig` for command `fetch`: "
					+ "data did not match any variant of untagged enum UrlOrConfig");
		}
		JsonNode auth = node.path("basicAuth");
		return ProxyRule.of(url, text(auth, "username"), text(auth, "password"), text(node, "noProxy"));
	}

	private static @Nullable String text(JsonNode node, String key) {
		JsonNode value = node.path(key);
		return value.isString() ? value.stringValue() : null;
	}

	/**
	 * The proxies, to ask in this order.
	 */
	record Rules(@Nullable ProxyRule all, @Nullable ProxyRule http, @Nullable ProxyRule https) {

		@Nullable ProxyRule find(WebUrl url) {
			ProxyRule ofScheme = url.protocol().equals("https") ? this.https : this.http;
			if (this.all != null && this.all.appliesTo(url)) {
				return this.all;
			}
			return (ofScheme != null && ofScheme.appliesTo(url)) ? ofScheme : null;
		}

	}

}
