package dev.tauriboot.command;

import org.jspecify.annotations.Nullable;

/**
 * Checks the arguments of one command before each call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CommandValidator {

	/**
	 * Check arguments.
	 * @param bean the command's bean
	 * @param arguments one per parameter
	 * @throws RuntimeException if they are not valid
	 */
	void validate(Object bean, @Nullable Object[] arguments);

}
