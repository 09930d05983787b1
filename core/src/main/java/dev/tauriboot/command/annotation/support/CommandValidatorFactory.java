package dev.tauriboot.command.annotation.support;

import dev.tauriboot.command.CommandValidator;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Makes the validators of commands, once per command.
 */
@FunctionalInterface
interface CommandValidatorFactory {

	/**
	 * Make a validator.
	 * @param beanType the class of the bean, not of its proxy
	 * @param parameters the parameters of the command's method
	 * @return the validator, or {@code null} if there is nothing to validate
	 */
	@Nullable CommandValidator validatorFor(Class<?> beanType, MethodParameter[] parameters);

}
