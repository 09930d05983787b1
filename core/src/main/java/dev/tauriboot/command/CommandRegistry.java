package dev.tauriboot.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All commands by name. Names are compared literally. Filled at start-up, only read
 * afterwards.
 *
 * @since 0.1.0
 */
public final class CommandRegistry {

	private final Map<String, CommandHandlerMethod> commands;

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
		}
		this.commands = Collections.unmodifiableMap(commands);
	}

	/**
	 * Find a command.
	 * @param name its full name
	 * @return the handler, or {@code null} if there is none
	 */
	public @Nullable CommandHandlerMethod find(String name) {
		return this.commands.get(name);
	}

	/**
	 * All commands, in the order they were found.
	 * @return the handlers
	 */
	public Collection<CommandHandlerMethod> all() {
		return this.commands.values();
	}

}
