package dev.tauriboot.javafx;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.WebPage;
import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.Window;
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
 * A JavaFX WebView as a {@link Webview}. Everything that touches the view runs on the
 * JavaFX application thread.
 */
final class FxWebview implements Webview, WebviewProbe {

	private static final Log logger = LogFactory.getLog(FxWebview.class);

	private static final String BLANK = "about:blank";

	private static final String CONNECT = "__TAURI_CONNECT__";

	private final FxEnvironment environment;

	private final FxMainThread mainThread;

	private final Label label;

	private final FxWindow window;

	private final FxNavigation navigation;

	private final FxConsole console;

	private final WebView view = new WebView();

	// The engine holds objects given to scripts weakly: this field keeps the bridge
	// alive.
	private volatile @Nullable FxBridge bridge;

	private volatile @Nullable Page page;

	private @Nullable FxIsolation isolation;

	// The origin whose document is being given its bootstrap from here.
	private @Nullable Origin bootstrapped;

	private volatile String url = "";

	FxWebview(FxEnvironment environment, Label label, FxWindow window) {
		this.environment = environment;
		this.mainThread = environment.mainThread();
		this.label = label;
		this.window = window;
		this.navigation = new FxNavigation(environment, label.value());
		FxInvoker.install();
		WebEngine engine = this.view.getEngine();
		environment.userData().apply(engine);
		this.navigation.guard(engine);
		this.console = FxConsole.listen(this.view, label);
		if (environment.isolation() != null) {
			FxFrames.watch(engine, environment.isolationUrl(), this::isolation);
		}
		if (environment.remotePages() != null) {
			FxDocumentStart.watch(Accessor.getPageFor(engine), this::documentStarts);
		}
		handleDialogs(engine);
		FxPopups popups = new FxPopups(this.navigation, window);
		engine.setCreatePopupHandler((features) -> popups.create());
		engine.locationProperty().addListener((property, before, location) -> this.url = location);
		engine.getLoadWorker().stateProperty().addListener((property, before, state) -> loaded(engine, state));
	}

	private void handleDialogs(WebEngine engine) {
		engine.setPromptHandler((prompt) -> {
			if (CONNECT.equals(prompt.getMessage())) {
				return connect();
			}
			return this.environment.dialogs().prompt(this, prompt.getMessage(), prompt.getDefaultValue());
		});
		engine.setConfirmHandler((message) -> this.environment.dialogs().confirm(this, message));
		engine.setOnAlert((event) -> this.environment.dialogs().alert(this, event.getData()));
	}

	private void loaded(WebEngine engine, Worker.State state) {
		if (state == Worker.State.FAILED) {
			logger.warn("Webview '" + this.label + "' could not load " + FxNavigation.shortened(engine.getLocation()),
					engine.getLoadWorker().getException());
		}
		else if (state == Worker.State.SUCCEEDED) {
			logger.debug(LogMessage.format("Webview '%s' has loaded %s", this.label, engine.getLocation()));
			// As a rule the document before has taken its leave; one of another origin
			// keeps none in any case.
			Page page = this.page;
			if (page != null && !page.origin().equals(Origin.of(engine.getLocation()))) {
				closePage();
			}
		}
	}

	FxConsole console() {
		return this.console;
	}

	WebView view() {
		return this.view;
	}

	/**
	 * Lend the main frame's document a bridge, once, while its bootstrap runs. Any frame
	 * can ask; only the main frame's window is ever given one, and nothing is returned.
	 */
	private @Nullable String connect() {
		WebEngine engine = this.view.getEngine();
		Origin origin = Origin.of(documentUrl());
		if (origin == null || !(origin.equals(this.environment.appOrigin()) || origin.equals(this.bootstrapped))) {
			logger.warn("A page of " + origin + " asked for a bridge and was refused");
			return null;
		}
		JSObject document = (JSObject) engine.executeScript("window");
		if (!(document.getMember("__TAURI_INTERNALS__") instanceof JSObject internals)
				|| !"undefined".equals(internals.getMember("invoke"))) {
			return null;
		}
		closePage();
		FxPageLink link = new FxPageLink(this.environment, this, origin);
		FxBridge bridge = new FxBridge(link);
		this.bridge = bridge;
		this.page = link.page();
		this.isolation = link.isolation();
		document.setMember("__TAURI_BRIDGE__", bridge);
		return null;
	}

	// What the engine calls the location is where it is going, while the document that
	// runs is still the one before.
	private @Nullable String documentUrl() {
		WebPage page = Accessor.getPageFor(this.view.getEngine());
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
		WebEngine engine = this.view.getEngine();
		if (Boolean.TRUE.equals(engine.executeScript(FxRemotePages.IS_NEW))) {
			closePage();
			if (remotePages.isGranted(this, url, this.environment.isolation() != null)) {
				this.bootstrapped = origin;
				try {
					engine.executeScript(remotePages.bootstrap());
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

	void closePage() {
		Page page = this.page;
		if (page != null) {
			page.close();
			this.page = null;
		}
	}

	void close() {
		closePage();
		this.bridge = null;
		this.navigation.grant(BLANK);
		this.view.getEngine().load(BLANK);
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public Window window() {
		return this.window;
	}

	@Override
	public String url() {
		return this.url;
	}

	@Override
	public @Nullable Page page() {
		Page page = this.page;
		return (page != null && page.isOpen()) ? page : null;
	}

	@Override
	public void navigate(String url) {
		String target = this.environment.appUrl(url);
		this.mainThread.execute(() -> {
			this.navigation.grant(target);
			this.view.getEngine().load(target);
		});
	}

	@Override
	public void reload() {
		this.mainThread.execute(() -> this.view.getEngine().reload());
	}

	@Override
	public void eval(String script) {
		this.mainThread.execute(() -> this.view.getEngine().executeScript(script));
	}

	@Override
	public @Nullable Object evaluate(String script) {
		return this.mainThread.call(() -> FxProbe.evaluate(this.view, script));
	}

	@Override
	public byte[] screenshot() {
		return FxProbe.screenshot(this.view);
	}

}
