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
 * bootstrap tells it in full. Of what it cannot see, the engine tells the first argument
 * as text and where it comes from, but not by which method: uncaught errors, which can be
 * told by their text, are warnings, the rest is information. A page that prints too much
 * is cut short for the rest of the second.
 */
final class FxConsole {

	static final int LINES_PER_SECOND = 200;

	private static final int MAX_CHARS = 8192;

	private static final int MAX_POSITION = 512;

	private static final long SECOND = 1_000_000_000;

	private static final Pattern ERROR = Pattern.compile("(Unhandled Promise Rejection|[A-Za-z]*Error): .*",
			Pattern.DOTALL);

	private static final Object KEY = FxConsole.class;

	private static boolean installed;

	private final Log logger;

	private final int linesPerSecond;

	private long second = Long.MIN_VALUE;

	private int lines;

	private FxConsole(Label label, int linesPerSecond) {
		this.linesPerSecond = linesPerSecond;
		this.logger = LogFactory.getLog("tauri.console." + label);
	}

	/**
	 * Listen to a view. The engine has one listener for all views of the JVM.
	 */
	static FxConsole listen(WebView view, Label label, int linesPerSecond) {
		FxConsole own = new FxConsole(label, linesPerSecond);
		view.getProperties().put(KEY, own);
		if (!installed) {
			installed = true;
			WebConsoleListener.setDefaultListener((source, message, line, sourceId) -> {
				if (source != null && source.getProperties().get(KEY) instanceof FxConsole console) {
					console.print(message, line, sourceId);
				}
			});
		}
		return own;
	}

	// What the engine itself has to say, and what is printed where no bootstrap runs.
	private void print(String message, int line, @Nullable String source) {
		boolean known = source != null && !source.isEmpty() && !"undefined".equals(source) && !"null".equals(source);
		print(ERROR.matcher(message).matches() ? "warn" : "info", message, known ? source + ":" + line : null);
	}

	/**
	 * Write a line.
	 * @param level the method of the page's console, more or less
	 * @param message the text, as the page has it
	 * @param position URL and line, or {@code null}
	 */
	void print(String level, String message, @Nullable String position) {
		if (!admit(System.nanoTime())) {
			return;
		}
		String text = plain(message, MAX_CHARS);
		if (position != null) {
			text += " (" + plain(position, MAX_POSITION) + ")";
		}
		else if (text.endsWith(")")) {
			// The last parentheses are always ours.
			text += " (unknown source)";
		}
		switch (level) {
			case "debug" -> this.logger.debug(text);
			case "warn" -> this.logger.warn(text);
			case "error" -> this.logger.error(text);
			default -> this.logger.info(text);
		}
	}

	private boolean admit(long nanos) {
		long second = Math.floorDiv(nanos, SECOND);
		if (second != this.second) {
			if (this.lines > this.linesPerSecond) {
				this.logger.warn((this.lines - this.linesPerSecond) + " more lines were suppressed");
			}
			this.second = second;
			this.lines = 0;
		}
		this.lines++;
		return this.lines <= this.linesPerSecond;
	}

	/**
	 * A page's text as one line of a log that cannot pass for two, or for another text:
	 * characters that break lines, steer terminals or turn the direction of writing are
	 * escaped.
	 */
	static String plain(String text, int max) {
		int end = Math.min(text.length(), max);
		StringBuilder out = new StringBuilder(end + 16);
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				out.append("\\n");
			}
			else if ((Character.isISOControl(c) && c != '\t') || (c >= '\u2028' && c <= '\u202e')
					|| (c >= '\u2066' && c <= '\u2069')) {
				out.append(String.format("\\u%04x", (int) c));
			}
			else {
				out.append(c);
			}
		}
		return (end < text.length()) ? out.append('…').toString() : out.toString();
	}

}
