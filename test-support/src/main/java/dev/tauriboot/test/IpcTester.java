package dev.tauriboot.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * Calls commands as a page does: through the whole pipeline, with the security chain of
 * the IPC. It needs no engine; with the runtime {@code none} it plays the documents of
 * the windows itself. <pre class="code">
 * String text = tester.invoke("greet").as("main").args(Map.of("name", "World")).get(String.class);
 * tester.invoke("greet").expectRejection().isRejectedWith("…");
 * </pre>
 *
 * @since 0.1.0
 */
public final class IpcTester {

	static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

	private static final Origin LOCAL = new Origin("http", "tauri.localhost", 80);

	private final IpcPipeline pipeline;

	private final DesktopRuntime runtime;

	private final Pages pages;

	private final JsonMapper mapper;

	private final Map<Label, TestPage> played = new ConcurrentHashMap<>();

	private final AtomicInteger callbacks = new AtomicInteger(1_000_000);

	/**
	 * Create a tester.
	 * @param pipeline where calls go
	 * @param runtime has the windows
	 * @param pages where played documents are registered
	 * @param mapper writes arguments and reads results
	 */
	public IpcTester(IpcPipeline pipeline, DesktopRuntime runtime, Pages pages, JsonMapper mapper) {
		Assert.notNull(pipeline, "'pipeline' must not be null");
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(pages, "'pages' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pipeline = pipeline;
		this.runtime = runtime;
		this.pages = pages;
		this.mapper = mapper;
	}

	/**
	 * A tester of a running application.
	 * @param context the application's context
	 * @return the tester
	 */
	public static IpcTester of(ApplicationContext context) {
		return new IpcTester(context.getBean(IpcPipeline.class), context.getBean(DesktopRuntime.class),
				context.getBean(Pages.class), context.getBean(JsonMapper.class));
	}

	/**
	 * Begin a call.
	 * @param command the command's full name
	 * @return the call, to be completed
	 */
	public InvokeSpec invoke(String command) {
		return new InvokeSpec(command, "main", this.mapper, this::call);
	}

	/**
	 * The document of a webview, played by this tester. It connects at the first call and
	 * again after it has ended by reload or navigation.
	 * @param label the webview's label
	 * @return the document
	 * @throws IllegalStateException if there is no such webview, or it has an engine and
	 * thus a document of its own
	 */
	public TestPage page(String label) {
		Webview webview = webview(label);
		Assert.state(webview instanceof MemoryWebview,
				() -> "webview '" + label + "' shows a document of its own: play pages with the runtime none only");
		return this.played.compute(webview.label(),
				(key, before) -> (before != null && before.page().isOpen() && before.page().webview() == webview)
						? before : connect((MemoryWebview) webview));
	}

	private TestPage connect(MemoryWebview webview) {
		TestPage page = new TestPage(this, webview, this.mapper);
		page.connect();
		return page;
	}

	Page connect(MemoryWebview webview, Runnable signal) {
		Page page = webview.connect(LOCAL, signal);
		this.pages.add(page);
		return page;
	}

	private Webview webview(String label) {
		for (Window window : this.runtime.windows()) {
			for (Webview webview : window.webviews()) {
				if (webview.label().value().equals(label)) {
					return webview;
				}
			}
		}
		throw new IllegalStateException("there is no webview '" + label + "' among the windows "
				+ this.runtime.windows().stream().map(Window::label).toList());
	}

	private InvokeResult call(InvokeSpec spec) {
		Webview webview = webview(spec.label());
		if (webview instanceof MemoryWebview) {
			TestPage page = page(spec.label());
			InvokeResult result = call(spec, page.page());
			page.settle();
			return result;
		}
		Page page = Awaitility.await("a document in webview '" + spec.label() + "'")
			.atMost(DEFAULT_LIMIT)
			.until(webview::page, (connected) -> connected != null);
		return call(spec, page);
	}

	InvokeResult call(InvokeSpec spec, Page page) {
		int callback = this.callbacks.addAndGet(2);
		InvokeRequest request = spec.request(page, callback, callback + 1);
		ServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.POST, uri(spec.command())).headers(request.headers()));
		IpcExchange.setRequest(exchange, request);
		Duration limit = spec.limitOr(DEFAULT_LIMIT);
		InvokeResponse response;
		try {
			// Commands expect a thread that may block, as the doors give them.
			response = this.pipeline.handle(exchange).subscribeOn(Schedulers.boundedElastic()).block(limit);
		}
		catch (IllegalStateException ex) {
			throw new AssertionError("Command '" + spec.command() + "' gave no answer within " + limit, ex);
		}
		Assert.state(response != null, "the pipeline completed without a response");
		return new InvokeResult(spec.command(), response, this.mapper);
	}

	private static URI uri(String command) {
		return URI.create(
				"http://ipc.localhost" + IpcExchange.PATH_PREFIX + UriUtils.encode(command, StandardCharsets.UTF_8));
	}

}
