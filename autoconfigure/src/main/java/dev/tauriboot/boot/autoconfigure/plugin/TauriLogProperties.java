package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.plugin.log.LogLevel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the plugin {@code log}. Where the log goes and when files are rotated is
 * said by the properties {@code logging.*} of Spring Boot.
 *
 * @param enabled whether the plugin is there
 * @param loggerPrefix what the names of the loggers of webviews begin with
 * @param maxLength the most characters of a line
 * @param maxLines the most lines that one webview may write in a second, the rest is
 * counted
 * @param webview lines of the application's log for pages
 * @since 0.1.0
 */
@ConfigurationProperties("tauri.plugins.log")
public record TauriLogProperties(@DefaultValue("true") boolean enabled, @DefaultValue("webview") String loggerPrefix,
		@DefaultValue("8192") int maxLength, @DefaultValue("1000") int maxLines, @DefaultValue Forwarding webview) {

	/**
	 * Lines of the application's log for pages.
	 *
	 * @param enabled whether pages that listen are told of them; needs Logback
	 * @param level the least level that they are told of
	 * @param capacity how many lines may wait for slow pages before some are dropped
	 */
	public record Forwarding(@DefaultValue("false") boolean enabled, @DefaultValue("info") LogLevel level,
			@DefaultValue("1000") int capacity) {

	}

}
