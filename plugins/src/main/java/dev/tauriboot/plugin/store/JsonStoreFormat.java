package dev.tauriboot.plugin.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An indented JSON object in UTF-8. The mapper is not the application's, whose settings
 * must not change what files look like.
 */
final class JsonStoreFormat implements StoreFormat {

	private final JsonMapper mapper = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final ObjectWriter writer = this.mapper.writer().with(printer());

	private static DefaultPrettyPrinter printer() {
		DefaultIndenter lines = new DefaultIndenter("  ", "\n");
		return new DefaultPrettyPrinter(Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Separators.Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("")).withObjectIndenter(lines).withArrayIndenter(lines);
	}

	@Override
	public byte[] write(Map<String, JsonNode> entries) throws IOException {
		try {
			return this.writer.writeValueAsBytes(entries);
		}
		catch (JacksonException ex) {
			throw new IOException(ex.getOriginalMessage(), ex);
		}
	}

	@Override
	public Map<String, JsonNode> read(byte[] content) throws IOException {
		JsonNode tree;
		try {
			tree = this.mapper.readTree(content);
		}
		catch (JacksonException ex) {
			throw new IOException(ex.getOriginalMessage(), ex);
		}
		if (!tree.isObject()) {
			throw new IOException("expected a map");
		}
		Map<String, JsonNode> entries = new LinkedHashMap<>();
		tree.properties().forEach((entry) -> entries.put(entry.getKey(), entry.getValue()));
		return entries;
	}

}
