package dev.tauriboot.javafx;

import java.net.CookieHandler;

import com.sun.webkit.network.CookieManager;
import dev.tauriboot.page.BootstrapScript;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What pages have stored. The engine has one jar of cookies for all webviews, and gives
 * out everything else to the documents of its origin alone.
 */
final class FxBrowsingData {

	private static final Log logger = LogFactory.getLog(FxBrowsingData.class);

	private static final String SCRIPT = "(() => {" + BootstrapScript.file("clear.js") + "\nclearBrowsingData(); })()";

	private FxBrowsingData() {
	}

	static void clear(WebEngine engine) {
		// An application's own jar is not the engine's to empty.
		if (CookieHandler.getDefault() instanceof CookieManager) {
			CookieHandler.setDefault(new CookieManager());
		}
		try {
			engine.executeScript(SCRIPT);
		}
		catch (JSException ex) {
			logger.debug("The storage of a page could not be cleared", ex);
		}
	}

}
