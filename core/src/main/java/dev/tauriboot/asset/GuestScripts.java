package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The npm guest packages on the class path: the import map that names them, and their
 * files.
 *
 * @since 0.1.0
 */
public final class GuestScripts {

	/** Path below which the packages' files are served. */
	public static final String PATH_PREFIX = "/__tauri__/guest/";

	private static final String FOLDER = "META-INF/tauri/guest-js/";

	private final @Nullable String importMap;

	/**
	 * Read the map.
	 * @param mapper reads it
	 */
	public GuestScripts(JsonMapper mapper) {
		Resource map = new ClassPathResource(FOLDER + "import-map.json", GuestScripts.class.getClassLoader());
		this.importMap = map.exists() ? read(map, mapper) : null;
	}

	private static String read(Resource map, JsonMapper mapper) {
		try {
			JsonNode packages = mapper.readTree(map.getContentAsByteArray());
			Map<String, String> imports = new LinkedHashMap<>();
			packages.properties()
				.forEach((entry) -> imports.put(entry.getKey(), PATH_PREFIX + entry.getValue().asString()));
			// the text stands in a script element
			return mapper.writeValueAsString(Map.of("imports", imports)).replace("<", "\\u003c");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + map, ex);
		}
	}

	@Nullable String importMap() {
		return this.importMap;
	}

	@Nullable Resource find(String path) {
		if (path.contains("..") || !path.endsWith(".js")) {
			return null;
		}
		Resource file = new ClassPathResource(FOLDER + path, GuestScripts.class.getClassLoader());
		return file.exists() ? file : null;
	}

	/**
	 * The script that sets {@code window.__TAURI__}.
	 * @return the script's text
	 * @throws IllegalStateException if the packages are not on the class path
	 */
	public static String global() {
		Resource file = new ClassPathResource(FOLDER + "global/api.js", GuestScripts.class.getClassLoader());
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("window.__TAURI__ needs tauri-guest-js on the class path", ex);
		}
	}

}
