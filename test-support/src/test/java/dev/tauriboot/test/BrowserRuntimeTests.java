package dev.tauriboot.test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import dev.tauriboot.Origin;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.browser.BrowserSessions;
import dev.tauriboot.browser.BrowserWebHandler;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.DesktopRuntime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * The runtime of a browser's tabs passes the kit, each window shown by a tab that opens
 * its link.
 */
class BrowserRuntimeTests extends DesktopRuntimeCompatibilityKit {

	private static final CommandExecutor executor = CommandExecutor.pooled(2);

	// The kit makes runtimes before this class has its fields.
	private static final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

	@Override
	protected DesktopRuntime createRuntime(Runnable lastWindowClosed) {
		AtomicReference<HttpHandler> handler = new AtomicReference<>();
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter((request, response) -> handler.get().handle(request, response)))
			.bindNow();
		open.add(server::dispose);
		BrowserSessions sessions = new BrowserSessions(Clock.systemUTC());
		BrowserRuntime runtime = new BrowserRuntime(sessions, () -> new Origin("http", "127.0.0.1", server.port()),
				(label, link) -> open.add(HttpTab.open(link)), lastWindowClosed);
		JsonMapper mapper = JsonMapper.builder().build();
		Pages pages = new Pages();
		IpcPipeline pipeline = new IpcPipeline(List.of(), (request) -> Mono.just(InvokeResponse.NOTHING));
		HttpDoor door = new HttpDoor(pipeline, executor, pages, mapper, Integer.MAX_VALUE);
		BridgeDoor bridgeDoor = new BridgeDoor(pipeline, executor, mapper);
		BrowserWebHandler web = new BrowserWebHandler(new BrowserWebHandler.Options(runtime, sessions, server::port,
				pages, mapper, () -> door, () -> bridgeDoor, BrowserRuntimeTests::page, Map.of(), 1024));
		handler.set(WebHttpHandlerBuilder.webHandler(web::handle).build());
		return runtime;
	}

	private static Mono<Void> page(ServerWebExchange exchange) {
		exchange.getResponse().getHeaders().setContentType(MediaType.TEXT_HTML);
		byte[] html = "<!doctype html>".getBytes(StandardCharsets.UTF_8);
		return exchange.getResponse()
			.writeWith(Mono.fromSupplier(() -> exchange.getResponse().bufferFactory().wrap(html)));
	}

	@AfterEach
	void closeTabsAndServers() throws Exception {
		for (AutoCloseable closeable = open.poll(); closeable != null; closeable = open.poll()) {
			closeable.close();
		}
	}

	@AfterAll
	static void close() {
		executor.close();
	}

}
