package dev.tauriboot.plugin.log;

import java.util.Map;

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

	/**
	 * Create the log.
	 * @param prefix what the names of loggers begin with
	 * @param maxLength the most characters of a message
	 */
	public CommonsPageLog(String prefix, int maxLength) {
		Assert.hasText(prefix, "'prefix' must not be empty");
		Assert.isTrue(maxLength > 0, "'maxLength' must be above 0");
		this.prefix = prefix;
		this.maxLength = maxLength;
	}

	@Override
	public void log(PageRecord record) {
		Log log = LogFactory.getLog(this.prefix + "." + record.webview());
		switch (record.level()) {
			case TRACE -> {
				if (log.isTraceEnabled()) {
					log.trace(text(record));
				}
			}
			case DEBUG -> {
				if (log.isDebugEnabled()) {
					log.debug(text(record));
				}
			}
			case INFO -> {
				if (log.isInfoEnabled()) {
					log.info(text(record));
				}
			}
			case WARN -> {
				if (log.isWarnEnabled()) {
					log.warn(text(record));
				}
			}
			case ERROR -> {
				if (log.isErrorEnabled()) {
					log.error(text(record));
				}
			}
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
