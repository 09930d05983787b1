package dev.tauriboot.plugin.http;

import java.time.Duration;
import java.util.List;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.TlsMode;
import org.jspecify.annotations.Nullable;

/**
 * What a page wants to have fetched: section 3.3 of the plugins' contract.
 *
 * @param method the method
 * @param url the URL
 * @param headers names and values
 * @param data the body
 * @param maxRedirections how many redirections to follow
 * @param connectTimeout how long connecting may take, in milliseconds
 * @param proxy which proxies to use
 * @param danger what else to accept
 */
record ClientConfig(String method, String url, List<List<String>> headers, byte @Nullable [] data,
		@Nullable Long maxRedirections, @Nullable Long connectTimeout, @Nullable ProxyArgument proxy,
		@Nullable Danger danger) {

	List<HttpHeader> headerList() {
		return this.headers.stream().map((pair) -> {
			if (pair.size() != 2) {
				throw invalid("invalid length %d, expected a tuple of size 2".formatted(pair.size()));
			}
			return new HttpHeader(pair.get(0), pair.get(1));
		}).toList();
	}

	@Nullable Long redirections() {
		if (this.maxRedirections != null && this.maxRedirections < 0) {
			throw invalid("invalid value: integer `%d`, expected usize".formatted(this.maxRedirections));
		}
		return this.maxRedirections;
	}

	@Nullable Duration timeout() {
		if (this.connectTimeout != null && this.connectTimeout < 0) {
			throw invalid("invalid value: integer `%d`, expected u64".formatted(this.connectTimeout));
		}
		return (this.connectTimeout != null) ? Duration.ofMillis(this.connectTimeout) : null;
	}

	private static InvokeException invalid(String detail) {
		return new InvokeException("invalid args `clientConfig` for command `fetch`: " + detail);
	}

	/**
	 * What to accept of a server's certificate.
	 *
	 * @param acceptInvalidCerts whether any will do
	 * @param acceptInvalidHostnames whether it may be another host's
	 */
	record Danger(@Nullable Boolean acceptInvalidCerts, @Nullable Boolean acceptInvalidHostnames) {

		TlsMode mode() {
			if (Boolean.TRUE.equals(this.acceptInvalidCerts)) {
				return TlsMode.ANY_CERTIFICATE;
			}
			return Boolean.TRUE.equals(this.acceptInvalidHostnames) ? TlsMode.ANY_HOST : TlsMode.VERIFY;
		}

	}

}
