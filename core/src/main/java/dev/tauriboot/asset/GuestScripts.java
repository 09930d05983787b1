package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.util.UriUtils;

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

	private final @Nullable ClassLoader loader;

	private final @Nullable String importMap;

	/**
	 * Read the map.
	 * @param mapper reads it
	 */
	public GuestScripts(JsonMapper mapper) {
		this(mapper, GuestScripts.class.getClassLoader());
	}

	GuestScripts(JsonMapper mapper, @Nullable ClassLoader loader) {
		this.loader = loader;
		Resource map = new ClassPathResource(FOLDER + "import-map.json", loader);
		this.importMap = map.exists() ? read(map, mapper) : null;
	}

	private static String read(Resource map, JsonMapper mapper) {
		try {
			JsonNode packages = mapper.readTree(map.getContentAsByteArray());
			Map<String, String> imports = new LinkedHashMap<>();
			packages.properties().forEach((entry) -> imports.put(entry.getKey(), url(entry.getValue().asString())));
			return inScript(mapper.writeValueAsString(Map.of("imports", imports)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + map, ex);
		}
	}

	private static String url(String file) {
		return PATH_PREFIX + UriUtils.encodePath(file, StandardCharsets.UTF_8);
	}

	// In a script element neither an end tag nor a comment may begin.
	static String inScript(String json) {
		return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
	}

	/**
	 * The import map as JSON that can stand in a script element.
	 * @return the map, or {@code null} if the packages are not on the class path
	 */
	public @Nullable String importMap() {
		return this.importMap;
	}

	@Nullable Resource find(String path) {
		if (!AssetPath.isPlain(path) || !path.endsWith(".js")) {
			return null;
		}
		Resource file = new ClassPathResource(FOLDER + path, this.loader);
		return file.isReadable() ? file : null;
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

	/**
	 * The scripts that add plugins to {@code window.__TAURI__}, to be run after
	 * {@link #global()}.
	 * @param plugins names such as {@code clipboard-manager}
	 * @return texts of those that the class path has, in the order of the names
	 */
	public List<String> globalPlugins(Iterable<String> plugins) {
		List<String> texts = new ArrayList<>();
		for (String plugin : plugins) {
			Resource script = new ClassPathResource(FOLDER + "global/plugin-" + plugin + ".js", this.loader);
			if (AssetPath.isPlain(plugin) && script.exists()) {
				try {
					texts.add(script.getContentAsString(StandardCharsets.UTF_8));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
		return texts;
	}

}
