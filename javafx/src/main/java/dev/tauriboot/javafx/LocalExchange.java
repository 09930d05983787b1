package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * One request to an {@link HttpHandler} in this JVM, and its response.
 */
final class LocalExchange {

	private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private final Head head;

	private final Disposable subscription;

	private LocalExchange(Head head, Disposable subscription) {
		this.head = head;
		this.subscription = subscription;
	}

	/**
	 * Send a request and wait for the head of its response.
	 */
	static LocalExchange start(HttpHandler handler, HttpMethod method, URI uri, HttpHeaders headers, byte[] body)
			throws IOException {
		CompletableFuture<Head> head = new CompletableFuture<>();
		Response response = new Response(head);
		Disposable subscription = handler.handle(new Request(method, uri, headers, body), response)
			.subscribe(null, head::completeExceptionally, () -> response.setComplete().subscribe());
		try {
			return new LocalExchange(head.get(), subscription);
		}
		catch (ExecutionException ex) {
			throw new IOException("The request for " + uri.getRawPath() + " failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			subscription.dispose();
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for " + uri.getRawPath(), ex);
		}
	}

	int status() {
		return this.head.status;
	}

	List<Map.Entry<String, String>> headers() {
		return this.head.headers;
	}

	InputStream body() {
		return this.head.body;
	}

	void cancel() {
		this.subscription.dispose();
	}

	private record Head(int status, List<Map.Entry<String, String>> headers, InputStream body) {
	}

	private static final class Request extends AbstractServerHttpRequest {

		private final byte[] body;

		Request(HttpMethod method, URI uri, HttpHeaders headers, byte[] body) {
			super(method, uri, "", headers);
			this.body = body;
		}

		@Override
		protected MultiValueMap<String, HttpCookie> initCookies() {
			MultiValueMap<String, HttpCookie> cookies = new LinkedMultiValueMap<>();
			for (String header : getHeaders().getOrEmpty(HttpHeaders.COOKIE)) {
				for (String pair : header.split(";")) {
					int equals = pair.indexOf('=');
					if (equals > 0) {
						String name = pair.substring(0, equals).trim();
						cookies.add(name, new HttpCookie(name, pair.substring(equals + 1).trim()));
					}
				}
			}
			return cookies;
		}

		@Override
		protected @Nullable SslInfo initSslInfo() {
			return null;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> T getNativeRequest() {
			return (T) this;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return (this.body.length == 0) ? Flux.empty() : Flux.just(BUFFERS.wrap(this.body));
		}

		@Override
		public @Nullable InetSocketAddress getRemoteAddress() {
			return null;
		}

	}

	private static final class Response extends AbstractServerHttpResponse {

		private final CompletableFuture<Head> head;

		Response(CompletableFuture<Head> head) {
			super(BUFFERS);
			this.head = head;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> T getNativeResponse() {
			return (T) this;
		}

		@Override
		protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
			// The handler is done when the engine has read the body, or has gone away.
			return Mono.create((done) -> complete(body, done));
		}

		private void complete(Publisher<? extends DataBuffer> body, MonoSink<Void> done) {
			Flux<DataBuffer> observed = Flux.<DataBuffer>from(body)
				.doOnError(done::error)
				.doOnComplete(done::success)
				.doOnCancel(done::success);
			this.head.complete(head(DataBufferUtils.subscriberInputStream(observed, 4)));
		}

		@Override
		protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return writeWithInternal(Flux.from(body).concatMap((part) -> part));
		}

		@Override
		public Mono<Void> setComplete() {
			return super.setComplete()
				.then(Mono.fromRunnable(() -> this.head.complete(head(InputStream.nullInputStream()))));
		}

		private Head head(InputStream body) {
			List<Map.Entry<String, String>> headers = new ArrayList<>();
			getHeaders().forEach((name, values) -> values.forEach((value) -> headers.add(Map.entry(name, value))));
			getCookies().values()
				.forEach((cookies) -> cookies
					.forEach((cookie) -> headers.add(Map.entry(HttpHeaders.SET_COOKIE, cookie.toString()))));
			HttpStatusCode status = getStatusCode();
			return new Head((status != null) ? status.value() : 200, headers, body);
		}

		@Override
		protected void applyStatusCode() {
		}

		@Override
		protected void applyHeaders() {
		}

		@Override
		protected void applyCookies() {
		}

	}

}
