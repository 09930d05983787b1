package dev.tauriboot.command.annotation.support;

import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.annotation.Arg;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Knows which key of the arguments object a parameter is read from.
 */
final class ArgumentKeys {

	private ArgumentKeys() {
	}

	static String of(MethodParameter parameter, CommandMapping command) {
		Arg arg = parameter.getParameterAnnotation(Arg.class);
		if (arg != null) {
			return arg.value();
		}
		String name = parameter.getParameterName();
		Assert.state(name != null, () -> "Parameter names of " + parameter.getExecutable().toGenericString()
				+ " are not in the class file: compile with -parameters, or annotate with @Arg");
		return command.snakeCase() ? SnakeCase.of(name) : name;
	}

}
