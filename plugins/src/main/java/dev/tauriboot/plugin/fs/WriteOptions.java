package dev.tauriboot.plugin.fs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.ByteNumbers;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

/**
 * How a page writes a whole file. The body of such a call is the content, so that the
 * path and these options come in headers.
 *
 * @param append whether the content is added to the end
 * @param create whether the file is made if it is missing, which is so unless it says no
 * @param createNew whether it must be missing
 * @param mode permission bits if it is made
 * @param baseDir number of the directory that the path is relative to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WriteOptions(@Nullable Boolean append, @Nullable Boolean create,
		@JsonProperty("createNew") @Nullable Boolean createNew, @Nullable Integer mode,
		@JsonProperty("baseDir") @Nullable Integer baseDir) {

	private static final WriteOptions NONE = new WriteOptions(null, null, null, null, null);

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/**
	 * The options of a call. Without any the client sends a text that is no JSON.
	 */
	static WriteOptions of(InvokeRequest request) {
		String text = request.headers().getFirst("options");
		if (text == null) {
			return NONE;
		}
		try {
			WriteOptions options = MAPPER.readValue(text, WriteOptions.class);
			return (options != null) ? options : NONE;
		}
		catch (JacksonException ex) {
			return NONE;
		}
	}

	static String path(InvokeRequest request) {
		String encoded = request.headers().getFirst("path");
		if (encoded == null) {
			throw new InvokeException("missing file path");
		}
		try {
			byte[] bytes = StringUtils.uriDecode(encoded, StandardCharsets.ISO_8859_1)
				.getBytes(StandardCharsets.ISO_8859_1);
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			throw new InvokeException("path is not a valid UTF-8");
		}
	}

	/**
	 * The content: bytes, or an array of numbers from a page that cannot send bytes.
	 */
	static ByteBuffer content(InvokeRequest request) {
		if (request.body() instanceof InvokeBody.Raw raw) {
			return raw.buffer();
		}
		JsonNode body = ((InvokeBody.Json) request.body()).value();
		if (!body.isArray()) {
			throw unexpected();
		}
		return ByteBuffer.wrap(ByteNumbers.read(body, (number) -> unexpected()));
	}

	private static InvokeException unexpected() {
		return new InvokeException("unexpected invoke body");
	}

	boolean isAppend() {
		return Boolean.TRUE.equals(this.append);
	}

	boolean isCreate() {
		return !Boolean.FALSE.equals(this.create);
	}

	boolean isCreateNew() {
		return Boolean.TRUE.equals(this.createNew);
	}

}
