package dev.tauriboot.plugin.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A request and how it is to be made. Immutable.
 *
 * @since 0.1.0
 */
public final class HttpCall {

	/** How many redirections are followed unless a call says otherwise. */
	public static final int DEFAULT_REDIRECTIONS = 10;

	private static final int MOST_REDIRECTIONS = 1000;

	private final WebUrl url;

	private final String method;

	private final List<HttpHeader> headers;

	private final @Nullable HttpPayload payload;

	private final int redirections;

	private final Consumer<WebUrl> redirectCheck;

	private final @Nullable Duration connectTimeout;

	private final Function<WebUrl, @Nullable ProxyRule> proxy;

	private final TlsMode tls;

	private final @Nullable CookieJar cookies;

	private HttpCall(Builder builder) {
		this.url = builder.url;
		this.method = builder.method;
		this.headers = List.copyOf(builder.headers);
		this.payload = builder.payload;
		this.redirections = builder.redirections;
		this.redirectCheck = builder.redirectCheck;
		this.connectTimeout = builder.connectTimeout;
		this.proxy = builder.proxy;
		this.tls = builder.tls;
		this.cookies = builder.cookies;
	}

	/**
	 * Start a call.
	 * @param method the method, such as {@code GET}
	 * @param url the URL, of HTTP or HTTPS
	 * @return a builder
	 * @throws InvokeException if one of them cannot be sent
	 */
	public static Builder of(String method, String url) {
		Assert.notNull(url, "'url' must not be null");
		WebUrl parsed = WebUrl.parse(url);
		if (parsed == null) {
			throw new InvokeException("invalid URL: " + url);
		}
		return of(method, parsed);
	}

	/**
	 * Start a call.
	 * @param method the method, such as {@code GET}
	 * @param url the URL, of HTTP or HTTPS
	 * @return a builder
	 * @throws InvokeException if one of them cannot be sent
	 */
	public static Builder of(String method, WebUrl url) {
		return new Builder(method, url);
	}

	WebUrl url() {
		return this.url;
	}

	/**
	 * The URL as it may be told: who asks and the password are for its server only.
	 */
	String shownUrl() {
		return this.url.withoutUser().toString();
	}

	String method() {
		return this.method;
	}

	List<HttpHeader> headers() {
		return this.headers;
	}

	@Nullable HttpPayload payload() {
		return this.payload;
	}

	int redirections() {
		return this.redirections;
	}

	Consumer<WebUrl> redirectCheck() {
		return this.redirectCheck;
	}

	@Nullable Duration connectTimeout() {
		return this.connectTimeout;
	}

	@Nullable ProxyRule proxy() {
		return this.proxy.apply(this.url);
	}

	TlsMode tls() {
		return this.tls;
	}

	@Nullable CookieJar cookies() {
		return this.cookies;
	}

	boolean hasHeader(String name) {
		for (HttpHeader header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The same call as a redirection wants it.
	 */
	HttpCall redirected(String method, WebUrl url, Collection<HttpHeader> headers, @Nullable HttpPayload payload) {
		Builder builder = new Builder(method, url).payload(payload)
			.redirectCheck(this.redirectCheck)
			.connectTimeout(this.connectTimeout)
			.proxy(this.proxy)
			.tls(this.tls)
			.cookies(this.cookies);
		builder.headers.addAll(headers);
		builder.redirections = this.redirections - 1;
		return builder.build();
	}

	/**
	 * Builds a call.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String method;

		private final WebUrl url;

		private final List<HttpHeader> headers = new ArrayList<>();

		private @Nullable HttpPayload payload;

		private int redirections = DEFAULT_REDIRECTIONS;

		private Consumer<WebUrl> redirectCheck = (target) -> {
		};

		private @Nullable Duration connectTimeout;

		private Function<WebUrl, @Nullable ProxyRule> proxy = SystemProxies::find;

		private TlsMode tls = TlsMode.VERIFY;

		private @Nullable CookieJar cookies;

		private Builder(String method, WebUrl url) {
			Assert.notNull(method, "'method' must not be null");
			Assert.notNull(url, "'url' must not be null");
			if (!HttpHeader.isToken(method)) {
				throw new InvokeException("invalid HTTP method: " + method);
			}
			if (!url.protocol().equals("http") && !url.protocol().equals("https")) {
				throw new InvokeException("scheme %s not supported".formatted(url.protocol()));
			}
			this.method = method;
			this.url = url;
		}

		/**
		 * Add a header.
		 * @param name its name
		 * @param value its value
		 * @return this builder
		 * @throws InvokeException if it cannot be sent
		 */
		public Builder header(String name, String value) {
			HttpHeader header = new HttpHeader(name, value);
			if (!header.isValid() || name.equalsIgnoreCase(AbsoluteForm.TARGET)) {
				throw new InvokeException("invalid HTTP header: " + name);
			}
			this.headers.add(header);
			return this;
		}

		/**
		 * Set what is sent.
		 * @param payload the body, or {@code null} for none
		 * @return this builder
		 */
		public Builder payload(@Nullable HttpPayload payload) {
			this.payload = payload;
			return this;
		}

		/**
		 * Set how many redirections are followed.
		 * @param redirections the most, 0 to get the redirection itself; 10 by default
		 * and 1000 at most
		 * @return this builder
		 */
		public Builder redirections(long redirections) {
			Assert.isTrue(redirections >= 0, "'redirections' must not be negative");
			this.redirections = (int) Math.min(redirections, MOST_REDIRECTIONS);
			return this;
		}

		/**
		 * Set what is asked before a redirection is followed.
		 * @param check throws if the URL must not be asked
		 * @return this builder
		 */
		public Builder redirectCheck(Consumer<WebUrl> check) {
			Assert.notNull(check, "'check' must not be null");
			this.redirectCheck = check;
			return this;
		}

		/**
		 * Set how long connecting may take.
		 * @param timeout the longest, or {@code null} for 30 seconds
		 * @return this builder
		 */
		public Builder connectTimeout(@Nullable Duration timeout) {
			this.connectTimeout = timeout;
			return this;
		}

		/**
		 * Set which proxy is used, instead of those that the JVM is configured with.
		 * @param proxy the proxy for a URL, or {@code null} for none
		 * @return this builder
		 */
		public Builder proxy(Function<WebUrl, @Nullable ProxyRule> proxy) {
			Assert.notNull(proxy, "'proxy' must not be null");
			this.proxy = proxy;
			return this;
		}

		/**
		 * Set how far certificates are trusted.
		 * @param tls the mode
		 * @return this builder
		 */
		public Builder tls(TlsMode tls) {
			Assert.notNull(tls, "'tls' must not be null");
			this.tls = tls;
			return this;
		}

		/**
		 * Set which cookies are sent and where new ones are kept.
		 * @param cookies the jar, or {@code null} for none
		 * @return this builder
		 */
		public Builder cookies(@Nullable CookieJar cookies) {
			this.cookies = cookies;
			return this;
		}

		/**
		 * Finish the call.
		 * @return the call
		 */
		public HttpCall build() {
			return new HttpCall(this);
		}

	}

}
