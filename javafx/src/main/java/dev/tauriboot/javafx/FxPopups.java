package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.WebPage;
import dev.tauriboot.Origin;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Windows that pages open by themselves. The engine asks for one before it says what for,
 * so a page gets a hidden one, of which only a few may be without a URL. It is shown if
 * its first URL turns out to be on the list; other URLs are treated as links are. Such a
 * window has no bridge. It is where and as large as the page asks for, within what the
 * engine makes of that: no larger than the screen, and on it.
 */
final class FxPopups {

	private static final Log logger = LogFactory.getLog(FxPopups.class);

	static final int MAX_UNDECIDED = 8;

	private static final int WIDTH = 800;

	private static final int HEIGHT = 600;

	private final FxNavigation navigation;

	private final FxWebview owner;

	private final int maxWindows;

	private final int maxUndecided;

	private final Deque<WebView> undecided = new ArrayDeque<>();

	private boolean full;

	private boolean emptied;

	FxPopups(FxNavigation navigation, FxWebview owner, int maxWindows, int maxUndecided) {
		this.navigation = navigation;
		this.owner = owner;
		this.maxWindows = maxWindows;
		this.maxUndecided = maxUndecided;
	}

	@Nullable WebEngine create() {
		if (this.undecided.size() >= this.maxUndecided) {
			if (!this.emptied) {
				logger.warn("Webview '" + this.owner.label() + "' has opened more than " + this.maxUndecided
						+ " windows without a URL (tauri.webview.max-undecided-popups), the eldest is emptied");
			}
			this.emptied = true;
			this.undecided.remove().getEngine().load(null);
		}
		WebView view = new WebView();
		this.undecided.add(view);
		WebEngine engine = view.getEngine();
		WebPage page = Accessor.getPageFor(engine);
		// The engine reckons with the size that its page has by now.
		page.setBounds(0, 0, WIDTH, HEIGHT);
		FxUserData.share(this.owner.view().getEngine(), page);
		Policy policy = new Policy(this, view, page);
		engine.setCreatePopupHandler((features) -> null);
		engine.setOnResized((event) -> policy.place(event.getData()));
		return FxNavigation.install(page, policy) ? engine : null;
	}

	private boolean hasRoom() {
		boolean before = this.full;
		this.full = Window.getWindows().stream().filter(Stage.class::isInstance).count() >= this.maxWindows;
		if (this.full && !before) {
			logger.warn(LogMessage.format("Webview '%s' could not open a window: too many windows, the limit is %d",
					this.owner.label(), this.maxWindows));
		}
		return !this.full;
	}

	/**
	 * The engine keeps its page, and so this, until the view is collected: it must not
	 * lead to the view.
	 */
	private static final class Policy extends FxPolicy {

		private final WeakReference<FxPopups> popups;

		private final WeakReference<WebView> view;

		private final WebPage page;

		// What the page asks for while there is no window yet.
		private Rectangle2D bounds = new Rectangle2D(0, 0, WIDTH, HEIGHT);

		private boolean shown;

		private boolean refused;

		Policy(FxPopups popups, WebView view, WebPage page) {
			this.popups = new WeakReference<>(popups);
			this.view = new WeakReference<>(view);
			this.page = page;
		}

		@Override
		boolean permit(long frame, @Nullable URL url) {
			if (url == null || frame != this.page.getMainFrame()) {
				return this.shown;
			}
			FxPopups popups = this.popups.get();
			WebView view = this.view.get();
			if (popups == null || view == null) {
				return false;
			}
			String text = url.toExternalForm();
			popups.undecided.remove(view);
			if (!popups.navigation.isListed(Origin.of(text))) {
				// The engine asks twice about a window that it was refused.
				if (!this.refused) {
					this.refused = !this.shown;
					popups.navigation.openOutside(text);
				}
				return false;
			}
			if (!this.shown) {
				if (!popups.hasRoom()) {
					return false;
				}
				this.shown = true;
				show(popups.owner, view);
			}
			return true;
		}

		private void show(FxWebview owner, WebView view) {
			Stage stage = new Stage();
			stage.initOwner(owner.window().stage());
			stage.setScene(new Scene(view, this.bounds.getWidth(), this.bounds.getHeight()));
			if (this.bounds.getMinX() != 0 || this.bounds.getMinY() != 0) {
				stage.setX(this.bounds.getMinX());
				stage.setY(this.bounds.getMinY());
			}
			stage.titleProperty().bind(view.getEngine().titleProperty());
			view.getEngine().setOnVisibilityChanged((event) -> {
				if (!event.getData()) {
					stage.close();
				}
			});
			stage.setOnHidden((event) -> view.getEngine().load(null));
			stage.show();
		}

		void place(Rectangle2D bounds) {
			this.bounds = bounds;
			WebView view = this.view.get();
			if (this.shown && view != null) {
				Window window = view.getScene().getWindow();
				window.setX(bounds.getMinX());
				window.setY(bounds.getMinY());
				window.setWidth(bounds.getWidth());
				window.setHeight(bounds.getHeight());
			}
		}

		@Override
		public boolean permitNewPageAction(long frame, URL url) {
			return false;
		}

	}

}
