package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.browser.LoopbackHandler;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.webcrypto.WebCrypto;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Screens;
import dev.tauriboot.window.SlowScriptEvent;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowListeners;
import dev.tauriboot.window.WindowOptions;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.print.PrinterJob;
import javafx.scene.web.WebView;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.Assert;

/**
 * Windows of JavaFX WebViews. Pages come from {@code http://tauri.localhost}, which is
 * answered inside this JVM: no port is opened. Where something else has taken the JVM's
 * {@link java.net.URLStreamHandlerFactory}, they come from a server on the loopback
 * interface that answers this process only.
 *
 * @since 0.1.0
 */
public final class FxRuntime implements DesktopRuntime {

	private static final Log logger = LogFactory.getLog(FxRuntime.class);

	private static final int FIRST_EXTRA_PORT = 1420;

	private static final int LAST_EXTRA_PORT = 1920;

	private final FxRuntimeOptions options;

	private final FxMainThread mainThread = new FxMainThread();

	private final FxScreens screens = new FxScreens(this.mainThread);

	private final InvalidationListener themeListener = (scheme) -> themeChanged();

	private final Map<Label, FxWindow> windows = new LinkedHashMap<>();

	private final Map<String, LocalServer> servers = new LinkedHashMap<>();

	private final WindowListeners listeners = new WindowListeners();

	private volatile @Nullable FxEnvironment environment;

	private volatile boolean stopping;

	private @Nullable Origin devOrigin;

	private @Nullable FxRemotePages remotePages;

	private Outbound.Limits limits = Outbound.Limits.DEFAULT;

	private int maxLogLines = FxConsole.LINES_PER_SECOND;

	private @Nullable WebCrypto webCrypto;

	private @Nullable FxPrinting printing;

	private @Nullable LoopbackServer loopback;

	private FxRepairKit repairs = FxRepairKit.NONE;

	private @Nullable FxDownloads downloads;

	private volatile @Nullable FxSlowScripts slowScripts;

	/**
	 * Create the runtime. Nothing happens before {@link #start()}.
	 * @param options what it needs
	 */
	public FxRuntime(FxRuntimeOptions options) {
		Assert.notNull(options, "'options' must not be null");
		this.options = options;
	}

	/**
	 * Start the toolkit early, on a thread of its own: it takes longer than most of a
	 * context's start.
	 */
	public static void prepare() {
		prepare(false);
	}

	/**
	 * Start the toolkit early, on a thread of its own. Does nothing if it runs.
	 * @param headless whether to run without a display, unless the system property
	 * {@code glass.platform} has chosen a platform already
	 * @throws IllegalStateException if no headless platform is on the class path
	 */
	public static void prepare(boolean headless) {
		if (headless) {
			FxToolkit.chooseHeadless();
		}
		LocalProtocol.install();
		FxToolkit.start().thenRun(() -> Platform.runLater(WebView::new));
	}

	/**
	 * Show pages under the origin of a development server, so that what they open to it
	 * besides requests, such as the WebSocket of hot reload, reaches it. Requests are
	 * answered as those for the application's own pages. To be called before
	 * {@link #start()}.
	 * @param devOrigin the origin, of HTTP, or {@code null} for none
	 */
	public void setDevOrigin(@Nullable Origin devOrigin) {
		this.devOrigin = devOrigin;
	}

	/**
	 * Let pages of other origins call as well, as far as they are granted. To be called
	 * before {@link #start()}. The default is not to.
	 * @param granted whether a page is granted anything: only such a page gets a bridge
	 * @param bootstrap the script that runs in it before its own
	 */
	public void setRemotePages(Predicate<Caller> granted, BootstrapScript bootstrap) {
		Assert.notNull(granted, "'granted' must not be null");
		Assert.notNull(bootstrap, "'bootstrap' must not be null");
		this.remotePages = new FxRemotePages(granted, bootstrap.text());
	}

	/**
	 * Give pages what the engine lacks. To be called before {@link #start()}. The default
	 * is not to.
	 * @param repairs what to give
	 */
	public void setRepairKit(FxRepairKit repairs) {
		Assert.notNull(repairs, "'repairs' must not be null");
		this.repairs = repairs;
		this.downloads = (repairs.downloads() != null) ? new FxDownloads(repairs.downloads()) : null;
	}

	/**
	 * Give pages of the application a {@code crypto.subtle}, which the engine lacks. To
	 * be called before {@link #start()}. The default is not to.
	 * @param webCrypto what it is made of, or {@code null} for none
	 */
	public void setWebCrypto(@Nullable WebCrypto webCrypto) {
		this.webCrypto = webCrypto;
	}

	/**
	 * Print pages of the application that ask for it, which the engine does not. To be
	 * called before {@link #start()}. The default is not to.
	 * @param printing whether to
	 */
	public void setPrinting(boolean printing) {
		setPrinting(printing ? new FxPrinting(PrinterJob::createPrinterJob) : null);
	}

	void setPrinting(@Nullable FxPrinting printing) {
		this.printing = printing;
	}

	/**
	 * Bound what waits for each document. To be called before {@link #start()}.
	 * @param limits the bounds; on the toolkit's thread nobody waits in any case
	 */
	public void setLimits(Outbound.Limits limits) {
		Assert.notNull(limits, "'limits' must not be null");
		this.limits = limits;
	}

	/**
	 * Bound what a page can write to the log. To be called before {@link #start()}.
	 * @param max lines of its console in a second; the default is 200
	 */
	public void setMaxLogLines(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxLogLines = max;
	}

	/**
	 * Get ready to open windows. Starts the toolkit if nobody has.
	 * @throws FxStartException if the toolkit cannot start, as without a display
	 */
	@Override
	public void start() {
		boolean socketless = LocalProtocol.install();
		FxToolkit.await();
		this.stopping = false;
		this.environment = socketless ? environment(claim()) : environment(listen());
		FxExit.opened(this);
		this.mainThread.execute(() -> {
			FxRepairKit.SlowScripts slow = this.repairs.slowScripts();
			if (slow != null && this.environment != null) {
				this.slowScripts = new FxSlowScripts(slow.limit(), this::pages, slow.listener());
			}
			ObservableValue<?> scheme = FxTheme.scheme();
			if (scheme != null) {
				scheme.addListener(this.themeListener);
			}
		});
	}

	private List<SlowScriptEvent.Suspect> pages() {
		return windows().stream()
			.flatMap((window) -> window.webviews().stream())
			.map((webview) -> new SlowScriptEvent.Suspect(webview.label(), webview.url()))
			.toList();
	}

	private void themeChanged() {
		boolean dark = FxTheme.current() == Theme.DARK;
		windows().forEach((window) -> this.listeners.themeChanged(window.label(), dark));
	}

	private FxEnvironment environment(String port) {
		return environment(appOrigin(port), "http://ipc.localhost" + port + "/", "http://*.localhost" + port + "/");
	}

	private FxEnvironment environment(LoopbackHandler handler) {
		return environment(handler.origin(), handler.ipcUrl(), handler.protocolUrl());
	}

	private FxEnvironment environment(Origin origin, String ipcUrl, String protocolUrl) {
		Outbound.Limits limits = new Outbound.Limits(this.limits.maxChars(), this.limits.maxWaitMillis(),
				this.mainThread::isCurrent);
		return new FxEnvironment(this.mainThread, this.options.door(), this.options.pages(), this.options.mapper(),
				limits, origin, ipcUrl, protocolUrl, new FxUserData(this.options.userDataDirectory()), this.listeners,
				this.options.dialogs(), this.options.links(), this.options.allowed(), this.options.isolation(),
				this.remotePages, this.repairs, this.downloads, this.webCrypto, this.printing, this.maxLogLines);
	}

	private LoopbackHandler listen() {
		LoopbackServer server = LoopbackServer.start(this.options.app(), this.options.protocols());
		this.loopback = server;
		this.mainThread.call(() -> {
			server.admitEngine();
			return null;
		});
		logger
			.warn("Another URLStreamHandlerFactory is installed in this JVM, so that pages cannot be answered without "
					+ "a socket. They come from " + server.handler().origin() + ", which answers this process only. "
					+ "To avoid the port, let whatever installs the factory provide a java.net.spi.URLStreamHandlerProvider "
					+ "instead, or no handler at all");
		return server.handler();
	}

	// Several contexts can live in one JVM. The first gets the plain hosts, others a
	// port, which is never opened.
	private String claim() {
		for (int port = FIRST_EXTRA_PORT - 1; port < LAST_EXTRA_PORT; port++) {
			String suffix = (port < FIRST_EXTRA_PORT) ? "" : ":" + port;
			LocalServer app = new LocalServer(this.options.app(), "", this.downloads);
			if (LocalProtocol.claim("tauri.localhost" + suffix, app)) {
				this.servers.put("tauri.localhost" + suffix, app);
				this.options.protocols().forEach((protocol, handler) -> {
					LocalServer server = new LocalServer("ipc".equals(protocol) ? handler : readByOwnPages(handler), "",
							this.downloads);
					LocalProtocol.claim(protocol + ".localhost" + suffix, server);
					this.servers.put(protocol + ".localhost" + suffix, server);
				});
				return suffix;
			}
		}
		throw new IllegalStateException("More than " + (LAST_EXTRA_PORT - FIRST_EXTRA_PORT) + " contexts are open");
	}

	// Pages of other origins may show a protocol's files, as those of any site, but not
	// read them. Calls are told by their key instead.
	private HttpHandler readByOwnPages(HttpHandler handler) {
		return (request, response) -> {
			FxEnvironment environment = this.environment;
			Origin origin = Origin.of(request.getHeaders().getOrigin());
			if (environment == null || !environment.appOrigin().equals(origin)) {
				response.beforeCommit(() -> Mono
					.fromRunnable(() -> response.getHeaders().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)));
			}
			return handler.handle(request, response);
		};
	}

	private Origin appOrigin(String port) {
		Origin dev = this.devOrigin;
		if (dev == null) {
			return new Origin("http", "tauri.localhost", port.isEmpty() ? 80 : Integer.parseInt(port.substring(1)));
		}
		String authority = dev.host() + ((dev.port() != 80) ? ":" + dev.port() : "");
		LocalServer app = new LocalServer(this.options.app(), "", this.downloads);
		Assert.state(LocalProtocol.claim(authority, app), () -> "Another context shows pages of " + dev);
		this.servers.put(authority, app);
		return dev;
	}

	@Override
	public Window create(WindowOptions asked) {
		Assert.notNull(asked, "'options' must not be null");
		FxEnvironment environment = this.environment;
		Assert.state(environment != null, "The runtime is not started");
		return this.mainThread.call(() -> {
			WindowOptions options = this.listeners.opening(asked);
			Assert.state(find(options.label()) == null,
					() -> "a window with label `" + options.label() + "` already exists");
			Label owner = options.traits().parent();
			FxWindow parent = (owner != null) ? find(owner) : null;
			Assert.state(owner == null || parent != null, () -> "the parent window `" + owner + "` was not found");
			if (options.traits().webview()) {
				checkWebviewLabel(options.label());
			}
			FxWindow window = new FxWindow(this, environment, options, parent);
			synchronized (this.windows) {
				this.windows.put(options.label(), window);
			}
			window.open();
			this.listeners.windowCreated(options.label());
			if (options.traits().webview()) {
				this.listeners.webviewCreated(options.label());
			}
			return window;
		});
	}

	void checkWebviewLabel(Label label) {
		Assert.state(findWebview(label) == null, () -> "a webview with label `" + label + "` already exists");
	}

	void closed(Label label) {
		boolean last;
		synchronized (this.windows) {
			last = this.windows.remove(label) != null && this.windows.isEmpty() && !this.stopping;
		}
		this.listeners.destroyed(label);
		if (last) {
			this.options.lastWindowClosed().run();
		}
	}

	@Override
	public List<Window> windows() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Override
	public @Nullable FxWindow find(Label label) {
		synchronized (this.windows) {
			return this.windows.get(label);
		}
	}

	@Override
	public void addListener(WindowListener listener) {
		this.listeners.add(listener);
	}

	@Override
	public Screens screens() {
		return this.screens;
	}

	@Override
	public MainThread mainThread() {
		return this.mainThread;
	}

	/**
	 * End as {@link #stop()} does, but leave the windows on the screen for the next
	 * runtime in this JVM: its windows of the same labels take their places, native
	 * windows, documents' addresses, and what their pages have kept. Meanwhile they show
	 * the picture of what was there.
	 */
	public void leaveWindows() {
		this.stopping = true;
		this.mainThread.executeAndWait(() -> {
			FxLeftWindows.begin();
			for (FxWindow window : held()) {
				window.leave();
			}
		});
		stop();
	}

	/**
	 * Open the windows that {@link #leaveWindows()} has left, and that nobody has opened
	 * since.
	 */
	public void takeWindows() {
		for (WindowOptions options : this.mainThread.call(FxLeftWindows::waiting)) {
			Label parent = options.traits().parent();
			if (find(options.label()) == null && (parent == null || find(parent) != null)) {
				create(options);
			}
		}
		this.mainThread.execute(FxLeftWindows::end);
	}

	private List<FxWindow> held() {
		synchronized (this.windows) {
			return new ArrayList<>(this.windows.values());
		}
	}

	@Override
	public void stop() {
		this.stopping = true;
		FxEnvironment environment = this.environment;
		this.environment = null;
		if (environment == null) {
			return;
		}
		FxSlowScripts slow = this.slowScripts;
		this.slowScripts = null;
		if (slow != null) {
			slow.close();
		}
		this.mainThread.executeAndWait(() -> {
			ObservableValue<?> scheme = FxTheme.scheme();
			if (scheme != null) {
				scheme.removeListener(this.themeListener);
			}
			windows().forEach(Window::destroy);
		});
		this.servers.forEach(LocalProtocol::release);
		this.servers.clear();
		LoopbackServer loopback = this.loopback;
		this.loopback = null;
		if (loopback != null) {
			loopback.close();
		}
		environment.userData().deleteTemporary();
		FxExit.closed(this);
	}

}
