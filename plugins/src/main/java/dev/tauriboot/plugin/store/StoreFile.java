package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.AtomicFile;
import dev.tauriboot.path.IoErrors;
import tools.jackson.databind.JsonNode;

/**
 * The file of a store.
 *
 * @param path where it is
 * @param serializer makes its content
 * @param deserializer reads its content
 * @param writer replaces it as a whole
 */
record StoreFile(Path path, StoreFormat serializer, StoreFormat deserializer, Writer writer) {

	boolean exists() {
		return Files.exists(this.path);
	}

	/**
	 * Read the file.
	 * @return its entries
	 * @throws InvokeException if it cannot be read or its content is broken
	 */
	Map<String, JsonNode> read() {
		byte[] content;
		try {
			if (exists() && !Files.isRegularFile(this.path)) {
				throw new IOException("not a file");
			}
			content = Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			throw new InvokeException(IoErrors.text(ex), ex);
		}
		try {
			return this.deserializer.read(content);
		}
		catch (IOException | RuntimeException ex) {
			throw new InvokeException("Failed to deserialize store. " + ex.getMessage(), ex);
		}
	}

	/**
	 * Replace the file.
	 * @param entries what it is to hold
	 * @throws InvokeException if it cannot be written; it is as it was then
	 */
	void write(Map<String, JsonNode> entries) {
		byte[] content;
		try {
			content = this.serializer.write(entries);
		}
		catch (IOException | RuntimeException ex) {
			throw new InvokeException("Failed to serialize store. " + ex.getMessage(), ex);
		}
		try {
			this.writer.write(this.path, (stream) -> stream.write(content));
		}
		catch (IOException ex) {
			throw new InvokeException(IoErrors.text(ex), ex);
		}
	}

	/**
	 * Replaces files.
	 */
	@FunctionalInterface
	interface Writer {

		void write(Path file, AtomicFile.Content content) throws IOException;

	}

}
