package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DefaultInvokeService;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.page.BootstrapScript.Transport;
import dev.tauriboot.webcrypto.WebCrypto;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.awaitility.Awaitility;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * A small application in a real WebView: pages by path, two commands, what happened.
 */
final class FxTestApp implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofSeconds(20);

	final Map<String, String> html = new ConcurrentHashMap<>();

	final Map<String, WebHandler> handlers = new ConcurrentHashMap<>();

	final List<String> opened = new CopyOnWriteArrayList<>();

	final AtomicInteger lastWindowClosed = new AtomicInteger();

	final FxRuntime runtime;

	volatile Consumer<String> beforeAnswer = (path) -> {
	};

	private final String bootstrap = BootstrapScript.builder(Transport.BRIDGE)
		.subtleCrypto(true)
		.printing(true)
		.dateInputs(true)
		.keyNames(true)
		.build()
		.text();

	private final CommandExecutor executor = CommandExecutor.pooled(8);

	private final WebCrypto webCrypto = new WebCrypto(JsonMapper.builder().build(), Long.MAX_VALUE, Integer.MAX_VALUE);

	private final GenericApplicationContext context = new GenericApplicationContext();

	FxTestApp() {
		this((options) -> options);
	}

	FxTestApp(UnaryOperator<FxRuntimeOptions> customizer) {
		this(customizer, (runtime) -> {
		});
	}

	FxTestApp(UnaryOperator<FxRuntimeOptions> customizer, Consumer<FxRuntime> prepare) {
		this.html.put("/", "<h1>first</h1>");
		this.context.registerBean("commands", Commands.class);
		this.context.refresh();
		JsonMapper mapper = JsonMapper.builder().build();
		CommandRegistry registry = new CommandRegistry(new AnnotatedCommandDetector(this.context.getBeanFactory(),
				CommandArgumentResolvers.with(mapper, List.of()))
			.detect());
		IpcPipeline pipeline = new IpcPipeline(List.of(), DefaultInvokeService.builder(registry, mapper).build());
		Pages pages = new Pages();
		BridgeDoor door = new BridgeDoor(pipeline, this.executor, mapper);
		HttpHandler ipc = WebHttpHandlerBuilder
			.webHandler(new HttpDoor(pipeline, this.executor, pages, mapper, Integer.MAX_VALUE))
			.build();
		FxRuntimeOptions options = new FxRuntimeOptions(() -> door, pages, mapper,
				WebHttpHandlerBuilder.webHandler(this::serve).build(), Map.of("ipc", ipc), null,
				this.lastWindowClosed::incrementAndGet)
			.withLinks(this.opened::add);
		this.runtime = new FxRuntime(customizer.apply(options));
		this.runtime.setWebCrypto(this.webCrypto);
		this.runtime.setPrinting(new FxPrinting(() -> null));
		this.runtime.setRepairKit(FxRepairKit.NONE.withConsole(true).withWindowOpen(true).withZoomKeys(true));
		prepare.accept(this.runtime);
		this.runtime.start();
	}

	private Mono<Void> serve(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		this.beforeAnswer.accept(path);
		WebHandler handler = this.handlers.get(path);
		if (handler != null) {
			return handler.handle(exchange);
		}
		String body = this.html.get(path);
		if (body == null) {
			exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
			return exchange.getResponse().setComplete();
		}
		exchange.getResponse().getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		String document = "<!DOCTYPE html><html><head><script>" + this.bootstrap + "</script>" + "</head><body>" + body
				+ "</body></html>";
		return exchange.getResponse()
			.writeWith(
					Mono.just(exchange.getResponse().bufferFactory().wrap(document.getBytes(StandardCharsets.UTF_8))));
	}

	FxWebview open(String label) {
		return open(WindowOptions.of(label));
	}

	FxWebview open(WindowOptions options) {
		Window window = this.runtime.create(options);
		FxWebview webview = (FxWebview) window.webviews().get(0);
		await(webview, "document.readyState === 'complete' && 'isTauri' in window");
		return webview;
	}

	static void await(FxWebview webview, String condition) {
		Awaitility.await(condition)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> Boolean.TRUE.equals(webview.evaluate(condition)));
	}

	/**
	 * Compute a value on the JavaFX application thread.
	 */
	static <T> T fx(Callable<T> work) {
		return new FxMainThread().call(work);
	}

	static void fx(Runnable work) {
		fx(() -> {
			work.run();
			return true;
		});
	}

	/**
	 * Evaluate an expression that gives a promise and wait for its JSON.
	 */
	static String settle(FxWebview webview, String promise) {
		webview.eval("window.__settled = undefined; Promise.resolve(" + promise
				+ ").then((v) => { window.__settled = JSON.stringify(v); },"
				+ " (e) => { window.__settled = 'rejected ' + JSON.stringify(e); })");
		await(webview, "window.__settled !== undefined");
		return String.valueOf(webview.evaluate("window.__settled"));
	}

	/**
	 * Wait until the engine has written what pages have stored, a second or more after
	 * that: from then on it makes no more files in a directory that is to be deleted.
	 */
	static void awaitWritten(Path directory, String value) {
		Awaitility.await("stored value").atMost(PATIENCE).ignoreExceptions().until(() -> {
			try (Stream<Path> files = Files.walk(directory)) {
				return files.filter(Files::isRegularFile).anyMatch((file) -> contains(file, value));
			}
		});
	}

	private static boolean contains(Path file, String value) {
		try {
			String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
			return bytes.contains(new String(value.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Object page(FxWebview webview) {
		return Objects.requireNonNull(webview.page());
	}

	void closeWindows() {
		this.runtime.windows().forEach(Window::destroy);
		Awaitility.await().atMost(PATIENCE).until(() -> this.runtime.windows().isEmpty());
	}

	@Override
	public void close() {
		this.runtime.stop();
		this.executor.close();
		this.webCrypto.close();
		this.context.close();
	}

	static class Commands {

		@TauriCommand
		public String whoAmI(Webview webview, Window window) {
			return webview.label() + " in " + window.label();
		}

		@TauriCommand
		public int add(int a, int b) {
			return a + b;
		}

	}

}
