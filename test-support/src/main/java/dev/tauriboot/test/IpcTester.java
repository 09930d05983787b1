package dev.tauriboot.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
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
 * tester.invoke("greet").from("https://evil.example/").expectRejection().isDenied();
 * </pre> Where the isolation pattern is in force, calls are encrypted as an isolation
 * frame does it. There is no hook without an engine: calls go as if it had let them
 * through unchanged, unless {@link InvokeSpec#through(IsolationHookTester)} names one.
 *
 * @since 0.1.0
 */
public final class IpcTester {

	// A machine that is busy takes its time. Nobody waits longer than it takes.
	static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

	static final Origin LOCAL = new Origin("http", "tauri.localhost", 80);

	private final IpcPipeline pipeline;

	private final DesktopRuntime runtime;

	private final Pages pages;

	private final JsonMapper mapper;

	private final @Nullable TestDenials denials;

	private final @Nullable IsolationPattern isolation;

	private final Map<Label, TestPage> played = new ConcurrentHashMap<>();

	// Where the webviews were that a call from another page has sent away.
	private final Map<Label, String> homes = new ConcurrentHashMap<>();

	private final AtomicInteger callbacks = new AtomicInteger(1_000_000);

	/**
	 * Create a tester.
	 * @param pipeline where calls go
	 * @param runtime has the windows
	 * @param pages where played documents are registered
	 * @param mapper writes arguments and reads results
	 */
	public IpcTester(IpcPipeline pipeline, DesktopRuntime runtime, Pages pages, JsonMapper mapper) {
		this(pipeline, runtime, pages, mapper, null, null);
	}

	IpcTester(IpcPipeline pipeline, DesktopRuntime runtime, Pages pages, JsonMapper mapper,
			@Nullable TestDenials denials, @Nullable IsolationPattern isolation) {
		Assert.notNull(pipeline, "'pipeline' must not be null");
		Assert.notNull(runtime, "'runtime' must not be null");
		Assert.notNull(pages, "'pages' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.pipeline = pipeline;
		this.runtime = runtime;
		this.pages = pages;
		this.mapper = mapper;
		this.denials = denials;
		this.isolation = isolation;
	}

	/**
	 * A tester of a running application.
	 * @param context the application's context
	 * @return the tester
	 */
	public static IpcTester of(ApplicationContext context) {
		return new IpcTester(context.getBean(IpcPipeline.class), context.getBean(DesktopRuntime.class),
				context.getBean(Pages.class), context.getBean(JsonMapper.class), denials(context),
				context.getBeanProvider(IsolationPattern.class).getIfUnique());
	}

	private static @Nullable TestDenials denials(ApplicationContext context) {
		TestDenials denials = context.getBeanProvider(TestDenials.class).getIfAvailable();
		if (denials == null && context instanceof ConfigurableApplicationContext configurable) {
			denials = new TestDenials();
			configurable.addApplicationListener(denials);
		}
		return denials;
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
		return page(label, null);
	}

	private TestPage page(String label, @Nullable String url) {
		Webview webview = webview(label);
		Assert.state(webview instanceof MemoryWebview,
				() -> "webview '" + label + "' shows a document of its own: play pages with the runtime none only");
		Origin origin = (url != null) ? Origin.of(url) : LOCAL;
		Assert.notNull(origin, () -> "a page of '" + url + "' has no origin and thus cannot call");
		return this.played.compute(webview.label(), (key, before) -> isCurrent(before, webview, origin, url) ? before
				: connect((MemoryWebview) webview, origin, url));
	}

	private static boolean isCurrent(@Nullable TestPage page, Webview webview, Origin origin, @Nullable String url) {
		return page != null && page.page().isOpen() && page.page().webview() == webview && page.origin().equals(origin)
				&& (url == null || url.equals(webview.url()));
	}

	private TestPage connect(MemoryWebview webview, Origin origin, @Nullable String url) {
		if (url != null) {
			this.homes.putIfAbsent(webview.label(), webview.url());
			webview.navigate(url);
		}
		else {
			String home = this.homes.remove(webview.label());
			if (home != null) {
				webview.navigate(home);
			}
		}
		TestPage page = new TestPage(this, webview, origin, this.mapper);
		page.connect();
		return page;
	}

	Page connect(MemoryWebview webview, Origin origin, Runnable signal) {
		Page page = webview.connect(origin, signal);
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
			TestPage page = page(spec.label(), spec.url());
			InvokeResult result = call(spec, page.page());
			page.settle();
			return result;
		}
		Assert.state(spec.url() == null,
				() -> "webview '" + spec.label() + "' shows a document of its own, which cannot be sent elsewhere");
		Page page = Awaitility.await("a document in webview '" + spec.label() + "'")
			.atMost(DEFAULT_LIMIT)
			.until(webview::page, (connected) -> connected != null);
		return call(spec, page);
	}

	InvokeResult call(InvokeSpec spec, Page page) {
		InvokeResult refused = spec.askHook();
		if (refused != null) {
			return refused;
		}
		int callback = this.callbacks.addAndGet(2);
		InvokeRequest request = spec.request(page, callback, callback + 1);
		if (this.isolation != null && spec.isEncrypted()) {
			request = TestFrame.seal(this.isolation, this.mapper, request);
		}
		ServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.POST, uri(spec.command())).headers(request.headers()));
		IpcExchange.setRequest(exchange, request);
		Duration limit = spec.limitOr(DEFAULT_LIMIT);
		AccessRequest access = new AccessRequest(spec.command(), Caller.of(page));
		long before = (this.denials != null) ? this.denials.count() : 0;
		InvokeResponse response;
		try {
			// Commands expect a thread that may block, as the doors give them.
			response = this.pipeline.handle(exchange).subscribeOn(Schedulers.boundedElastic()).block(limit);
		}
		catch (IllegalStateException ex) {
			throw new AssertionError("Command '" + spec.command() + "' gave no answer within " + limit, ex);
		}
		Assert.state(response != null, "the pipeline completed without a response");
		AccessDecision.Denied denial = (this.denials != null && response instanceof InvokeResponse.Error)
				? this.denials.find(access, before) : null;
		return new InvokeResult(spec.command(), response, denial, this.mapper);
	}

	private static URI uri(String command) {
		return URI.create(
				"http://ipc.localhost" + IpcExchange.PATH_PREFIX + UriUtils.encode(command, StandardCharsets.UTF_8));
	}

}
