package dev.tauriboot.command.annotation.support;

import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.Payload;
import dev.tauriboot.ipc.InvokeBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Reads a {@link Payload} parameter from the whole JSON payload. Parameters of bytes are
 * for {@link BytesArgumentResolver}.
 *
 * @since 0.1.0
 */
public final class PayloadArgumentResolver implements CommandArgumentResolver {

	private final JsonMapper mapper;

	/**
	 * Create the resolver.
	 * @param mapper the application's mapper
	 */
	public PayloadArgumentResolver(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = ArgumentMapper.of(mapper);
	}

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		if (!parameter.hasParameterAnnotation(Payload.class)) {
			return null;
		}
		String name = ArgumentKeys.of(parameter, command);
		return new PayloadArgument(name, command.name().command(),
				ArgumentReader.of(parameter, name, command.name().command(), this.mapper));
	}

	/**
	 * An argument that is the payload.
	 */
	private record PayloadArgument(String name, String command, ArgumentReader reader) implements CommandArgument {

		@Override
		public String key() {
			return "";
		}

		@Override
		public @Nullable Object resolve(InvokeRequest request) {
			if (!(request.body() instanceof InvokeBody.Json json)) {
				throw InvalidArguments.bytes(this.name, this.command);
			}
			return this.reader.read(json.value(), request);
		}

	}

}
