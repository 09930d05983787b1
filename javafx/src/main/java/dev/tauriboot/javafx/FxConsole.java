package dev.tauriboot.javafx;

import java.util.regex.Pattern;

import com.sun.javafx.webkit.WebConsoleListener;
import dev.tauriboot.Label;
import javafx.scene.web.WebView;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes what pages print to their console to the log {@code tauri.console.<label>}. The
 * engine tells the first argument as text and where it comes from, but not by which
 * method: uncaught errors, which can be told by their text, are warnings, the rest is
 * information. A page that prints too much is cut short for the rest of the second.
 */
final class FxConsole {

	static final int LINES_PER_SECOND = 200;

	private static final long SECOND = 1_000_000_000;

	private static final Pattern ERROR = Pattern.compile("(Unhandled Promise Rejection|[A-Za-z]*Error): .*",
			Pattern.DOTALL);

	private static final Object KEY = FxConsole.class;

	private static boolean installed;

	private final Log logger;

	private long second = Long.MIN_VALUE;

	private int lines;

	private FxConsole(Label label) {
		this.logger = LogFactory.getLog("tauri.console." + label);
	}

	/**
	 * Listen to a view. The engine has one listener for all views of the JVM.
	 */
	static void listen(WebView view, Label label) {
		view.getProperties().put(KEY, new FxConsole(label));
		if (!installed) {
			installed = true;
			WebConsoleListener.setDefaultListener((source, message, line, sourceId) -> {
				if (source != null && source.getProperties().get(KEY) instanceof FxConsole console) {
					console.print(message, line, sourceId, System.nanoTime());
				}
			});
		}
	}

	private void print(String message, int line, @Nullable String source, long nanos) {
		long second = Math.floorDiv(nanos, SECOND);
		if (second != this.second) {
			if (this.lines > LINES_PER_SECOND) {
				this.logger.warn((this.lines - LINES_PER_SECOND) + " more lines were suppressed");
			}
			this.second = second;
			this.lines = 0;
		}
		this.lines++;
		if (this.lines > LINES_PER_SECOND) {
			return;
		}
		boolean known = source != null && !source.isEmpty() && !"undefined".equals(source) && !"null".equals(source);
		String text = known ? message + " (" + source + ":" + line + ")" : message;
		if (ERROR.matcher(message).matches()) {
			this.logger.warn(text);
		}
		else {
			this.logger.info(text);
		}
	}

}
