package dev.tauriboot.javafx;

import java.util.List;
import java.util.function.Predicate;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.download.Downloads;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.LauncherIcon;
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

	private final FxRuntimeOptions options;

	private final FxMainThread mainThread = new FxMainThread();

	private final FxScreens screens = new FxScreens(this.mainThread);

	private final InvalidationListener themeListener = (scheme) -> themeChanged();

	private final WindowListeners listeners = new WindowListeners();

	private final FxWindows windows;

	private volatile @Nullable FxEnvironment environment;

	private @Nullable Origin devOrigin;

	private @Nullable FxRemotePages remotePages;

	private Outbound.Limits limits = Outbound.Limits.DEFAULT;

	private int maxWindows = 256;

	private int maxUndecidedPopups = FxPopups.MAX_UNDECIDED;

	private int maxKnownDownloads = FxDownloads.MAX_KNOWN;

	private int maxLogLines = FxConsole.LINES_PER_SECOND;

	private LauncherIcon launcherIcon = LauncherIcon.none();

	private @Nullable WebCrypto webCrypto;

	private @Nullable FxPrinting printing;

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
		this.windows = new FxWindows(this.listeners, options.lastWindowClosed());
	}

	/**
	 * Start the toolkit early, on a thread of its own: it takes longer than most of a
	 * context's start. Does nothing if it runs.
	 * @param headless whether to run without a display, unless the system property
	 * {@code glass.platform} has chosen a platform already
	 * @throws IllegalStateException if no headless platform is on the class path
	 */
	public static void prepare(boolean headless) {
		if (headless) {
			FxToolkit.chooseHeadless();
		}
		LocalProtocol.install();
		FxToolkit.start().thenRun(() -> Platform.runLater(() -> {
			new WebView();
			FxLent.warmUp();
		}));
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
	 * Bound the windows that pages open by themselves. To be called before
	 * {@link #start()}.
	 * @param max how many windows there may be for a page to open another; the default is
	 * 256
	 */
	public void setMaxWindows(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxWindows = max;
	}

	/**
	 * Bound the windows that a page opens without saying for what. To be called before
	 * {@link #start()}.
	 * @param max how many of these may be without a URL, for another one the eldest is
	 * emptied; the default is 8
	 */
	public void setMaxUndecidedPopups(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxUndecidedPopups = max;
	}

	/**
	 * Bound what is known of pages that ask for what may become a download. To be called
	 * before {@link #start()}.
	 * @param max of how many URLs it is known which webview has asked for them, for
	 * another one the eldest is forgotten; the default is 64
	 */
	public void setMaxKnownDownloads(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxKnownDownloads = max;
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
	 * Show badges and the like, which JavaFX cannot. To be called before
	 * {@link #start()}. The default is not to.
	 * @param launcherIcon what shows them
	 */
	public void setLauncherIcon(LauncherIcon launcherIcon) {
		Assert.notNull(launcherIcon, "'launcherIcon' must not be null");
		this.launcherIcon = launcherIcon;
	}

	/**
	 * Get ready to open windows. Starts the toolkit if nobody has.
	 * @throws FxStartException if the toolkit cannot start, as without a display
	 */
	@Override
	public void start() {
		boolean socketless = LocalProtocol.install();
		FxToolkit.await();
		this.windows.setEnding(false);
		Downloads downloads = this.repairs.downloads();
		this.downloads = (downloads != null) ? new FxDownloads(downloads, this.maxKnownDownloads) : null;
		this.environment = environment(socketless ? claim() : listen());
		FxExit.opened(this);
		IsolationPattern isolation = this.options.isolation();
		if (isolation != null) {
			// before the first window, which comes on the same thread
			this.mainThread.execute(() -> FxLoopGuard.guard(isolation));
		}
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

	private FxHosts claim() {
		return new LocalHosts(this.options.app(), this.options.protocols(), this.devOrigin, this.downloads);
	}

	private FxHosts listen() {
		LoopbackServer server = LoopbackServer.start(this.options.app(), this.options.protocols());
		this.mainThread.call(() -> {
			server.admitEngine();
			return null;
		});
		logger
			.warn("Another URLStreamHandlerFactory is installed in this JVM, so that pages cannot be answered without "
					+ "a socket. They come from " + server.appOrigin() + ", which answers this process only. "
					+ "To avoid the port, let whatever installs the factory provide a java.net.spi.URLStreamHandlerProvider "
					+ "instead, or no handler at all");
		return server;
	}

	private FxEnvironment environment(FxHosts hosts) {
		Outbound.Limits limits = this.limits.withNonBlocking(this.mainThread::isCurrent);
		return new FxEnvironment(this.mainThread, this.options.door(), this.options.pages(), this.options.mapper(),
				limits, hosts, new FxUserData(this.options.userDataDirectory()), this.listeners, this.options.dialogs(),
				this.options.links(), this.options.allowed(), this.options.isolation(), this.remotePages, this.repairs,
				this.downloads, this.webCrypto, this.printing, this.maxWindows, this.maxUndecidedPopups,
				this.maxLogLines, this.launcherIcon);
	}

	@Override
	public Window create(WindowOptions options) {
		Assert.notNull(options, "'options' must not be null");
		FxEnvironment environment = this.environment;
		Assert.state(environment != null, "The runtime is not started");
		return this.mainThread.call(() -> this.windows.open(environment, options));
	}

	@Override
	public List<Window> windows() {
		return List.copyOf(this.windows.all());
	}

	@Override
	public @Nullable Window find(Label label) {
		return this.windows.find(label);
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
		this.windows.setEnding(true);
		this.mainThread.executeAndWait(() -> {
			FxLeftWindows.begin();
			this.windows.all().forEach(FxWindow::leave);
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

	@Override
	public void stop() {
		this.windows.setEnding(true);
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
			this.windows.all().forEach(FxWindow::destroy);
		});
		environment.hosts().close();
		environment.userData().deleteTemporary();
		FxExit.closed(this);
	}

}
