package dev.tauriboot.conformance;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.window.Webview;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.web.WebView;
import javafx.stage.Window;

/**
 * Finds what shows a webview, for tests that play the user.
 */
final class FxViews {

	private static final String LABEL = "window.__TAURI_INTERNALS__ && __TAURI_INTERNALS__.metadata.currentWebview.label";

	private FxViews() {
	}

	static WebView of(Webview webview) throws Exception {
		return call(() -> {
			for (Window window : Window.getWindows()) {
				for (Node node : window.getScene().getRoot().lookupAll(".web-view")) {
					if (node instanceof WebView view
							&& webview.label().value().equals(view.getEngine().executeScript(LABEL))) {
						return view;
					}
				}
			}
			throw new AssertionError("nothing shows " + webview.label());
		});
	}

	static <T> T call(Callable<T> work) throws Exception {
		CompletableFuture<T> result = new CompletableFuture<>();
		Platform.runLater(() -> {
			try {
				result.complete(work.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		return result.get(10, TimeUnit.SECONDS);
	}

}
