package dev.tauriboot.ipc;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * What a page sends with an invoke: JSON, or raw bytes as the whole payload.
 *
 * @since 0.1.0
 */
public sealed interface InvokeBody {

	/**
	 * A JSON payload. It is parsed when somebody first asks for its value: a command that
	 * only passes its payload on never pays for that.
	 */
	final class Json implements InvokeBody {

		private final String text;

		private final @Nullable JsonMapper mapper;

		private volatile @Nullable JsonNode value;

		private volatile @Nullable String problem;

		/**
		 * Create a payload from a value.
		 * @param value any JSON value, an object of arguments as a rule
		 */
		public Json(JsonNode value) {
			Assert.notNull(value, "'value' must not be null");
			this.text = value.toString();
			this.mapper = null;
			this.value = value;
		}

		/**
		 * Create a payload from a text.
		 * @param text the text, not yet known to be JSON
		 * @param mapper parses it
		 */
		public Json(String text, JsonMapper mapper) {
			Assert.notNull(text, "'text' must not be null");
			Assert.notNull(mapper, "'mapper' must not be null");
			this.text = text;
			this.mapper = mapper;
		}

		/**
		 * The text as it came.
		 * @return the text, which may not be JSON if nobody has asked for its value
		 */
		public String text() {
			return this.text;
		}

		/**
		 * The value.
		 * @return any JSON value
		 * @throws InvokeException with the parser's message if the text is not JSON
		 */
		public JsonNode value() {
			JsonNode value = this.value;
			if (value == null) {
				value = parse();
				this.value = value;
			}
			return value;
		}

		/**
		 * What the parser said when somebody asked for the value of a text that is not
		 * JSON.
		 * @return the parser's message, {@code null} if nobody asked or all is well
		 */
		public @Nullable String problem() {
			return this.problem;
		}

		private JsonNode parse() {
			Assert.state(this.mapper != null, "a payload has a value or a mapper");
			try {
				return this.mapper.readTree(this.text);
			}
			catch (JacksonException ex) {
				String problem = String.valueOf(ex.getOriginalMessage());
				this.problem = problem;
				throw new InvokeException(problem);
			}
		}

	}

	/**
	 * A payload of bytes. Whoever gets them may keep them, nobody may change them.
	 */
	final class Raw implements InvokeBody {

		private volatile ByteBuffer buffer;

		/**
		 * Create a payload of an array, which is not copied.
		 * @param bytes the bytes, possibly none
		 */
		public Raw(byte[] bytes) {
			Assert.notNull(bytes, "'bytes' must not be null");
			this.buffer = ByteBuffer.wrap(bytes);
		}

		/**
		 * Create a payload of what is left in a buffer, which is not copied.
		 * @param bytes the bytes from the buffer's position to its limit, possibly none
		 */
		public Raw(ByteBuffer bytes) {
			Assert.notNull(bytes, "'bytes' must not be null");
			this.buffer = bytes.slice();
		}

		/**
		 * The bytes as an array of their own.
		 * @return an array, made at the first call if they came as anything else
		 */
		public byte[] bytes() {
			ByteBuffer buffer = this.buffer;
			if (!buffer.hasArray() || buffer.array().length != buffer.remaining()) {
				byte[] bytes = new byte[buffer.remaining()];
				buffer.duplicate().get(bytes);
				buffer = ByteBuffer.wrap(bytes);
				this.buffer = buffer;
			}
			return buffer.array();
		}

		/**
		 * The bytes where they are, which need not be an array.
		 * @return a buffer of the caller's own, not to be written to
		 */
		public ByteBuffer buffer() {
			return this.buffer.duplicate();
		}

	}

}
