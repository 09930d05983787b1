package dev.tauriboot.plugin.shell;

import java.util.Map;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a page wants a program to run.
 *
 * @param cwd the directory, {@code null} for that of the application
 * @param env variables to add; a JSON {@code null}, unlike no value, for an empty
 * environment
 * @param encoding how the output is read
 * @param sidecar whether the program is shipped with the application
 */
record ShellOptions(@Nullable String cwd, @Nullable JsonNode env, @Nullable String encoding,
		@Nullable Boolean sidecar) {

	boolean isSidecar() {
		return Boolean.TRUE.equals(this.sidecar);
	}

	/**
	 * Apply them to a command, all but the encoding.
	 * @param command the command
	 * @param name the name of the page's command, for its errors
	 */
	void apply(ShellCommand command, String name) {
		if (this.cwd != null) {
			command.directory(this.cwd);
		}
		if (this.env == null) {
			return;
		}
		if (this.env.isNull()) {
			command.clearEnvironment();
			return;
		}
		boolean fits = this.env.isObject();
		for (Map.Entry<String, JsonNode> variable : this.env.properties()) {
			fits &= variable.getValue().isString();
			if (fits) {
				command.environment(variable.getKey(), variable.getValue().stringValue());
			}
		}
		if (!fits) {
			throw new InvokeException(
					"invalid args `options` for command `" + name + "`: expected texts by name for `env`");
		}
	}

}
