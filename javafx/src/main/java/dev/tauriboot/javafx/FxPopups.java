package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.WebPage;
import dev.tauriboot.Origin;
import javafx.scene.Scene;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Windows that pages open by themselves. The engine asks for one before it says what for,
 * so a page gets a hidden one, of which only a few may be without a URL. It is shown if
 * its first URL turns out to be on the list; other URLs are treated as links are. Such a
 * window has no bridge.
 */
final class FxPopups {

	private static final int MAX_UNDECIDED = 8;

	private final FxNavigation navigation;

	private final FxWebview owner;

	private final Deque<WebView> undecided = new ArrayDeque<>();

	FxPopups(FxNavigation navigation, FxWebview owner) {
		this.navigation = navigation;
		this.owner = owner;
	}

	@Nullable WebEngine create() {
		if (this.undecided.size() == MAX_UNDECIDED) {
			this.undecided.remove().getEngine().load(null);
		}
		WebView view = new WebView();
		this.undecided.add(view);
		WebPage page = Accessor.getPageFor(view.getEngine());
		view.getEngine().setCreatePopupHandler((features) -> null);
		return FxNavigation.install(page, new Policy(this, view, page)) ? view.getEngine() : null;
	}

	/**
	 * The engine keeps its page, and so this, until the view is collected: it must not
	 * lead to the view.
	 */
	private static final class Policy extends FxPolicy {

		private final WeakReference<FxPopups> popups;

		private final WeakReference<WebView> view;

		private final WebPage page;

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
				this.shown = true;
				show(popups.owner, view);
			}
			return true;
		}

		private void show(FxWebview owner, WebView view) {
			Stage stage = new Stage();
			stage.initOwner(owner.window().stage());
			stage.setScene(new Scene(view, 800, 600));
			stage.titleProperty().bind(view.getEngine().titleProperty());
			view.getEngine().setOnVisibilityChanged((event) -> {
				if (!event.getData()) {
					stage.close();
				}
			});
			stage.setOnHidden((event) -> view.getEngine().load(null));
			stage.show();
		}

		@Override
		public boolean permitNewPageAction(long frame, URL url) {
			return false;
		}

	}

}
