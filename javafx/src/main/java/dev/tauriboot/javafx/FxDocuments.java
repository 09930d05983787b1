package dev.tauriboot.javafx;

import java.util.function.Supplier;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.WebPage;
import dev.tauriboot.Origin;
import dev.tauriboot.window.Page;
import javafx.concurrent.Worker;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * The documents that a webview's engine shows, one after the other: lets those in that
 * are the application's, or are granted something, and ends their pages. Lives on the
 * JavaFX application thread, apart from the page and the URL.
 */
final class FxDocuments {

	private static final Log logger = LogFactory.getLog(FxDocuments.class);

	private static final String BLANK = "about:blank";

	private static final String CONNECT = "__TAURI_CONNECT__";

	private final FxEnvironment environment;

	private final FxWebview webview;

	private final WebEngine engine;

	private final FxNavigation navigation;

	private final @Nullable FxConsole console;

	private final FxRepairs repairs;

	// What the engine's clients know weakly: these fields keep it alive.
	private final Supplier<@Nullable FxIsolation> shownIsolation = this::isolation;

	private final Runnable documentStarts = this::documentStarts;

	private volatile @Nullable FxBridge bridge;

	private FxLent.@Nullable Loan loan;

	private volatile @Nullable Page page;

	private @Nullable FxIsolation isolation;

	// The origin whose document is being given its bootstrap from here.
	private @Nullable Origin bootstrapped;

	private volatile String url = "";

	private boolean ended;

	FxDocuments(FxEnvironment environment, FxWebview webview, WebView view) {
		this.environment = environment;
		this.webview = webview;
		this.engine = view.getEngine();
		this.navigation = new FxNavigation(environment, webview.label().value());
		FxInvoker.install();
		FxRequestLog.install();
		environment.userData().apply(this.engine);
		this.navigation.guard(this.engine);
		this.console = environment.repairs().console()
				? FxConsole.listen(view, webview.label(), environment.maxLogLines()) : null;
		this.repairs = new FxRepairs(environment, webview, this.engine, this.navigation);
		if (environment.isolation() != null) {
			FxFrames.watch(this.engine, environment.isolationUrl(), this.shownIsolation);
		}
		if (environment.remotePages() != null) {
			FxDocumentStart.watch(Accessor.getPageFor(this.engine), this.documentStarts);
		}
		handleDialogs();
		handlePopups();
		this.engine.locationProperty()
			.addListener((property, before, location) -> this.url = this.repairs.url(location));
		this.engine.getLoadWorker().stateProperty().addListener((property, before, state) -> loaded(state));
	}

	private void handleDialogs() {
		this.engine.setPromptHandler((prompt) -> {
			if (CONNECT.equals(prompt.getMessage())) {
				return connect();
			}
			return this.environment.dialogs().prompt(this.webview, prompt.getMessage(), prompt.getDefaultValue());
		});
		this.engine.setConfirmHandler((message) -> this.environment.dialogs().confirm(this.webview, message));
		this.engine.setOnAlert((event) -> this.environment.dialogs().alert(this.webview, event.getData()));
	}

	// Without a handler the engine opens nothing. Its own handler would show the other
	// page in this webview.
	private void handlePopups() {
		FxPopups popups = this.environment.repairs().windowOpen() ? new FxPopups(this.navigation, this.webview,
				this.environment.maxWindows(), this.environment.maxUndecidedPopups()) : null;
		this.engine.setCreatePopupHandler((popups != null) ? (features) -> popups.create() : null);
	}

	private void loaded(Worker.State state) {
		if (state == Worker.State.FAILED) {
			logger.warn(
					"Webview '" + this.webview.label() + "' could not load "
							+ FxNavigation.shortened(this.engine.getLocation()),
					this.engine.getLoadWorker().getException());
		}
		else if (state == Worker.State.SUCCEEDED) {
			logger.debug(
					LogMessage.format("Webview '%s' has loaded %s", this.webview.label(), this.engine.getLocation()));
			// As a rule the document before has taken its leave; one of another origin
			// keeps none in any case.
			Page page = this.page;
			if (page != null && !page.origin().equals(Origin.of(this.engine.getLocation()))) {
				closePage();
			}
		}
	}

	@Nullable FxBridge bridge() {
		return this.bridge;
	}

	/**
	 * Lend the main frame's document a bridge, once, while its bootstrap runs. Any frame
	 * can ask; only the main frame's window is ever given one, and nothing is returned.
	 */
	private @Nullable String connect() {
		Origin origin = Origin.of(documentUrl());
		if (this.ended || origin == null
				|| !(origin.equals(this.environment.appOrigin()) || origin.equals(this.bootstrapped))) {
			logger.warn("A page of " + origin + " asked for a bridge and was refused");
			return null;
		}
		JSObject document = (JSObject) this.engine.executeScript("window");
		if (!(document.getMember("__TAURI_INTERNALS__") instanceof JSObject internals)
				|| !"undefined".equals(internals.getMember("invoke"))) {
			return null;
		}
		FxPageLink link = new FxPageLink(this.environment, this.webview, this.console, origin, this.repairs);
		FxBridge bridge = new FxBridge(link);
		// Before the loan before ends: the last one takes along what lends.
		FxLent.Loan loan = FxLent.lend(bridge);
		closePage();
		this.bridge = bridge;
		this.loan = loan;
		this.page = link.page();
		this.isolation = link.isolation();
		document.setMember("__TAURI_BRIDGE__", loan.methods());
		if (origin.equals(this.environment.appOrigin())) {
			FxPageState.restore(this.engine, FxLeftWindows.takeState(this.webview.label()));
		}
		return null;
	}

	// What the engine calls the location is where it is going, while the document that
	// runs is still the one before.
	private @Nullable String documentUrl() {
		WebPage page = Accessor.getPageFor(this.engine);
		return page.getURL(page.getMainFrame());
	}

	// Also called for the documents of sub-frames, at a time when that of the main frame
	// has its globals already.
	private void documentStarts() {
		FxRemotePages remotePages = this.environment.remotePages();
		String url = documentUrl();
		Origin origin = Origin.of(url);
		Page page = this.page;
		if (page != null && !page.origin().equals(origin)) {
			closePage();
		}
		if (remotePages == null || url == null || origin == null || origin.equals(this.environment.appOrigin())) {
			return;
		}
		if (Boolean.TRUE.equals(this.engine.executeScript(FxRemotePages.IS_NEW))) {
			closePage();
			if (remotePages.isGranted(this.webview, url, this.environment.isolation() != null)) {
				this.bootstrapped = origin;
				try {
					this.engine.executeScript(remotePages.bootstrap());
				}
				catch (JSException ex) {
					logger.warn("The bootstrap failed in a page of " + origin, ex);
				}
				finally {
					this.bootstrapped = null;
				}
			}
		}
	}

	private @Nullable FxIsolation isolation() {
		return (page() != null) ? this.isolation : null;
	}

	private void closePage() {
		if (this.loan != null) {
			this.loan.end();
			this.loan = null;
		}
		Page page = this.page;
		if (page != null) {
			page.close();
			this.page = null;
		}
	}

	String url() {
		return this.url;
	}

	/**
	 * Leave what the document has by itself to the one that another context shows.
	 * @return its address, within the application if it is its own, or {@code null}
	 */
	@Nullable String leave() {
		String url = documentUrl();
		Origin origin = Origin.of(url);
		if (url == null || origin == null) {
			return null;
		}
		if (!origin.equals(this.environment.appOrigin())) {
			return url;
		}
		FxLeftWindows.leaveState(this.webview.label(), FxPageState.read(this.engine));
		return url.replaceFirst("^[a-z]+://[^/]*/?", "/");
	}

	/**
	 * The connected document.
	 */
	@Nullable Page page() {
		Page page = this.page;
		return (page != null && page.isOpen()) ? page : null;
	}

	/**
	 * Show the document anew, or the one that was wanted in place of an error.
	 */
	void reload() {
		if (!this.repairs.retry()) {
			this.engine.reload();
		}
	}

	/**
	 * Show another document, as the application itself wants to.
	 */
	void load(String target) {
		this.navigation.grant(target);
		this.engine.load(target);
	}

	/**
	 * Show nothing any more.
	 */
	void end() {
		this.ended = true;
		closePage();
		this.repairs.close();
		this.bridge = null;
		load(BLANK);
	}

	boolean isEnded() {
		return this.ended;
	}

}
