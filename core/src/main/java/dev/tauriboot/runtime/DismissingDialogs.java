package dev.tauriboot.runtime;

import dev.tauriboot.PlainText;
import dev.tauriboot.window.Webview;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Dismisses every dialog.
 */
final class DismissingDialogs implements PageDialogs {

	static final DismissingDialogs INSTANCE = new DismissingDialogs();

	private static final Log logger = LogFactory.getLog(PageDialogs.class);

	private static final int MAX_TEXT = 2048;

	private DismissingDialogs() {
	}

	@Override
	public void alert(Webview webview, String message) {
		log("alert", webview, message);
	}

	@Override
	public boolean confirm(Webview webview, String message) {
		log("confirm", webview, message);
		return false;
	}

	@Override
	public @Nullable String prompt(Webview webview, String message, String defaultValue) {
		log("prompt", webview, message);
		return null;
	}

	private void log(String kind, Webview webview, String message) {
		logger.info("Dismissed " + kind + " of webview '" + webview.label() + "': " + PlainText.of(message, MAX_TEXT));
	}

}
