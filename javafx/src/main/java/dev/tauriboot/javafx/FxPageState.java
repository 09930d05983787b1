package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * What a page keeps by itself and would lose with its engine: the storage of its session,
 * the state of its history, where it is scrolled to, and its fields.
 */
final class FxPageState {

	private static final Log logger = LogFactory.getLog(FxPageState.class);

	private FxPageState() {
	}

	/**
	 * Read it.
	 * @return the state as text, or {@code null} if the page has none
	 */
	static @Nullable String read(WebEngine engine) {
		try {
			return (engine.executeScript(script("page-state-read.js")) instanceof String text) ? text : null;
		}
		catch (JSException ex) {
			logger.debug("The page does not tell its state", ex);
			return null;
		}
	}

	/**
	 * Give it to a document whose own scripts have not run yet.
	 */
	static void restore(WebEngine engine, @Nullable String state) {
		if (state == null) {
			return;
		}
		try {
			JSObject restore = (JSObject) engine.executeScript(script("page-state-restore.js"));
			restore.call("call", null, state);
		}
		catch (JSException ex) {
			logger.debug("The page does not take its state back", ex);
		}
	}

	private static String script(String name) {
		try {
			return new ClassPathResource(name, FxPageState.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name, ex);
		}
	}

}
