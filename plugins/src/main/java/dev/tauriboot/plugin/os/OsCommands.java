package dev.tauriboot.plugin.os;

import dev.tauriboot.command.annotation.TauriCommand;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code os}: section 3.6 of the plugins' contract. Everything
 * else of it is in the page already.
 *
 * @since 0.1.0
 */
public class OsCommands {

	private final Os os;

	/**
	 * Create the commands.
	 * @param os the system
	 */
	public OsCommands(Os os) {
		Assert.notNull(os, "'os' must not be null");
		this.os = os;
	}

	@TauriCommand("plugin:os|locale")
	@Nullable String locale() {
		return this.os.locale();
	}

	@TauriCommand("plugin:os|hostname")
	String hostname() {
		return this.os.hostname();
	}

}
