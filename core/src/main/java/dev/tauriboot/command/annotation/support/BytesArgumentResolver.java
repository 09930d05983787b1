package dev.tauriboot.command.annotation.support;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.Payload;
import dev.tauriboot.ipc.ByteNumbers;
import dev.tauriboot.ipc.InvokeBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Resolves parameters of bytes: {@code byte[]}, {@link ByteBuffer}, {@link DataBuffer}
 * and {@link Resource}.
 * <p>
 * A raw payload goes to the one parameter of such a type, or to the one annotated with
 * {@link Payload} if there are several. It is not copied, but to an array or a resource
 * under isolation, which brings it as a part of an array. In a JSON payload the bytes are
 * an array of numbers from 0 to 255 or a Base64 text, by the parameter's key.
 *
 * @since 0.1.0
 */
public final class BytesArgumentResolver implements CommandArgumentResolver {

	private static final Map<Class<?>, Function<InvokeBody.Raw, Object>> TYPES = Map.of(byte[].class,
			InvokeBody.Raw::bytes, ByteBuffer.class, InvokeBody.Raw::buffer, DataBuffer.class,
			(body) -> DefaultDataBufferFactory.sharedInstance.wrap(body.buffer()), Resource.class,
			(body) -> new ByteArrayResource(body.bytes()));

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		Function<InvokeBody.Raw, Object> type = TYPES.get(parameter.getParameterType());
		if (type == null) {
			return null;
		}
		boolean whole = parameter.hasParameterAnnotation(Payload.class);
		boolean raw = whole
				|| Arrays.stream(parameter.getExecutable().getParameterTypes()).filter(TYPES::containsKey).count() == 1;
		return new BytesArgument(ArgumentKeys.of(parameter, command), command.name().command(), type, whole, raw,
				parameter.isOptional());
	}

	/**
	 * An argument of bytes.
	 */
	private record BytesArgument(String name, String command, Function<InvokeBody.Raw, Object> type, boolean whole,
			boolean raw, boolean optional) implements CommandArgument {

		private static final String EXPECTED = "a sequence of bytes or a Base64 string";

		@Override
		public String key() {
			return this.whole ? "" : this.name;
		}

		@Override
		public @Nullable Object resolve(InvokeRequest request) {
			if (request.body() instanceof InvokeBody.Raw body) {
				if (!this.raw && this.optional) {
					return null;
				}
				if (!this.raw) {
					throw InvalidArguments.bytes(this.name, this.command);
				}
				return this.type.apply(body);
			}
			JsonNode body = ((InvokeBody.Json) request.body()).value();
			JsonNode value = this.whole ? body : body.get(this.name);
			if (this.optional && (value == null || value.isNull())) {
				return null;
			}
			if (value == null) {
				throw InvalidArguments.missing(this.name, this.command);
			}
			return this.type.apply(new InvokeBody.Raw(bytes(value)));
		}

		private byte[] bytes(JsonNode value) {
			if (value.isString()) {
				try {
					return Base64.getDecoder().decode(value.stringValue());
				}
				catch (IllegalArgumentException ex) {
					throw invalid(InvalidArguments.invalidValue(value, EXPECTED));
				}
			}
			if (!value.isArray()) {
				throw invalid("invalid type: " + InvalidArguments.found(value) + ", expected " + EXPECTED);
			}
			return ByteNumbers.read(value,
					(element) -> invalid(element.isIntegralNumber() ? InvalidArguments.invalidValue(element, "u8")
							: "invalid type: " + InvalidArguments.found(element) + ", expected u8"));
		}

		private RuntimeException invalid(String detail) {
			return InvalidArguments.of(this.name, this.command, detail);
		}

	}

}
