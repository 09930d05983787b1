package dev.tauriboot.command;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Knows one kind of parameter. Beans of this type come after the built-in kinds and
 * before the JSON arguments, which take every parameter that nobody else wants.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CommandArgumentResolver {

	/**
	 * Take a parameter. Called once per parameter, when its command is registered.
	 * @param parameter the parameter
	 * @param command the command it belongs to
	 * @return how to resolve it, or {@code null} if it is not of this kind
	 */
	@Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command);

}
