package dev.tauriboot.plugin.http;

import dev.tauriboot.plugin.net.CookieJar;
import dev.tauriboot.plugin.net.HttpCall;
import dev.tauriboot.plugin.net.HttpReply;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Makes requests as the plugin {@code http} makes those of pages, with the same
 * connections and cookies. Java code is trusted: no scope is asked. A bean.
 *
 * @since 0.1.0
 */
public class Fetcher {

	private final NetworkClient client;

	private final @Nullable CookieJar cookies;

	private final FetchOptions options;

	/**
	 * Create a fetcher.
	 * @param client makes the requests
	 * @param cookies the cookies, or {@code null} for none
	 * @param options what pages may do
	 */
	public Fetcher(NetworkClient client, @Nullable CookieJar cookies, FetchOptions options) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(options, "'options' must not be null");
		this.client = client;
		this.cookies = cookies;
		this.options = options;
	}

	FetchOptions options() {
		return this.options;
	}

	/**
	 * Start a request with the application's cookies and name.
	 * @param method the method, such as {@code GET}
	 * @param url the URL
	 * @return a builder, to which headers and a body can be added
	 * @throws dev.tauriboot.ipc.InvokeException if one of them cannot be sent
	 */
	public HttpCall.Builder request(String method, String url) {
		return HttpCall.of(method, url).cookies(this.cookies).header("user-agent", this.options.userAgent());
	}

	HttpCall.Builder call(String method, WebUrl url) {
		return HttpCall.of(method, url).cookies(this.cookies);
	}

	/**
	 * Make a request.
	 * @param call the request
	 * @return the response, whose body is to be read or closed; fails with a
	 * {@link dev.tauriboot.plugin.net.NetworkException}
	 */
	public Mono<HttpReply> fetch(HttpCall call) {
		return this.client.send(call);
	}

}
