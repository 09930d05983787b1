package dev.tauriboot.ipc;

import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * What a page sends with an invoke: JSON, or raw bytes as the whole payload.
 *
 * @since 0.1.0
 */
public sealed interface InvokeBody {

	/**
	 * A JSON payload.
	 *
	 * @param value any JSON value, an object of arguments as a rule
	 */
	record Json(JsonNode value) implements InvokeBody {

		public Json {
			Assert.notNull(value, "'value' must not be null");
		}

	}

	/**
	 * A payload of bytes. The array is not copied: whoever gets it may keep it, nobody
	 * may change it.
	 *
	 * @param bytes the bytes, possibly none
	 */
	record Raw(byte[] bytes) implements InvokeBody {

		public Raw {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

}
