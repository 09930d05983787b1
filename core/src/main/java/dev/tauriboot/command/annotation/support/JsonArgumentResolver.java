package dev.tauriboot.command.annotation.support;

import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Reads a parameter from the key of its name in the JSON object of arguments. The last
 * resolver: it takes every parameter.
 *
 * @since 0.1.0
 */
public final class JsonArgumentResolver implements CommandArgumentResolver {

	private final JsonMapper mapper;

	/**
	 * Create the resolver.
	 * @param mapper reads values
	 */
	public JsonArgumentResolver(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = mapper;
	}

	@Override
	public CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		String name = parameter.getParameterName();
		Assert.state(name != null, () -> "Parameter names of " + parameter.getExecutable().toGenericString()
				+ " are not in the class file: compile with -parameters");
		String key = command.snakeCase() ? SnakeCase.of(name) : name;
		ObjectReader reader = this.mapper
			.readerFor(this.mapper.constructType(parameter.getGenericParameterType()));
		return (request) -> value(request, key, command.name().command(), reader, parameter.isOptional());
	}

	private static @Nullable Object value(InvokeRequest request, String key, String command, ObjectReader reader,
			boolean optional) {
		if (request.body() instanceof InvokeBody.Raw) {
			throw invalid(key, command,
					"command " + command + " expected a value for key " + key + " but the IPC call used a bytes payload");
		}
		JsonNode value = ((InvokeBody.Json) request.body()).value().get(key);
		if (value == null) {
			if (optional) {
				return null;
			}
			throw invalid(key, command, "command " + command + " missing required key " + key);
		}
		try {
			return reader.readValue(value);
		}
		catch (JacksonException ex) {
			throw invalid(key, command, ex.getOriginalMessage());
		}
	}

	private static InvokeException invalid(String key, String command, String detail) {
		return new InvokeException("invalid args `" + key + "` for command `" + command + "`: " + detail);
	}

}
