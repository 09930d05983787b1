package dev.tauriboot.javafx;

import dev.tauriboot.Label;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.EngineOptions;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.WebviewPlacement;
import dev.tauriboot.window.WebviewProbe;
import dev.tauriboot.window.Window;
import javafx.scene.Scene;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A JavaFX WebView as a {@link Webview}. Everything that touches the view runs on the
 * JavaFX application thread.
 */
final class FxWebview implements Webview, WebviewProbe {

	private final FxEnvironment environment;

	private final FxMainThread mainThread;

	private final WebviewOptions options;

	private final WebView view = new WebView();

	private final FxDocuments documents;

	private volatile FxWindow window;

	private WebviewPlacement placement;

	private @Nullable Color backgroundColor;

	FxWebview(FxEnvironment environment, WebviewOptions options, FxWindow window) {
		this.environment = environment;
		this.mainThread = environment.mainThread();
		this.options = options;
		this.window = window;
		this.placement = options.placementIn(window.contentWidth(), window.contentHeight());
		this.backgroundColor = options.backgroundColor();
		this.documents = new FxDocuments(environment, this, this.view);
		tell(options.engine());
		if (options.dragDrop()) {
			FxFileDrops.watch(this, environment.listener());
		}
		if (options.zoomHotkeys() && environment.repairs().zoomKeys()) {
			FxZoomKeys.watch(this.view);
		}
	}

	private void tell(EngineOptions options) {
		this.view.getEngine().setJavaScriptEnabled(options.scripts());
		String userAgent = options.userAgent();
		if (userAgent != null) {
			this.view.getEngine().setUserAgent(userAgent);
		}
	}

	WebView view() {
		return this.view;
	}

	/**
	 * Show nothing any more, as the window is gone.
	 */
	void end() {
		this.documents.end();
	}

	/**
	 * Leave what the page has by itself to the document that comes next.
	 * @return where it is, as a window's options have it, or {@code null} if it shows
	 * nothing
	 */
	@Nullable String leave() {
		return this.documents.leave();
	}

	@Nullable FxBridge bridge() {
		return this.documents.bridge();
	}

	WebviewPlacement placement() {
		return this.placement;
	}

	/**
	 * Show the color that is in effect.
	 */
	void paint() {
		javafx.scene.paint.Color below = this.options.transparent() ? javafx.scene.paint.Color.TRANSPARENT
				: this.window.fill();
		this.view.setPageFill(FxPictures.color(this.backgroundColor, below));
	}

	@Override
	public Label label() {
		return this.options.label();
	}

	@Override
	public FxWindow window() {
		return this.window;
	}

	@Override
	public String url() {
		return this.documents.url();
	}

	@Override
	public @Nullable Page page() {
		return this.documents.page();
	}

	@Override
	public void navigate(String url) {
		String target = this.environment.appUrl(url);
		execute(() -> this.documents.load(target));
	}

	private void execute(Runnable work) {
		this.mainThread.execute(() -> {
			if (!this.documents.isEnded()) {
				work.run();
			}
		});
	}

	@Override
	public void reload() {
		execute(this.documents::reload);
	}

	@Override
	public void eval(String script) {
		execute(() -> this.view.getEngine().executeScript(script));
	}

	@Override
	public PhysicalPosition position() {
		return this.mainThread.call(() -> {
			WebviewPlacement now = this.placement.in(this.window.contentWidth(), this.window.contentHeight());
			double scale = this.window.stage().getOutputScaleX();
			return new PhysicalPosition(pixels(now.x(), scale), pixels(now.y(), scale));
		});
	}

	@Override
	public PhysicalSize size() {
		return this.mainThread.call(() -> {
			WebviewPlacement now = this.placement.in(this.window.contentWidth(), this.window.contentHeight());
			double scale = this.window.stage().getOutputScaleX();
			return new PhysicalSize(pixels(now.width(), scale), pixels(now.height(), scale));
		});
	}

	private static int pixels(double logical, double scale) {
		return (int) Math.round(logical * scale);
	}

	@Override
	public void setPosition(double x, double y) {
		execute(() -> place(this.placement.movedTo(x, y, this.window.contentWidth(), this.window.contentHeight())));
	}

	@Override
	public void setSize(double width, double height) {
		Assert.isTrue(width >= 0 && height >= 0, "'width' and 'height' must not be negative");
		execute(() -> place(
				this.placement.resizedTo(width, height, this.window.contentWidth(), this.window.contentHeight())));
	}

	@Override
	public boolean isAutoResize() {
		return this.mainThread.call(() -> this.placement.relative());
	}

	@Override
	public void setAutoResize(boolean autoResize) {
		execute(() -> place(
				this.placement.withRelative(autoResize, this.window.contentWidth(), this.window.contentHeight())));
	}

	private void place(WebviewPlacement placement) {
		this.placement = placement;
		this.window.content().place();
	}

	@Override
	public void show() {
		execute(() -> this.view.setVisible(true));
	}

	@Override
	public void hide() {
		execute(() -> this.view.setVisible(false));
	}

	@Override
	public boolean isVisible() {
		return this.mainThread.call(this.view::isVisible);
	}

	@Override
	public void focus() {
		execute(this.view::requestFocus);
	}

	@Override
	public boolean isFocused() {
		return this.mainThread.call(() -> {
			Scene scene = this.view.getScene();
			return scene != null && scene.getFocusOwner() == this.view && FxFocus.isOn(this.window.frame());
		});
	}

	@Override
	public double zoom() {
		return this.mainThread.call(this.view::getZoom);
	}

	@Override
	public void setZoom(double zoom) {
		Assert.isTrue(zoom > 0, "'zoom' must be above 0");
		execute(() -> this.view.setZoom(zoom));
	}

	@Override
	public void setBackgroundColor(@Nullable Color color) {
		execute(() -> {
			this.backgroundColor = color;
			paint();
		});
	}

	@Override
	public void clearAllBrowsingData() {
		execute(() -> FxBrowsingData.clear(this.view.getEngine()));
	}

	@Override
	public void print() {
		this.mainThread.call(() -> {
			FxPrinting.request(this.view);
			return null;
		});
	}

	@Override
	public void reparent(Window window) {
		Assert.isInstanceOf(FxWindow.class, window, "'window' must be one of the same runtime");
		FxWindow target = (FxWindow) window;
		this.mainThread.call(() -> {
			if (!this.documents.isEnded() && this.window != target) {
				Assert.state(!isWebviewWindow(), "cannot reparent when using a WebviewWindow");
				target.checkOpen();
				moveTo(target);
			}
			return null;
		});
	}

	private void moveTo(FxWindow target) {
		boolean relative = this.placement.relative();
		WebviewPlacement now = this.placement.in(this.window.contentWidth(), this.window.contentHeight());
		this.window.detach(this);
		this.window = target;
		this.placement = now.withRelative(relative, target.contentWidth(), target.contentHeight());
		target.attach(this);
	}

	@Override
	public void close() {
		execute(() -> {
			this.window.detach(this);
			this.documents.end();
		});
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
