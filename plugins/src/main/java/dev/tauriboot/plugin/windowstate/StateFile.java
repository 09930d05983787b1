package dev.tauriboot.plugin.windowstate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.path.AtomicFile;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;

/**
 * Reads and writes the states of windows: a JSON object by their labels. The mapper is
 * not the application's, whose settings must not change what files look like.
 */
final class StateFile {

	private static final Log logger = LogFactory.getLog(StateFile.class);

	private static final long MAX_SIZE = 1 << 20;

	private final JsonMapper mapper = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final ObjectWriter writer = this.mapper.writer()
		.with(new DefaultPrettyPrinter(
				Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
			.withObjectIndenter(new DefaultIndenter("  ", "\n")));

	private final Path path;

	StateFile(Path path) {
		this.path = path;
	}

	/**
	 * Read the states. What cannot be read is as if it were not there.
	 */
	Map<String, WindowState> read() {
		Map<String, WindowState> states = new LinkedHashMap<>();
		try {
			if (Files.exists(this.path) && (!Files.isRegularFile(this.path) || Files.size(this.path) > MAX_SIZE)) {
				throw new IOException("not a file of this kind");
			}
			JsonNode tree = this.mapper.readTree(Files.readAllBytes(this.path));
			for (Map.Entry<String, JsonNode> entry : tree.properties()) {
				try {
					states.put(entry.getKey(), this.mapper.treeToValue(entry.getValue(), WindowState.class));
				}
				catch (JacksonException ex) {
					logger.warn(LogMessage.format("The state of window '%s' in '%s' cannot be read: %s", entry.getKey(),
							this.path, ex.getOriginalMessage()));
				}
			}
		}
		catch (NoSuchFileException ex) {
			// nothing is kept yet
		}
		catch (IOException | JacksonException ex) {
			logger.warn(
					LogMessage.format("The states of windows in '%s' cannot be read: %s", this.path, ex.getMessage()));
		}
		states.values().removeIf((state) -> state == null);
		return states;
	}

	void write(Map<String, WindowState> states) throws IOException {
		byte[] content = this.writer.writeValueAsBytes(states);
		AtomicFile.write(this.path, (stream) -> stream.write(content));
	}

}
