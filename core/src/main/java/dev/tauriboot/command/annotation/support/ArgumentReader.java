package dev.tauriboot.command.annotation.support;

import java.util.Optional;

import dev.tauriboot.channel.ChannelModule;
import dev.tauriboot.channel.ChannelOwner;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;

/**
 * Reads the JSON value of one parameter.
 */
final class ArgumentReader {

	private final String key;

	private final String command;

	private final JsonMapper mapper;

	private final JavaType type;

	// Made at the first call, as making what reads the types of all commands at once
	// delays the start. Without a call's attributes, which what is made with them would
	// keep.
	private volatile @Nullable ObjectReader reader;

	private final boolean simple;

	private final boolean optional;

	private final boolean wrapped;

	private ArgumentReader(String key, String command, JsonMapper mapper, JavaType type, boolean optional,
			boolean wrapped) {
		this.key = key;
		this.command = command;
		this.mapper = mapper;
		this.type = type;
		this.simple = BeanUtils.isSimpleValueType(type.getRawClass()) || type.isTypeOrSubTypeOf(JsonNode.class);
		this.optional = optional;
		this.wrapped = wrapped;
	}

	static ArgumentReader of(MethodParameter parameter, String key, String command, JsonMapper mapper) {
		JavaType type = mapper.constructType(
				GenericTypeResolver.resolveType(parameter.getGenericParameterType(), parameter.getContainingClass()));
		boolean wrapped = type.hasRawClass(Optional.class);
		return new ArgumentReader(key, command, mapper, wrapped ? type.containedTypeOrUnknown(0) : type,
				parameter.isOptional(), wrapped);
	}

	/**
	 * Read a value.
	 * @param value the value found, {@code null} if there is none
	 * @param request the call, to which channels within the value belong
	 * @throws InvokeException if it does not fit
	 */
	@Nullable Object read(@Nullable JsonNode value, InvokeRequest request) {
		if (value == null) {
			if (!this.optional) {
				throw InvalidArguments.missing(this.key, this.command);
			}
			return empty();
		}
		if (value.isNull() && !this.type.isTypeOrSubTypeOf(JsonNode.class)) {
			if (!this.optional) {
				throw InvalidArguments.of(this.key, this.command,
						InvalidArguments.invalidType(value, this.type.getRawClass()));
			}
			return empty();
		}
		Object read;
		try {
			// A reader with an attribute is a new reader.
			ObjectReader reader = reader();
			read = (this.simple ? reader
					: reader.withAttribute(ChannelModule.OWNER_ATTRIBUTE, new ChannelOwner(request, request.page())))
				.readValue(value);
		}
		catch (JacksonException ex) {
			throw InvalidArguments.of(this.key, this.command,
					InvalidArguments.detail(ex, value, this.type, this.mapper));
		}
		return this.wrapped ? Optional.ofNullable(read) : read;
	}

	private ObjectReader reader() {
		ObjectReader reader = this.reader;
		if (reader == null) {
			reader = this.mapper.readerFor(this.type);
			this.reader = reader;
		}
		return reader;
	}

	private @Nullable Object empty() {
		return this.wrapped ? Optional.empty() : null;
	}

}
