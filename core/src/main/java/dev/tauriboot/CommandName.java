package dev.tauriboot;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Name of a command, taken literally and case-sensitively: {@code greet} for one of the
 * application, {@code plugin:fs|read_file} for one of a plugin.
 *
 * @param value the full name as the page sends it
 * @param plugin the plugin, {@code null} for a command of the application
 * @param command the bare command name, the part after {@code |}
 * @since 0.1.0
 */
public record CommandName(String value, @Nullable String plugin, String command) {

	/** What the names of commands of plugins begin with. */
	public static final String PREFIX = "plugin:";

	/**
	 * Parse a name. A text after a second {@code |} is ignored, a plugin without
	 * {@code |} has the empty command.
	 * @param value the name as sent
	 * @return the parsed name
	 */
	public static CommandName of(String value) {
		Assert.notNull(value, "'value' must not be null");
		if (!value.startsWith(PREFIX)) {
			return new CommandName(value, null, value);
		}
		int bar = value.indexOf('|');
		if (bar < 0) {
			return new CommandName(value, value.substring(PREFIX.length()), "");
		}
		int second = value.indexOf('|', bar + 1);
		String command = value.substring(bar + 1, (second < 0) ? value.length() : second);
		String plugin = value.substring(PREFIX.length(), bar);
		return new CommandName((second < 0) ? value : PREFIX + plugin + '|' + command, plugin, command);
	}

	/**
	 * The name as messages about access print it (acl 7.4).
	 * @return the command, behind its plugin and a dot if it has one
	 */
	public String display() {
		return (this.plugin != null) ? this.plugin + '.' + this.command : this.command;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
