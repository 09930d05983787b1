package dev.tauriboot.plugin.log;

import java.util.Map;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The command of the plugin {@code log}: section 3.14 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class LogCommands {

	private final PageLog log;

	/**
	 * Create the command.
	 * @param log takes the lines
	 */
	public LogCommands(PageLog log) {
		Assert.notNull(log, "'log' must not be null");
		this.log = log;
	}

	@TauriCommand("plugin:log|log")
	void log(long level, String message, @Nullable String location, @Nullable String file, @Nullable Integer line,
			@Nullable Map<String, String> keyValues, Webview webview) {
		LogLevel known = LogLevel.ofNumber(level);
		if (known == null) {
			throw new InvokeException("invalid args `level` for command `log`: invalid value: integer `" + level
					+ "`, expected a number from 1 to 5");
		}
		this.log.log(new PageRecord(known, message, location, file, line, (keyValues != null) ? keyValues : Map.of(),
				webview.label()));
	}

}
