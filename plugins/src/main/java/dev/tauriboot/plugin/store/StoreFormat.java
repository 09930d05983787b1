package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * How a store is written to its file and read from it. Pages name one by its bean name,
 * as {@code serializeFnName} and {@code deserializeFnName}; the default is a JSON object.
 *
 * @since 0.1.0
 */
public interface StoreFormat {

	/**
	 * Write a store. Any exception keeps the file as it was.
	 * @param entries the entries in their order
	 * @return the content of the file
	 * @throws IOException if that fails
	 */
	byte[] write(Map<String, JsonNode> entries) throws IOException;

	/**
	 * Read a store. Any exception says that the content is broken.
	 * @param content the content of the file
	 * @return the entries in their order
	 * @throws IOException if that fails
	 */
	Map<String, JsonNode> read(byte[] content) throws IOException;

}
