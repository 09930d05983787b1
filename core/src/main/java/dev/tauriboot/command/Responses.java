package dev.tauriboot.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import dev.tauriboot.ipc.InvokeResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.Assert;

/**
 * Serialises what commands return and what they are rejected with.
 */
final class Responses {

	static final InvokeResponse FAILED = new InvokeResponse.Error("\"internal error\"");

	private final JsonMapper mapper;

	Responses(JsonMapper mapper) {
		this.mapper = mapper;
	}

	InvokeResponse success(@Nullable Object value) throws IOException {
		if (value == null) {
			return InvokeResponse.NOTHING;
		}
		if (value instanceof byte[] bytes) {
			return new InvokeResponse.Raw(bytes);
		}
		if (value instanceof InvokeResponse response) {
			return response;
		}
		if (value instanceof Optional<?> optional) {
			return success(optional.orElse(null));
		}
		if (value instanceof ByteBuffer buffer) {
			return new InvokeResponse.Raw(bytes(buffer));
		}
		if (value instanceof DataBuffer buffer) {
			return new InvokeResponse.Raw(bytes(buffer));
		}
		if (value instanceof Resource resource) {
			return new InvokeResponse.Raw(resource.getContentAsByteArray());
		}
		Assert.state(!(value instanceof Publisher), "A result holds a stream, but a call has one answer: declare a "
				+ "parameter of type Channel and send the values to it");
		try {
			return new InvokeResponse.Json(this.mapper.writeValueAsString(value));
		}
		catch (JacksonException ex) {
			return error(ex.getOriginalMessage());
		}
	}

	InvokeResponse error(@Nullable Object payload) {
		try {
			return new InvokeResponse.Error(this.mapper.writeValueAsString(payload));
		}
		catch (JacksonException ex) {
			return new InvokeResponse.Error(this.mapper.writeValueAsString(ex.getOriginalMessage()));
		}
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

	private static byte[] bytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
