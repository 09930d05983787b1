package dev.tauriboot.javafx;

import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Keeps invoke keys out of the engine's own log, which has the headers of every request
 * where it is switched on.
 */
final class FxRequestLog {

	private static final Pattern KEY = Pattern.compile("(?i)(Tauri-Invoke-Key: ?)[\\w-]+");

	// Loggers are held weakly by their manager, and their filters go with them.
	private static final Logger logger = Logger.getLogger("com.sun.webkit.network.NetworkContext");

	private FxRequestLog() {
	}

	static void install() {
		logger.setFilter(FxRequestLog::conceal);
	}

	static boolean conceal(LogRecord line) {
		String text = line.getMessage();
		if (text != null) {
			line.setMessage(KEY.matcher(text).replaceAll("$1…"));
		}
		return true;
	}

}
