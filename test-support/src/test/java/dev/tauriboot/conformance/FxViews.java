package dev.tauriboot.conformance;

import dev.tauriboot.test.FxUser;
import dev.tauriboot.window.Webview;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;
import javafx.stage.Window;

/**
 * Finds what shows a webview, for tests that play the user.
 */
final class FxViews {

	private static final String LABEL = "window.__TAURI_INTERNALS__ && __TAURI_INTERNALS__.metadata.currentWebview.label";

	private FxViews() {
	}

	static WebView of(Webview webview) {
		return FxUser.onFxThread(() -> {
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

	/**
	 * Press a key with Ctrl or, on macOS, Cmd.
	 */
	static void press(Webview webview, KeyCode key) {
		WebView view = of(webview);
		boolean mac = System.getProperty("os.name").startsWith("Mac");
		FxUser.onFxThread(() -> {
			Event.fireEvent(view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !mac, false, mac));
			return key;
		});
	}

}
