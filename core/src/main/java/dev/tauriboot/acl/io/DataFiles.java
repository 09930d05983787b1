package dev.tauriboot.acl.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.toml.TomlMapper;

import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/**
 * Reads files in JSON and, with the library for it, TOML.
 */
final class DataFiles {

	private static final boolean TOML_PRESENT = ClassUtils.isPresent("tools.jackson.dataformat.toml.TomlMapper",
			DataFiles.class.getClassLoader());

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final JsonParser parser;

	private final String file;

	private DataFiles(JsonParser parser, String file) {
		this.parser = parser;
		this.file = file;
	}

	/**
	 * Whether a file's extension is one of those read here.
	 * @param resource the file
	 * @return whether it is JSON or TOML by its name
	 */
	static boolean canRead(Resource resource) {
		return has(resource, ".json") || has(resource, ".toml");
	}

	private static boolean has(Resource resource, String extension) {
		return resource.getFilename() != null && resource.getFilename().endsWith(extension);
	}

	static @Nullable SourceNode read(Resource resource, String subject, List<AclViolation> problems) {
		return read(resource, subject, problems, TOML_PRESENT);
	}

	// Its last parameter is for tests.
	static @Nullable SourceNode read(Resource resource, String subject, List<AclViolation> problems,
			boolean tomlPresent) {
		String file = resource.getDescription();
		boolean toml = has(resource, ".toml");
		if (toml && !tomlPresent) {
			problems.add(new AclViolation("a TOML file needs the library 'tools.jackson.dataformat:"
					+ "jackson-dataformat-toml' on the class path", subject, file, null, List.of()));
			return null;
		}
		try (InputStream stream = resource.getInputStream();
				JsonParser parser = toml ? Toml.parser(stream) : JSON.createParser(ObjectReadContext.empty(), stream)) {
			return new DataFiles(parser, file).document();
		}
		catch (JacksonException ex) {
			problems.add(new AclViolation("cannot be read: " + ex.getOriginalMessage(), subject,
					place(file, ex.getLocation()), null, List.of()));
		}
		catch (IOException ex) {
			problems.add(new AclViolation("cannot be read: " + ex.getMessage(), subject, file, null, List.of()));
		}
		return null;
	}

	private SourceNode document() {
		SourceNode document = value(this.parser.nextToken());
		// What follows the document is an error too, found by looking for it.
		if (this.parser.nextToken() != null) {
			throw new TrailingTokens(this.parser);
		}
		return document;
	}

	private SourceNode value(@Nullable JsonToken token) {
		String source = place(this.file, this.parser.currentTokenLocation());
		if (token == null) {
			return new SourceNode(null, source);
		}
		return new SourceNode(switch (token) {
			case START_OBJECT -> entries();
			case START_ARRAY -> items();
			case VALUE_NULL -> null;
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> this.parser.getNumberValue();
			case VALUE_EMBEDDED_OBJECT -> String.valueOf(this.parser.getEmbeddedObject());
			default -> this.parser.getString();
		}, source);
	}

	private Map<String, SourceNode> entries() {
		Map<String, SourceNode> entries = new LinkedHashMap<>();
		for (JsonToken token = this.parser.nextToken(); token != JsonToken.END_OBJECT; token = this.parser
			.nextToken()) {
			String key = this.parser.currentName();
			entries.put(key, value(this.parser.nextToken()));
		}
		return entries;
	}

	private List<SourceNode> items() {
		List<SourceNode> items = new ArrayList<>();
		for (JsonToken token = this.parser.nextToken(); token != JsonToken.END_ARRAY; token = this.parser.nextToken()) {
			items.add(value(token));
		}
		return items;
	}

	private static String place(String file, @Nullable TokenStreamLocation location) {
		return (location != null && location.getLineNr() > 0)
				? file + " - " + location.getLineNr() + ':' + location.getColumnNr() : file;
	}

	/**
	 * Apart, so that the library is only needed when there is such a file.
	 */
	private static final class Toml {

		static JsonParser parser(InputStream stream) {
			return TomlMapper.builder().build().createParser(stream);
		}

	}

	/**
	 * The file goes on where it should end.
	 */
	private static final class TrailingTokens extends JacksonException {

		private static final long serialVersionUID = 1L;

		TrailingTokens(JsonParser parser) {
			super("there is more than one value", parser.currentTokenLocation(), null);
		}

	}

}
