package dev.tauriboot.plugin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.tauriboot.plugin.net.HttpHeader;

/**
 * The headers of a request, of those that a page wants to send.
 */
final class RequestHeaders {

	private static final Set<String> FORBIDDEN = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"date", "dnt", "expect", "host", "origin", "referer", "set-cookie", "te", "trailer", "transfer-encoding",
			"upgrade", "via");

	private final List<HttpHeader> headers = new ArrayList<>();

	private RequestHeaders() {
	}

	static List<HttpHeader> of(ClientConfig config, String origin, FetchOptions options) {
		RequestHeaders result = new RequestHeaders();
		for (HttpHeader header : config.headerList()) {
			String name = header.name().toLowerCase(Locale.ROOT);
			// The length of what is sent is no matter of taste.
			boolean sent = options.unsafeHeaders() ? !name.equals("content-length") && !name.equals("transfer-encoding")
					: !isForbidden(name);
			if (sent) {
				result.headers.add(header);
			}
		}
		boolean empty = config.data() == null || config.data().length == 0;
		if (empty && (config.method().equals("POST") || config.method().equals("PUT"))) {
			result.headers.add(new HttpHeader("content-length", "0"));
		}
		if (result.has("range")) {
			result.addDefault("accept-encoding", "identity");
		}
		result.addDefault("user-agent", options.userAgent());
		result.addDefault("accept", "*/*");
		if (result.has("origin")) {
			result.headers.removeIf((header) -> header.name().equalsIgnoreCase("origin") && header.value().isEmpty());
		}
		else {
			result.headers.add(new HttpHeader("origin", origin));
		}
		return result.headers;
	}

	private static boolean isForbidden(String name) {
		return FORBIDDEN.contains(name) || name.startsWith("proxy-") || name.startsWith("sec-");
	}

	private boolean has(String name) {
		return this.headers.stream().anyMatch((header) -> header.name().equalsIgnoreCase(name));
	}

	private void addDefault(String name, String value) {
		if (!has(name)) {
			this.headers.add(new HttpHeader(name, value));
		}
	}

}
