package dev.tauriboot.plugin.net;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import javax.net.ssl.TrustManagerFactory;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.url.WebUrl;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.resolver.NoopAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ChannelPipelineConfigurer;
import reactor.netty.Connection;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.util.Assert;

/**
 * Makes requests over HTTP 1.1 and 2, with one pool of connections for the application.
 * What a server sends is never decompressed, redirections are followed here, and nothing
 * is started before the first request. A bean.
 *
 * @since 0.1.0
 */
public final class NetworkClient implements AutoCloseable {

	/** How requests are signed that do not say. */
	public static final String USER_AGENT = "Tauri-Boot";

	/** How many connections to a server there are at most. */
	public static final int DEFAULT_MAX_CONNECTIONS = 64;

	/** How many requests to a server may wait for a connection. */
	public static final int DEFAULT_MAX_QUEUED = 16_384;

	private static final int MAX_HEADERS = 1 << 18;

	private static final int HEADER_VALUE_LIMIT = 0xFF;

	private static final Duration IDLE_TIME = Duration.ofSeconds(30);

	private static final Duration QUEUE_TIME = Duration.ofSeconds(60);

	private final TlsProviders tls;

	private final int maxConnections;

	private final int maxQueued;

	private final Object monitor = new Object();

	private volatile @Nullable Transport transport;

	private boolean closed;

	/**
	 * Create a client that trusts whom the JVM trusts.
	 */
	public NetworkClient() {
		this(null);
	}

	/**
	 * Create a client.
	 * @param trust whom to trust, or {@code null} for whom the JVM trusts
	 */
	public NetworkClient(@Nullable TrustManagerFactory trust) {
		this(trust, DEFAULT_MAX_CONNECTIONS, DEFAULT_MAX_QUEUED);
	}

	/**
	 * Create a client.
	 * @param trust whom to trust, or {@code null} for whom the JVM trusts
	 * @param maxConnections how many connections to a server there are at most, its web
	 * sockets by themselves
	 * @param maxQueued how many requests to a server may wait for a connection
	 */
	public NetworkClient(@Nullable TrustManagerFactory trust, int maxConnections, int maxQueued) {
		Assert.isTrue(maxConnections > 0, "'maxConnections' must be positive");
		Assert.isTrue(maxQueued >= 0, "'maxQueued' must not be negative");
		this.tls = new TlsProviders(trust);
		this.maxConnections = maxConnections;
		this.maxQueued = maxQueued;
	}

	/**
	 * Make a call.
	 * @param call the call
	 * @return the response once its head is there; fails with an {@link InvokeException},
	 * and cancelling closes the connection
	 */
	public Mono<HttpReply> send(HttpCall call) {
		Assert.notNull(call, "'call' must not be null");
		return Mono.defer(() -> send(call, false)).doOnDiscard(HttpReply.class, (reply) -> reply.body().close());
	}

	private Mono<HttpReply> send(HttpCall call, boolean followed) {
		return exchange(call).flatMap((reply) -> {
			HttpCall next;
			try {
				next = Redirects.next(call, reply, followed);
			}
			catch (RuntimeException ex) {
				reply.body().close();
				return Mono.error(ex);
			}
			if (next == null) {
				return Mono.just(reply);
			}
			reply.body().discard();
			return send(next, true);
		});
	}

	private Mono<HttpReply> exchange(HttpCall call) {
		WebUrl url = call.url();
		ProxyRule proxy = call.proxy();
		boolean plain = url.protocol().equals("http");
		ProxyRule forwarder = (plain && proxy != null && proxy.scheme().equals("http")) ? proxy : null;
		HttpClient client = client(url, (forwarder == null) ? proxy : null, call.tls(), call.connectTimeout());
		String target = url.withoutUser().withoutHash().toString();
		if (forwarder != null) {
			InetSocketAddress address = InetSocketAddress.createUnresolved(forwarder.host(), forwarder.port());
			client = client.doOnChannelInit(transport().forwarding()).remoteAddress(() -> address);
		}
		return client.headers((headers) -> write(headers, call, forwarder))
			.request(HttpMethod.valueOf(call.method()))
			.uri((forwarder != null) ? target.substring(target.indexOf('/', "http://".length())) : target)
			.send((request, outbound) -> {
				HttpPayload payload = call.payload();
				return (payload != null && payload.length() > 0) ? outbound.send(payload.content().get()) : outbound;
			})
			.responseConnection((response, connection) -> Mono
				.fromSupplier(() -> reply(call, response, new ReplyBody(content(connection)))))
			.next()
			.onErrorMap((ex) -> (ex instanceof InvokeException) ? ex : new NetworkException(
					"error sending request for url (%s): %s".formatted(call.shownUrl(), NetworkException.describe(ex)),
					ex));
	}

	/**
	 * What is received. It ends after the connection was given back, which happens right
	 * after the last of it has come: whoever hears of the end finds the connection free.
	 */
	private static Flux<ByteBuf> content(Connection connection) {
		EventLoop loop = connection.channel().eventLoop();
		return connection.inbound().receive().concatWith(Mono.create((sink) -> {
			try {
				loop.execute(sink::success);
			}
			catch (RejectedExecutionException ex) {
				// The application is closing.
				sink.success();
			}
		}));
	}

	/**
	 * The client that a URL is asked with.
	 */
	private HttpClient client(WebUrl url, @Nullable ProxyRule proxy, TlsMode mode, @Nullable Duration timeout) {
		HttpClient client = configured(proxy, timeout);
		return url.protocol().equals("https")
				? client.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure(this.tls.http(mode)) : client;
	}

	/**
	 * The client for a web socket. It names no origin of its own.
	 * @param url the URL, of {@code ws} or {@code wss}
	 * @return the client, with the system's proxy if there is one
	 */
	public HttpClient socketClient(WebUrl url) {
		Assert.notNull(url, "'url' must not be null");
		boolean secure = url.protocol().equals("wss");
		WebUrl asked = WebUrl.parse((secure ? "https" : "http") + url.toString().substring(url.protocol().length()));
		HttpClient client = configured((asked != null) ? SystemProxies.find(asked) : null, null)
			.doOnChannelInit(transport().handshaking())
			.headers((headers) -> headers.set(HttpHeaderNames.ORIGIN, ""));
		return secure ? client.secure(this.tls.sockets(TlsMode.VERIFY)) : client;
	}

	private HttpClient configured(@Nullable ProxyRule proxy, @Nullable Duration timeout) {
		HttpClient client = transport().client();
		if (timeout != null) {
			int millis = (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
			client = client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis);
		}
		if (proxy == null) {
			return client;
		}
		HttpClient proxied = proxy.scheme().equals("socks4") ? client
				: client.resolver(NoopAddressResolverGroup.INSTANCE);
		return proxied.proxy((spec) -> {
			ProxyProvider.Builder builder = spec.type(switch (proxy.scheme()) {
				case "socks4" -> ProxyProvider.Proxy.SOCKS4;
				case "socks5" -> ProxyProvider.Proxy.SOCKS5;
				default -> ProxyProvider.Proxy.HTTP;
			}).host(proxy.host()).port(proxy.port());
			if (timeout != null) {
				builder.connectTimeoutMillis(Math.max(1, timeout.toMillis()));
			}
			String password = (proxy.password() != null) ? proxy.password() : "";
			if (proxy.username() != null) {
				builder.username(proxy.username()).password((user) -> password);
			}
		});
	}

	private static void write(HttpHeaders headers, HttpCall call, @Nullable ProxyRule proxy) {
		headers.set(HttpHeaderNames.USER_AGENT, USER_AGENT);
		for (HttpHeader header : call.headers()) {
			if (header.name().equalsIgnoreCase("user-agent")) {
				headers.remove(HttpHeaderNames.USER_AGENT);
			}
			headers.add(header.name(), header.value());
		}
		WebUrl url = call.url();
		if (!url.username().isEmpty() && !call.hasHeader("authorization")) {
			headers.set(HttpHeaderNames.AUTHORIZATION,
					basic(ProxyRule.decode(url.username()), ProxyRule.decode(url.password())));
		}
		CookieJar cookies = call.cookies();
		String sent = (cookies != null && !call.hasHeader("cookie")) ? cookies.header(url) : null;
		if (sent != null) {
			headers.set(HttpHeaderNames.COOKIE, sent);
		}
		HttpPayload payload = call.payload();
		if (payload != null && payload.length() > 0) {
			headers.set(HttpHeaderNames.CONTENT_LENGTH, Long.toString(payload.length()));
		}
		if (proxy != null) {
			headers.set(AbsoluteForm.TARGET, url.withoutUser().withoutHash().toString());
			headers.set(HttpHeaderNames.HOST, url.hostname() + (url.port().isEmpty() ? "" : ":" + url.port()));
			if (proxy.username() != null) {
				headers.set(HttpHeaderNames.PROXY_AUTHORIZATION,
						basic(proxy.username(), (proxy.password() != null) ? proxy.password() : ""));
			}
		}
	}

	private static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private static HttpReply reply(HttpCall call, HttpClientResponse response, ReplyBody body) {
		List<HttpHeader> headers = new ArrayList<>();
		CookieJar cookies = call.cookies();
		for (Map.Entry<String, String> header : response.responseHeaders()) {
			// What the second version of HTTP adds is none of the server's.
			if (!header.getKey().startsWith(":") && !header.getKey().startsWith("x-http2-")) {
				headers.add(new HttpHeader(header.getKey(), bytes(header.getValue())));
			}
			if (cookies != null && header.getKey().equalsIgnoreCase("set-cookie")) {
				cookies.set(call.url(), header.getValue());
			}
		}
		return new HttpReply(response.status().code(), call.shownUrl(), headers, body);
	}

	private static String bytes(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) > HEADER_VALUE_LIMIT) {
				return value.replaceAll("[^\\x00-\\xFF]", "?");
			}
		}
		return value;
	}

	/**
	 * What the first request starts: loading Netty takes longer than all other plugins
	 * together.
	 */
	private Transport transport() {
		Transport transport = this.transport;
		if (transport != null) {
			return transport;
		}
		synchronized (this.monitor) {
			if (this.closed) {
				throw new NetworkException("error sending request: the application is closing", null);
			}
			if (this.transport == null) {
				this.transport = Transport.start(this.maxConnections, this.maxQueued);
			}
			return this.transport;
		}
	}

	/**
	 * Close all connections.
	 */
	@Override
	public void close() {
		synchronized (this.monitor) {
			this.closed = true;
			if (this.transport != null) {
				this.transport.dispose();
			}
		}
	}

	/**
	 * What is started. Connections are pooled by the two configurers, hence one object of
	 * each.
	 */
	private record Transport(HttpClient client, ChannelPipelineConfigurer forwarding,
			ChannelPipelineConfigurer handshaking, ConnectionProvider pool, LoopResources loops, Scheduler blocking) {

		static Transport start(int maxConnections, int maxQueued) {
			Scheduler blocking = Schedulers.newBoundedElastic(8, 10_000, "tauri-net-names", 60, true);
			ConnectionProvider pool = ConnectionProvider.builder("tauri-net")
				.maxConnections(maxConnections)
				.pendingAcquireMaxCount(maxQueued)
				.pendingAcquireTimeout(QUEUE_TIME)
				.maxIdleTime(IDLE_TIME)
				.disposeInactivePoolsInBackground(IDLE_TIME, IDLE_TIME)
				.build();
			LoopResources loops = LoopResources.create("tauri-net", 1,
					Math.max(2, Runtime.getRuntime().availableProcessors()), true);
			HttpClient client = HttpClient.create(pool)
				.runOn(loops)
				.resolver(new SystemNames(blocking))
				.followRedirect(false)
				.doOnConnected(Informational::install)
				.httpResponseDecoder((spec) -> spec.maxHeaderSize(MAX_HEADERS).maxInitialLineLength(MAX_HEADERS));
			return new Transport(client, adding(new AbsoluteForm()), adding(new WithoutOrigin()), pool, loops,
					blocking);
		}

		private static ChannelPipelineConfigurer adding(ChannelHandler handler) {
			return (observer, channel, remote) -> channel.pipeline().addLast(handler);
		}

		void dispose() {
			this.pool.dispose();
			this.loops.dispose();
			this.blocking.dispose();
		}

	}

}
