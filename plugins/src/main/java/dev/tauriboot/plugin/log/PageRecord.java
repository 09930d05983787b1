package dev.tauriboot.plugin.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a page wants to have logged, as it has written it: any text may hold anything and
 * be of any length. {@link LogText} makes it fit for a line.
 *
 * @param level how much it matters
 * @param message the message
 * @param location where the page was, as {@code function@url:line:column}, if it knows
 * @param file the file, if it says one
 * @param line the line, if it says one
 * @param keyValues further values by their names
 * @param webview the webview that shows the page
 * @since 0.1.0
 */
public record PageRecord(LogLevel level, String message, @Nullable String location, @Nullable String file,
		@Nullable Integer line, Map<String, String> keyValues, Label webview) {

	public PageRecord {
		Assert.notNull(level, "'level' must not be null");
		Assert.notNull(message, "'message' must not be null");
		Assert.notNull(keyValues, "'keyValues' must not be null");
		Assert.notNull(webview, "'webview' must not be null");
		keyValues = Collections.unmodifiableMap(new LinkedHashMap<>(keyValues));
	}

}
