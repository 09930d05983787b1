package dev.tauriboot.browser;

import java.util.function.IntSupplier;

import dev.tauriboot.Origin;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Tells requests of our own pages from those of others. The host is compared with the
 * names of the loopback interface, as a foreign name may resolve to it; the origin with
 * the host.
 */
final class RequestGuard {

	private final IntSupplier port;

	RequestGuard(IntSupplier port) {
		this.port = port;
	}

	/**
	 * Check where a request was sent and where it comes from.
	 * @param headers the request's headers
	 * @return our origin as the request has it, or {@code null} if it is to be refused
	 */
	@Nullable Origin ownOrigin(HttpHeaders headers) {
		String host = headers.getFirst(HttpHeaders.HOST);
		int port = this.port.getAsInt();
		if (host == null || headers.getOrEmpty(HttpHeaders.HOST).size() != 1
				|| !(host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port))) {
			return null;
		}
		Origin own = Origin.of("http://" + host);
		for (String origin : headers.getOrEmpty(HttpHeaders.ORIGIN)) {
			if (!origin.equals("http://" + host)) {
				return null;
			}
		}
		return own;
	}

	/**
	 * Whether a page of another origin has made the engine send a request, as far as the
	 * engine tells. Cookies are sent between the ports of one host.
	 * @param headers the request's headers
	 * @return {@code true} if it comes from elsewhere
	 */
	boolean isForeign(HttpHeaders headers) {
		String site = headers.getFirst("Sec-Fetch-Site");
		return site != null && !site.equals("same-origin") && !site.equals("none");
	}

	/**
	 * The name of the session cookie. Cookies are not kept apart by port, so that each
	 * application needs a name of its own.
	 * @return the name
	 */
	String cookieName() {
		return "tauri-session-" + this.port.getAsInt();
	}

	/**
	 * A cookie that scripts cannot read, in the form of a header's value.
	 * @param session the session
	 * @return the value of {@code Set-Cookie}
	 */
	String cookie(String session) {
		return ResponseCookie.from(cookieName(), session)
			.httpOnly(true)
			.sameSite("Strict")
			.path("/")
			.build()
			.toString();
	}

	@Nullable String session(HttpHeaders headers) {
		String prefix = cookieName() + "=";
		for (String header : headers.getOrEmpty(HttpHeaders.COOKIE)) {
			for (String pair : header.split(";")) {
				if (pair.strip().startsWith(prefix)) {
					return pair.strip().substring(prefix.length());
				}
			}
		}
		return null;
	}

}
