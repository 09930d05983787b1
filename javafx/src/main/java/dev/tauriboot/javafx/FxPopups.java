package dev.tauriboot.javafx;

import java.util.ArrayDeque;
import java.util.Deque;

import java.net.URL;

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
		return FxNavigation.install(page, new Policy(view, page)) ? view.getEngine() : null;
	}

	private final class Policy extends FxPolicy {

		private final WebView view;

		private final WebPage page;

		private @Nullable Stage stage;

		private boolean refused;

		Policy(WebView view, WebPage page) {
			this.view = view;
			this.page = page;
		}

		@Override
		boolean permit(long frame, @Nullable URL url) {
			if (url == null || frame != this.page.getMainFrame()) {
				return this.stage != null;
			}
			String text = url.toExternalForm();
			FxPopups.this.undecided.remove(this.view);
			if (!FxPopups.this.navigation.isListed(Origin.of(text))) {
				// The engine asks twice about a window that it was refused.
				if (!this.refused) {
					this.refused = this.stage == null;
					FxPopups.this.navigation.openOutside(text);
				}
				return false;
			}
			if (this.stage == null) {
				this.stage = show();
			}
			return true;
		}

		private Stage show() {
			Stage stage = new Stage();
			stage.initOwner(FxPopups.this.owner.window().stage());
			stage.setScene(new Scene(this.view, 800, 600));
			stage.titleProperty().bind(this.view.getEngine().titleProperty());
			this.view.getEngine().setOnVisibilityChanged((event) -> {
				if (!event.getData()) {
					stage.close();
				}
			});
			stage.setOnHidden((event) -> this.view.getEngine().load(null));
			stage.show();
			return stage;
		}

		@Override
		public boolean permitNewPageAction(long frame, URL url) {
			return false;
		}

	}

}
