package dev.tauriboot.command.annotation.support;

import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Reads a parameter from the key of its name in the JSON object of arguments. The last
 * resolver: it takes every parameter.
 * <p>
 * A parameter may be missing, or {@code null}, if it is an {@code Optional} or annotated
 * as nullable. Values are read by the application's mapper, without its leniency: a text
 * does not pass for a number, nor a fraction for an integer. A value that does not fit
 * rejects the call with the texts of section 6.6 of the contract.
 *
 * @since 0.1.0
 */
public final class JsonArgumentResolver implements CommandArgumentResolver {

	private final JsonMapper mapper;

	/**
	 * Create the resolver.
	 * @param mapper the application's mapper
	 */
	public JsonArgumentResolver(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = ArgumentMapper.of(mapper);
	}

	@Override
	public CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		String key = ArgumentKeys.of(parameter, command);
		String name = command.name().command();
		return new JsonArgument(key, name, ArgumentReader.of(parameter, key, name, this.mapper));
	}

	/**
	 * An argument with a key.
	 */
	private record JsonArgument(String key, String command, ArgumentReader reader) implements CommandArgument {

		@Override
		public @Nullable Object resolve(InvokeRequest request) {
			if (!(request.body() instanceof InvokeBody.Json json)) {
				throw InvalidArguments.bytes(this.key, this.command);
			}
			return this.reader.read(json.value().get(this.key), request);
		}

	}

}
