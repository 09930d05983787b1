package dev.tauriboot.plugin.log;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.tauriboot.Label;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Writes what pages log to the application's log: the message, then where the page was,
 * then the further values, all on one line. The logger has the name of the webview after
 * a prefix, so that levels can be set for all of them or for one.
 *
 * @since 0.1.0
 */
public final class CommonsPageLog implements PageLog {

	private static final int MAX_DETAIL = 1024;

	private static final int MAX_VALUES = 32;

	private final String prefix;

	private final int maxLength;

	private final int maxLines;

	private final LongSupplier nanoTime;

	private final Map<Label, Integer> lines = new HashMap<>();

	private long second;

	/**
	 * Create the log.
	 * @param prefix what the names of loggers begin with
	 * @param maxLength the most characters of a message
	 * @param maxLines the most lines that one webview may write in a second; the rest is
	 * counted
	 */
	public CommonsPageLog(String prefix, int maxLength, int maxLines) {
		this(prefix, maxLength, maxLines, System::nanoTime);
	}

	CommonsPageLog(String prefix, int maxLength, int maxLines, LongSupplier nanoTime) {
		Assert.hasText(prefix, "'prefix' must not be empty");
		Assert.isTrue(maxLength > 0, "'maxLength' must be above 0");
		Assert.isTrue(maxLines > 0, "'maxLines' must be above 0");
		this.prefix = prefix;
		this.maxLength = maxLength;
		this.maxLines = maxLines;
		this.nanoTime = nanoTime;
	}

	@Override
	public void log(PageRecord record) {
		Log log = logger(record.webview());
		if (!isEnabled(log, record.level()) || !admit(record.webview())) {
			return;
		}
		String text = text(record);
		switch (record.level()) {
			case TRACE -> log.trace(text);
			case DEBUG -> log.debug(text);
			case INFO -> log.info(text);
			case WARN -> log.warn(text);
			case ERROR -> log.error(text);
		}
	}

	private Log logger(Label webview) {
		return LogFactory.getLog(this.prefix + "." + webview);
	}

	private static boolean isEnabled(Log log, LogLevel level) {
		return switch (level) {
			case TRACE -> log.isTraceEnabled();
			case DEBUG -> log.isDebugEnabled();
			case INFO -> log.isInfoEnabled();
			case WARN -> log.isWarnEnabled();
			case ERROR -> log.isErrorEnabled();
		};
	}

	private synchronized boolean admit(Label webview) {
		long second = TimeUnit.NANOSECONDS.toSeconds(this.nanoTime.getAsLong());
		if (second != this.second) {
			this.lines.forEach(this::reportSuppressed);
			this.lines.clear();
			this.second = second;
		}
		return this.lines.merge(webview, 1, Integer::sum) <= this.maxLines;
	}

	private void reportSuppressed(Label webview, int lines) {
		if (lines > this.maxLines) {
			logger(webview).warn((lines - this.maxLines) + " more lines were suppressed");
		}
	}

	private String text(PageRecord record) {
		StringBuilder text = new StringBuilder(LogText.line(record.message(), this.maxLength));
		if (record.location() != null) {
			text.append(" (").append(LogText.line(record.location(), MAX_DETAIL)).append(')');
		}
		if (record.file() != null) {
			text.append(" (").append(LogText.line(record.file(), MAX_DETAIL));
			if (record.line() != null) {
				text.append(':').append(record.line());
			}
			text.append(')');
		}
		int left = MAX_VALUES;
		for (Map.Entry<String, String> entry : record.keyValues().entrySet()) {
			if (left == 0) {
				text.append(" …");
				break;
			}
			left--;
			text.append(' ')
				.append(LogText.line(entry.getKey(), MAX_DETAIL))
				.append('=')
				.append(LogText.line(entry.getValue(), MAX_DETAIL));
		}
		return text.toString();
	}

}
