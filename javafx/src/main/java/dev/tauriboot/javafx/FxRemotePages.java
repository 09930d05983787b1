package dev.tauriboot.javafx;

import java.util.function.Predicate;

import dev.tauriboot.authority.Caller;
import dev.tauriboot.window.Webview;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Which pages of other origins get a bridge: those that are granted anything.
 *
 * @param granted whether a page is granted anything
 * @param bootstrap the script that runs in it before its own
 */
record FxRemotePages(Predicate<Caller> granted, String bootstrap) {

	/**
	 * Whether the main frame's document has no globals yet, and the origin of its URL,
	 * which a sandboxed one has not.
	 */
	static final String IS_NEW = "!('__TAURI_INTERNALS__' in window) && self.origin === location.origin";

	private static final Log logger = LogFactory.getLog(FxRemotePages.class);

	/**
	 * Whether a page gets a bridge. The isolation frame hears the application's own pages
	 * only, and nothing may go around it.
	 * @param webview where the page is shown
	 * @param url the page's URL
	 * @param isolated whether calls go through the isolation frame
	 */
	boolean isGranted(Webview webview, String url, boolean isolated) {
		if (!this.granted.test(new Caller(webview.window().label(), webview.label(), url))) {
			return false;
		}
		if (isolated) {
			logger.warn("Webview '" + webview.label() + "' shows " + FxNavigation.shortened(url)
					+ ", which a capability grants commands. It gets no bridge: with the isolation pattern "
					+ "only pages of the application can call");
			return false;
		}
		return true;
	}

}
