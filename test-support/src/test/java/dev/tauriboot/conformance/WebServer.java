package dev.tauriboot.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.awaitility.Awaitility;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server for the pages of the tests, on a port of its own.
 */
final class WebServer {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	/** Paths whose connection has gone. */
	private final List<String> gone = new CopyOnWriteArrayList<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	final AtomicInteger requests = new AtomicInteger();

	final AtomicLong sent = new AtomicLong();

	private final Sinks.Many<Boolean> next = Sinks.many().multicast().onBackpressureBuffer(1, false);

	private final DisposableServer server;

	WebServer() {
		// On threads of its own: contexts that close end those that all share.
		this.server = HttpServer.create()
			.runOn(LoopResources.create("test-server", 2, true))
			.host("127.0.0.1")
			.port(0)
			.route(this::routes)
			.bindNow();
	}

	private void routes(HttpServerRoutes routes) {
		routes
			.get("/chunks", (request, response) -> response.sendString(
					Flux.interval(Duration.ofMillis(40)).take(5).map((i) -> "chunk " + i + ";").concatWithValues("ü"),
					StandardCharsets.UTF_8))
			.get("/parts",
					(request, response) -> response.sendString(
							Flux.just("first;").concatWith(this.next.asFlux().next().thenReturn("rest: ü")),
							StandardCharsets.UTF_8))
			.get("/next", (request, response) -> {
				this.next.tryEmitNext(true);
				return response.send();
			})
			.get("/empty", (request, response) -> response.send())
			.get("/status/{status}",
					(request, response) -> response.status(Integer.parseInt(String.valueOf(request.param("status"))))
						.send())
			.get("/missing", (request, response) -> response.status(404).sendString(Mono.just("not here")))
			.get("/failed", (request, response) -> response.status(500).sendString(Mono.just("no")))
			.get("/cookies",
					(request, response) -> response.addHeader("set-cookie", "first=1; Path=/")
						.addHeader("set-cookie", "second=2; Path=/; Max-Age=1000")
						.send())
			.get("/redirect/{count}", this::redirect)
			.get("/away", (request,
					response) -> response.status(302).header("location", "http://127.0.0.1:" + port() + "/echo").send())
			.get("/stall/head", (request, response) -> watch(request, response).then(Mono.never()))
			.get("/stall/body",
					(request, response) -> watch(request, response)
						.then(response.sendByteArray(Flux.just(new byte[1000]).concatWith(Mono.never())).then()))
			.get("/bytes/{size}", (request, response) -> {
				long size = Long.parseLong(String.valueOf(request.param("size")));
				return watch(request, response)
					.then(response.header("content-length", Long.toString(size)).send(bytes(size)).then());
			})
			.get("/reset",
					(request, response) -> response.header("content-length", "1000")
						.sendByteArray(Flux.just(new byte[10])
							.concatWith(this.next.asFlux()
								.next()
								.flatMap((tick) -> Mono.error(new IllegalStateException("reset"))))))
			.route((request) -> request.path().startsWith("echo"), this::echo)
			.route((request) -> request.path().startsWith("size"),
					(request,
							response) -> response.sendString(request.receive()
								.aggregate()
								.map((body) -> request.method() + " " + body.readableBytes() + " "
										+ request.requestHeaders().getAll("content-length") + " "
										+ request.requestHeaders().get("x-mine"))));
		sockets(routes);
	}

	private void sockets(HttpServerRoutes routes) {
		WebsocketServerSpec spec = WebsocketServerSpec.builder()
			.handlePing(true)
			.maxFramePayloadLength(1 << 27)
			.build();
		routes.ws("/ws/echo", (in, out) -> {
			in.receiveCloseStatus()
				.subscribe((status) -> this.gone.add("/ws/echo " + status.code() + " " + status.reasonText()));
			return out.sendObject(in.receiveFrames()
				.map((frame) -> (frame instanceof PingWebSocketFrame) ? new PongWebSocketFrame(frame.content().retain())
						: frame.retain()));
		}, spec)
			.ws("/ws/bye", (in, out) -> out.sendClose(1001, "bye"), spec)
			.ws("/ws/silent", (in, out) -> out.sendClose(), spec)
			.ws("/ws/ping", (in, out) -> out
				.sendObject(Flux.just(new PingWebSocketFrame(Unpooled.wrappedBuffer(new byte[] { 1, 2 }))))
				.then(in.receiveFrames()
					.ofType(PongWebSocketFrame.class)
					.concatMap((pong) -> out.sendString(Mono.just("pong of " + pong.content().readableBytes())).then())
					.then()), spec)
			.ws("/ws/parts", (in, out) -> out.sendObject(Flux.range(0, 16).<WebSocketFrame>map((i) -> {
				ByteBuf part = Unpooled.wrappedBuffer("x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8));
				return (i == 0) ? new TextWebSocketFrame(false, 0, part)
						: new ContinuationWebSocketFrame(i == 15, 0, part);
			})).then(in.receive().then()), spec)
			.ws("/ws/broken", (in, out) -> {
				Mono.delay(Duration.ofMillis(200)).subscribe((tick) -> in.withConnection((c) -> c.channel().close()));
				return Mono.never();
			}, spec)
			.ws("/ws/nonsense",
					(in, out) -> out
						.sendObject(new TextWebSocketFrame(true, 0, Unpooled.wrappedBuffer(new byte[] { (byte) 0xff })))
						.then(in.receive().then()),
					spec)
			.ws("/ws/headers",
					(in, out) -> out
						.sendString(Mono.just(in.headers().get("x-mine") + " " + in.headers().get("origin")))
						.then(in.receive().then()),
					spec);
	}

	private Mono<Void> watch(HttpServerRequest request, HttpServerResponse response) {
		return Mono.fromRunnable(() -> {
			String path = "/" + request.path();
			this.requests.incrementAndGet();
			response.withConnection((connection) -> connection.onDispose(() -> this.gone.add(path)));
			this.asked.add(path);
		});
	}

	private Publisher<ByteBuf> bytes(long size) {
		byte[] block = new byte[1 << 16];
		return Flux.<ByteBuf, Long>generate(() -> 0L, (position, sink) -> {
			int length = (int) Math.min(block.length, size - position);
			if (length == 0) {
				sink.complete();
				return position;
			}
			sink.next(Unpooled.wrappedBuffer(block, 0, length));
			this.sent.addAndGet(length);
			return position + length;
		});
	}

	private Publisher<Void> redirect(HttpServerRequest request, HttpServerResponse response) {
		int count = Integer.parseInt(String.valueOf(request.param("count")));
		String target = (count > 1) ? "/redirect/" + (count - 1) : "/echo";
		return response.status(302).header("location", target).send();
	}

	private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
		this.requests.incrementAndGet();
		Map<String, List<String>> headers = new LinkedHashMap<>();
		request.requestHeaders()
			.forEach((header) -> headers
				.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
				.add(header.getValue()));
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			Map<String, Object> echo = Map.of("method", request.method().name(), "uri", request.uri(), "headers",
					headers, "body", body);
			return response.header("content-type", "application/json")
				.sendString(Mono.just(mapper.writeValueAsString(echo)))
				.then();
		});
	}

	int port() {
		return this.server.port();
	}

	void awaitAsked(String path) {
		Awaitility.await(path + " asked").until(() -> this.asked.contains(path));
	}

	void awaitGone(String path) {
		Awaitility.await(path + " gone").until(() -> this.gone.contains(path));
	}

	void forget() {
		this.gone.clear();
		this.asked.clear();
		this.requests.set(0);
		this.sent.set(0);
	}

}
