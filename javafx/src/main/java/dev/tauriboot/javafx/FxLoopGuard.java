package dev.tauriboot.javafx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.LoopGuard;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.io.ClassPathResource;

/**
 * Guards scripts by a parser that is a script itself. It runs in an engine of its own,
 * which shows no page. Lives on the JavaFX application thread.
 */
final class FxLoopGuard implements LoopGuard {

	private static final Log logger = LogFactory.getLog(FxLoopGuard.class);

	private static final String SCRIPT = "META-INF/tauri/loop-guards/loop-guards.js";

	private final WebEngine engine = new WebEngine();

	private FxLoopGuard(String script) {
		this.engine.executeScript(script);
	}

	/**
	 * Guard the scripts of an isolation application.
	 */
	static void guard(IsolationPattern isolation) {
		try {
			String script = new ClassPathResource(SCRIPT, FxLoopGuard.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8);
			isolation.guard(new FxLoopGuard(script));
		}
		catch (IOException | RuntimeException ex) {
			logger
				.warn("The scripts of the isolation application cannot be guarded, for which tauri-guest-js has to be "
						+ "on the class path: one that runs on for ever cannot be ended", ex);
		}
	}

	@Override
	public String guard(String script, boolean module, String call) {
		try {
			JSObject window = (JSObject) this.engine.executeScript("window");
			return (String) window.call("guardLoops", script, module, call);
		}
		catch (JSException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

}
