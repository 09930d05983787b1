package dev.tauriboot.command;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.CommandName;
import org.jspecify.annotations.Nullable;

/**
 * All commands by name. Names are compared literally. Filled at start-up, only read
 * afterwards.
 *
 * @since 0.1.0
 */
public final class CommandRegistry {

	private final Map<String, CommandHandlerMethod> commands;

	private final Set<String> plugins = new HashSet<>();

	/**
	 * Create a registry.
	 * @param handlers the handlers
	 * @throws DuplicateCommandException if two have the same name
	 */
	public CommandRegistry(Collection<CommandHandlerMethod> handlers) {
		Map<String, CommandHandlerMethod> commands = new LinkedHashMap<>();
		for (CommandHandlerMethod handler : handlers) {
			CommandHandlerMethod other = commands.putIfAbsent(handler.mapping().name().value(), handler);
			if (other != null) {
				throw new DuplicateCommandException(handler.mapping().name(), other.getMethod(), handler.getMethod());
			}
			if (handler.mapping().name().plugin() != null) {
				this.plugins.add(handler.mapping().name().plugin());
			}
		}
		this.commands = Collections.unmodifiableMap(commands);
	}

	/**
	 * Find a command.
	 * @param name its full name as sent
	 * @return the handler, or {@code null} if there is none
	 */
	public @Nullable CommandHandlerMethod find(String name) {
		CommandHandlerMethod handler = this.commands.get(name);
		if (handler == null && name.startsWith(CommandName.PREFIX)) {
			handler = this.commands.get(CommandName.of(name).value());
		}
		return handler;
	}

	/**
	 * Whether any command belongs to a plugin.
	 * @param name the plugin's name
	 * @return {@code true} if one does
	 */
	public boolean hasPlugin(String name) {
		return this.plugins.contains(name);
	}

	/**
	 * All commands, in the order they were found.
	 * @return the handlers
	 */
	public Collection<CommandHandlerMethod> all() {
		return this.commands.values();
	}

}
